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
 * NGramRepeatBlock (ONNX Runtime, contrib operators): scores of words that would repeat a run of n
 * words are set to minus infinity.
 *
 * <p>The last n - 1 words are compared with every earlier run of n - 1 words, one comparison a
 * word.
 */
final class NgramRepeatBlock extends NamedOperator {
  private static final int SCORES = 1;

  NgramRepeatBlock() {
    super(Contrib.operator("NGramRepeatBlock"));
  }

  @Override
  public List<Inferred> outputs(Call call) {
    return List.of(Inferred.tensor(call.element(SCORES), call.shapeIfKnown(SCORES)));
  }

  @Override
  public List<Inferred> withoutShapes(Call call, String reason) {
    return List.of(Inferred.tensor(call.element(SCORES), Shape.unknownRank(reason)));
  }

  @Override
  public Cost count(Call call) {
    Shape words = call.shape(0);
    long run = call.attributes().requiredInteger("ngram_size");
    if (words.rank() != 2 || run < 1) {
      throw new InvalidNodeException(
          "words are " + words + " and ngram_size " + run + ", expected [batch, length] and 1");
    }
    Size ends = words.dim(1).minus(Size.of(run - 1));
    Size runs = ends.isAtLeast(Size.ZERO) ? ends : ends.max(Size.ZERO);
    Size comparisons = Size.product(List.of(words.dim(0), runs, Size.of(run - 1)));
    Formula formula =
        Formula.of("batch * runs * words")
            .where("batch", "sequences", words.dim(0))
            .where("runs", "earlier runs of a sequence", runs)
            .where("words", "words of a run that are compared", Size.of(run - 1));
    return Cost.of(Work.of(WorkKind.COMPARE, call.element(0), comparisons), formula)
        .assuming("Runs that differ early are compared to their end.");
  }
}
