package io.modelcounter.core.operator.random;

import io.modelcounter.cost.Cost;
import io.modelcounter.cost.Formula;
import io.modelcounter.cost.Work;
import io.modelcounter.cost.WorkKind;
import io.modelcounter.model.ElementType;
import io.modelcounter.model.Shape;
import io.modelcounter.spi.Call;
import io.modelcounter.spi.Inferred;
import io.modelcounter.spi.InvalidNodeException;
import io.modelcounter.spi.support.DropoutWork;
import io.modelcounter.spi.support.ElementTypes;
import io.modelcounter.spi.support.NamedOperator;
import io.modelcounter.spi.support.Rows;
import io.modelcounter.spi.support.SoftmaxWork;
import io.modelcounter.symbolic.Size;
import java.util.List;

/**
 * Multinomial (ONNX, Multinomial): log-probabilities [batch, classes] give samples [batch,
 * samples].
 *
 * <p>A row of n classes is turned into running sums of probabilities by n − 1 comparisons for the
 * maximum, n subtractions, n exponentials and n − 1 additions; a sample is a multiplication by the
 * sum and a comparison with each class.
 */
final class Multinomial extends NamedOperator {

  Multinomial() {
    super("Multinomial");
  }

  @Override
  public List<Inferred> outputs(Call call) {
    Shape input = input(call);
    return List.of(Inferred.tensor(type(call), Shape.of(input.dim(0), samples(call))));
  }

  @Override
  public List<Inferred> withoutShapes(Call call, String reason) {
    return List.of(Inferred.tensor(type(call), Shape.unknownRank(reason)));
  }

  @Override
  public Cost count(Call call) {
    Shape input = input(call);
    ElementType type = call.element(0);
    Size samples = input.dim(0).times(samples(call));
    Work work =
        SoftmaxWork.exponentials(type, new Rows(input.dim(0), input.dim(1)))
            .and(WorkKind.COMPARE, type, samples.times(input.dim(1)))
            .and(WorkKind.MULTIPLY, type, samples);
    Formula formula =
        Formula.of("batch * (4 * classes - 2 + samples * (classes + 1))")
            .where("batch", "rows", input.dim(0))
            .where("classes", "classes", input.dim(1))
            .where("samples", "samples of a row", samples(call));
    return Cost.of(work, formula)
        .assuming(DropoutWork.DRAWING)
        .assuming("A sample is compared with every class.");
  }

  private static Shape input(Call call) {
    Shape input = call.shape(0);
    if (input.rank() != 2) {
      throw new InvalidNodeException("the input is " + input + ", expected [batch, classes]");
    }
    return input;
  }

  private static Size samples(Call call) {
    return Size.of(call.attributes().integer("sample_size", 1));
  }

  private static ElementType type(Call call) {
    return ElementTypes.of(call.attributes(), "dtype", ElementType.INT32);
  }
}
