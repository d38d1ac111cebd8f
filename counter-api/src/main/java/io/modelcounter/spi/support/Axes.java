package io.modelcounter.spi.support;

import io.modelcounter.model.Shape;
import io.modelcounter.spi.InvalidNodeException;
import io.modelcounter.symbolic.Size;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Axis numbers, which may count from the end, and shapes without some axes. */
public final class Axes {
  private Axes() {}

  /**
   * Turns a possibly negative axis into one that counts from the front.
   *
   * @param axis axis, from {@code -rank} to {@code rank - 1}
   * @param rank number of dimensions
   * @return the axis from 0 to {@code rank - 1}
   * @throws InvalidNodeException if it is out of range
   */
  public static int normalize(long axis, int rank) {
    long positive = axis < 0 ? axis + rank : axis;
    if (positive < 0 || positive >= rank) {
      throw new InvalidNodeException(
          "axis " + axis + " is out of range for a tensor of rank " + rank);
    }
    return (int) positive;
  }

  /**
   * Turns possibly negative axes into sorted ones that count from the front.
   *
   * @param axes axes, each from {@code -rank} to {@code rank - 1}
   * @param rank number of dimensions
   * @return the axes, sorted
   * @throws InvalidNodeException if one is out of range or stands twice
   */
  public static int[] normalize(long[] axes, int rank) {
    int[] sorted = Arrays.stream(axes).mapToInt(axis -> normalize(axis, rank)).sorted().toArray();
    for (int i = 1; i < sorted.length; i++) {
      if (sorted[i] == sorted[i - 1]) {
        throw new InvalidNodeException("axis " + sorted[i] + " stands twice");
      }
    }
    return sorted;
  }

  /**
   * Shape that is left when axes are taken away or set to 1.
   *
   * @param shape shape with known rank
   * @param axes sorted axes that count from the front
   * @param keep whether the axes stay with size 1
   * @return the shape
   */
  public static Shape reduced(Shape shape, int[] axes, boolean keep) {
    List<Size> dims = new ArrayList<>(shape.rank());
    for (int i = 0; i < shape.rank(); i++) {
      if (Arrays.binarySearch(axes, i) < 0) {
        dims.add(shape.dim(i));
      } else if (keep) {
        dims.add(Size.ONE);
      }
    }
    return Shape.of(dims);
  }
}
