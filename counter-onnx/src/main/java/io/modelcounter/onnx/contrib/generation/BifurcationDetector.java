package io.modelcounter.onnx.contrib.generation;

import io.modelcounter.cost.Cost;
import io.modelcounter.cost.Formula;
import io.modelcounter.cost.Work;
import io.modelcounter.cost.WorkKind;
import io.modelcounter.model.Shape;
import io.modelcounter.onnx.contrib.Contrib;
import io.modelcounter.spi.Call;
import io.modelcounter.spi.Inferred;
import io.modelcounter.spi.InvalidNodeException;
import io.modelcounter.spi.support.NamedOperator;
import io.modelcounter.symbolic.Size;
import java.util.List;

/**
 * BifurcationDetector (ONNX Runtime, contrib operators; Ge and others, "Lossless Acceleration for
 * Seq2seq Generation with Aggressive Decoding", 2022): predicted tokens are put behind the current
 * ones up to where they leave the source, and the source is searched for the last run of them.
 *
 * <p>At most every predicted token is compared, and every run of the source with as many of the
 * last tokens as {@code max_ngram_size} says, one comparison a token, for every length of a run.
 */
final class BifurcationDetector extends NamedOperator {
  private static final int CURRENT = 1;
  private static final int PREDICTED = 3;
  private static final String DATA = "the data decide where the tokens differ";

  BifurcationDetector() {
    super(Contrib.operator("BifurcationDetector"));
  }

  @Override
  public List<Inferred> outputs(Call call) {
    Size current = length(call, CURRENT);
    Size tokens =
        call.hasInput(PREDICTED)
            ? call.freshSize(0, "tokens", DATA, current.plus(length(call, PREDICTED)))
            : current;
    return List.of(
        Inferred.tensor(call.element(CURRENT), Shape.of(tokens)),
        Inferred.tensor(call.element(CURRENT), Shape.scalar()));
  }

  @Override
  public Cost count(Call call) {
    Size source = length(call, 0);
    Size predicted = call.hasInput(PREDICTED) ? length(call, PREDICTED) : Size.ZERO;
    long shortest = Math.max(1, call.attributes().integer("min_ngram_size", 1));
    long longest = Math.max(shortest, call.attributes().integer("max_ngram_size", 3));
    Size words = Size.of(longest + shortest).times(longest - shortest + 1).floorDiv(Size.of(2));
    Formula formula =
        Formula.of("predicted + source * words")
            .where("predicted", "predicted tokens", predicted)
            .where("source", "tokens of the source", source)
            .where("words", "tokens of runs of all lengths", words);
    Work most = Work.of(WorkKind.COMPARE, call.element(0), predicted.plus(source.times(words)));
    return Cost.between(Work.NONE, most, formula, DATA);
  }

  private static Size length(Call call, int input) {
    Shape shape = call.shape(input);
    if (shape.rank() != 1) {
      throw new InvalidNodeException("input " + input + " is " + shape + ", expected a vector");
    }
    return shape.dim(0);
  }
}
