package io.modelcounter.spi.support;

import io.modelcounter.cost.Cost;
import io.modelcounter.cost.Formula;
import io.modelcounter.cost.Work;
import io.modelcounter.cost.WorkKind;
import io.modelcounter.model.ElementType;
import io.modelcounter.symbolic.Size;

/**
 * Interpolation between the elements around a point: the weighted sum of its neighbours.
 *
 * <pre>
 * multiplications = samples * neighbours
 * additions = samples * (neighbours - 1)
 * </pre>
 *
 * <p>The coordinates and weights of a point are shared by all channels and are not part of it.
 *
 * @param neighbours elements that one sample is made of
 */
public record Interpolation(Size neighbours) {
  /** Cost of samples that are copies of the nearest elements. */
  public static final Cost COPY = Cost.free("elements are only copied");

  /** What the numbers rest on; counters say it with their cost. */
  public static final String ASSUMPTION =
      "The coordinates and weights of the interpolation, which all channels share, are not"
          + " counted.";

  /**
   * Interpolation that takes as many neighbours along every axis.
   *
   * @param perAxis neighbours along one axis: 1 for the nearest element, 2 for linear and 4 for
   *     cubic interpolation
   * @param axes number of axes interpolated along
   * @return the interpolation among {@code perAxis ^ axes} neighbours
   */
  public static Interpolation of(long perAxis, int axes) {
    return new Interpolation(Size.of(perAxis).pow(axes));
  }

  /**
   * Tells whether a sample is a mere copy of one element.
   *
   * @return true if there is one neighbour
   */
  public boolean isCopy() {
    return neighbours.isOne();
  }

  /**
   * Work of the weighted sums.
   *
   * @param type element type
   * @param samples number of points times channels
   * @return the work; none if a sample is a copy
   */
  public Work work(ElementType type, Size samples) {
    if (isCopy()) {
      return Work.NONE;
    }
    return Work.of(WorkKind.MULTIPLY, type, samples.times(neighbours))
        .and(WorkKind.ADD, type, samples.times(neighbours.minus(Size.ONE)));
  }

  /**
   * Cost of the weighted sums.
   *
   * @param type element type
   * @param samples number of points times channels
   * @return the cost; free if a sample is a copy
   */
  public Cost cost(ElementType type, Size samples) {
    if (isCopy()) {
      return COPY;
    }
    Formula formula =
        Formula.of("samples * neighbours + samples * (neighbours - 1)")
            .where("samples", "output elements", samples)
            .where("neighbours", "elements that one sample is made of", neighbours);
    return Cost.of(work(type, samples), formula).assuming(ASSUMPTION);
  }
}
