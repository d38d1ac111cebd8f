package io.modelcounter.spi.support;

import io.modelcounter.model.Shape;
import io.modelcounter.symbolic.Size;
import java.util.ArrayList;
import java.util.List;

/**
 * The elements of a tensor as groups of equal length, each of which is combined into one: the rows
 * of a softmax, the windows of a reduction.
 *
 * @param count number of groups
 * @param length elements of a group
 */
public record Rows(Size count, Size length) {

  /**
   * Groups along one axis.
   *
   * @param shape shape with known rank
   * @param axis index from 0 to rank − 1
   * @return the groups
   */
  public static Rows along(Shape shape, int axis) {
    return new Rows(shape.withDim(axis, Size.ONE).elements(), shape.dim(axis));
  }

  /**
   * Groups across several axes.
   *
   * @param shape shape with known rank
   * @param axes sorted axes that count from the front
   * @return the groups
   */
  public static Rows across(Shape shape, int[] axes) {
    List<Size> lengths = new ArrayList<>(axes.length);
    for (int axis : axes) {
      lengths.add(shape.dim(axis));
    }
    return new Rows(Axes.reduced(shape, axes, false).elements(), Size.product(lengths));
  }

  /**
   * All elements.
   *
   * @return count · length
   */
  public Size elements() {
    return count.times(length);
  }

  /**
   * Operations of two operands that combine every group into one element: {@code count * (length -
   * 1)}.
   *
   * @return their number, 0 for empty groups
   */
  public Size combinations() {
    Size pairs = length.minus(Size.ONE);
    return count.times(pairs.isAtLeast(Size.ZERO) ? pairs : pairs.max(Size.ZERO));
  }
}
