package io.modelcounter.core.operator.normalization;

import io.modelcounter.cost.Cost;
import io.modelcounter.model.ElementType;
import io.modelcounter.model.Shape;
import io.modelcounter.spi.Call;
import io.modelcounter.spi.Inferred;
import io.modelcounter.spi.support.Axes;
import io.modelcounter.spi.support.NamedOperator;
import io.modelcounter.spi.support.NormalizationWork;
import io.modelcounter.symbolic.Size;
import java.util.Arrays;
import java.util.List;

/**
 * MeanVarianceNormalization (ONNX, MeanVarianceNormalization): every element is centred and divided
 * by the standard deviation over the attribute {@code axes}, by default 0, 2 and 3.
 *
 * <p>Per element: sum, distance from the mean, square, sum of squares and multiplication with the
 * reciprocal deviation; per group: two divisions, the epsilon, the root and the reciprocal, less
 * one addition for either sum.
 */
final class MeanVarianceNormalization extends NamedOperator {
  private static final long[] DEFAULT_AXES = {0, 2, 3};

  MeanVarianceNormalization() {
    super("MeanVarianceNormalization");
  }

  @Override
  public List<Inferred> outputs(Call call) {
    Shape input = call.shape(0);
    axes(call, input);
    return List.of(Inferred.tensor(call.element(0), input));
  }

  @Override
  public Cost count(Call call) {
    Shape input = call.shape(0);
    int[] axes = axes(call, input);
    Size groups = Size.ONE;
    for (int axis = 0; axis < input.rank(); axis++) {
      if (Arrays.binarySearch(axes, axis) < 0) {
        groups = groups.times(input.dim(axis));
      }
    }
    ElementType type = call.element(0);
    return new NormalizationWork(input.elements(), groups)
        .center(type)
        .deviation(type)
        .divide(type)
        .cost();
  }

  private static int[] axes(Call call, Shape input) {
    return Axes.normalize(call.attributes().integers("axes").orElse(DEFAULT_AXES), input.rank());
  }
}
