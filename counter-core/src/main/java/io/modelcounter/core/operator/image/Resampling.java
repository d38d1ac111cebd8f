package io.modelcounter.core.operator.image;

import io.modelcounter.cost.Cost;
import io.modelcounter.model.ElementType;
import io.modelcounter.model.Shape;
import io.modelcounter.spi.Call;
import io.modelcounter.spi.support.Interpolation;
import io.modelcounter.spi.support.InterpolationMode;
import io.modelcounter.symbolic.Comparison;
import io.modelcounter.symbolic.Size;

/** Cost of operators whose output elements are samples of input 0. */
final class Resampling {
  private Resampling() {}

  /**
   * Cost of resizing: the interpolation runs along the axes whose size changes or of which a part
   * is cut out.
   *
   * @param call the call with the type of its output
   * @param mode how elements are interpolated
   * @param stretched whether the filter is stretched along axes that shrink
   * @return the cost
   */
  static Cost resized(Call call, InterpolationMode mode, boolean stretched) {
    if (mode == InterpolationMode.NEAREST) {
      return Interpolation.COPY;
    }
    RegionOfInterest region = RegionOfInterest.of(call);
    Shape input = call.shape(0);
    Shape output = call.outputShape(0);
    Size least = Size.ONE;
    Size most = Size.ONE;
    for (int axis = 0; axis < output.rank(); axis++) {
      Size from = input.dim(axis);
      Size to = output.dim(axis);
      Comparison comparison = from.compare(to);
      boolean crops = region.crops(axis);
      if (crops || comparison != Comparison.SAME) {
        Size neighbours = Size.of(mode.neighbours());
        if (stretched && !to.isZero()) {
          neighbours = neighbours.times(from.ceilDiv(to).max(Size.ONE));
        }
        most = most.times(neighbours);
        if (crops || comparison == Comparison.DIFFERENT) {
          least = least.times(neighbours);
        }
      }
    }
    return region.assumed(between(call, new Interpolation(least), new Interpolation(most)));
  }

  /** Along an axis of which it is not known whether its size changes, samples may be copies. */
  private static Cost between(Call call, Interpolation least, Interpolation most) {
    ElementType type = call.element(0);
    Size samples = call.outputShape(0).elements();
    Cost high = most.cost(type, samples);
    if (least.equals(most)) {
      return high;
    }
    return Cost.between(
            least.work(type, samples),
            high.low(),
            high.formula(),
            "it is not known whether the sizes before and after are equal")
        .assuming(Interpolation.ASSUMPTION);
  }
}
