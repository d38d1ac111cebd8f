package io.modelcounter.core.operator.image;

import io.modelcounter.cost.Cost;
import io.modelcounter.cost.Formula;
import io.modelcounter.cost.Work;
import io.modelcounter.model.Shape;
import io.modelcounter.spi.Call;
import io.modelcounter.spi.support.Interpolation;
import io.modelcounter.symbolic.Comparison;
import io.modelcounter.symbolic.Size;

/** Cost of operators whose output elements are samples of input 0. */
final class Resampling {
  private static final Cost COPY = Cost.free("elements are only copied");

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
      return COPY;
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
    Cost high = sampled(call, most);
    if (least.equals(most)) {
      return high;
    }
    Work low =
        least.isCopy() ? Work.NONE : least.work(call.element(0), call.outputShape(0).elements());
    return Cost.between(
            low,
            high.low(),
            high.formula(),
            "it is not known whether the sizes before and after are equal")
        .assuming(Interpolation.ASSUMPTION);
  }

  /**
   * Cost of samples that are all made in the same way.
   *
   * @param call the call with the type of its output
   * @param interpolation how a sample is made
   * @return the cost; free where samples are copies
   */
  static Cost sampled(Call call, Interpolation interpolation) {
    if (interpolation.isCopy()) {
      return COPY;
    }
    Size samples = call.outputShape(0).elements();
    Formula formula =
        Formula.of("samples * neighbours + samples * (neighbours - 1)")
            .where("samples", "output elements", samples)
            .where("neighbours", "elements that one sample is made of", interpolation.neighbours());
    return Cost.of(interpolation.work(call.element(0), samples), formula)
        .assuming(Interpolation.ASSUMPTION);
  }
}
