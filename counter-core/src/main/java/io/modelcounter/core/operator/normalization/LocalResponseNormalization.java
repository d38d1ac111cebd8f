package io.modelcounter.core.operator.normalization;

import io.modelcounter.cost.Cost;
import io.modelcounter.cost.Formula;
import io.modelcounter.cost.Work;
import io.modelcounter.cost.WorkKind;
import io.modelcounter.model.ElementType;
import io.modelcounter.spi.Call;
import io.modelcounter.spi.Inferred;
import io.modelcounter.spi.InvalidNodeException;
import io.modelcounter.spi.support.NamedOperator;
import io.modelcounter.symbolic.Size;
import java.util.List;

/**
 * LRN (ONNX, LRN; Krizhevsky et al., "ImageNet Classification with Deep Convolutional Neural
 * Networks", 2012): every element is divided by a power of the sum of squares over {@code size}
 * neighbouring channels.
 *
 * <p>Per element: one square, {@code size - 1} additions, a factor, a summand, a power and a
 * division. Channels beyond the first and the last count like the others.
 */
final class LocalResponseNormalization extends NamedOperator {

  LocalResponseNormalization() {
    super("LRN");
  }

  @Override
  public List<Inferred> outputs(Call call) {
    return List.of(Inferred.tensor(call.element(0), call.shape(0)));
  }

  @Override
  public Cost count(Call call) {
    long size = call.attributes().requiredInteger("size");
    if (size < 1) {
      throw new InvalidNodeException("size is " + size + ", expected at least 1");
    }
    Size elements = call.shape(0).elements();
    ElementType type = call.element(0);
    Work work =
        Work.of(WorkKind.MULTIPLY, type, elements.times(2))
            .and(WorkKind.ADD, type, elements.times(size))
            .and(WorkKind.POWER, type, elements)
            .and(WorkKind.DIVIDE, type, elements);
    Formula formula =
        Formula.of("elements * (size + 4)")
            .where("elements", "elements of the input", elements)
            .where("size", "channels that are summed over", Size.of(size));
    return Cost.of(work, formula);
  }
}
