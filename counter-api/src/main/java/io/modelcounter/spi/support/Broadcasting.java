package io.modelcounter.spi.support;

import io.modelcounter.model.Shape;
import io.modelcounter.spi.InvalidNodeException;
import io.modelcounter.symbolic.Comparison;
import io.modelcounter.symbolic.Size;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Multidirectional broadcasting (ONNX, "Broadcasting in ONNX"; the rule of NumPy). */
public final class Broadcasting {
  private Broadcasting() {}

  /**
   * Common shape of operands: aligned at the last axis, a dimension of 1 stretches to the other.
   *
   * @param shapes shapes with known rank
   * @return the common shape
   * @throws InvalidNodeException if two dimensions can never fit
   */
  public static Shape broadcast(List<Shape> shapes) {
    Shape result = shapes.get(0);
    for (Shape shape : shapes.subList(1, shapes.size())) {
      result = broadcast(result, shape);
    }
    return result;
  }

  /**
   * Common shape of two operands.
   *
   * @param left shape with known rank
   * @param right shape with known rank
   * @return the common shape
   * @throws InvalidNodeException if two dimensions can never fit
   */
  public static Shape broadcast(Shape left, Shape right) {
    if (left.equals(right)) {
      return left;
    }
    int rank = Math.max(left.rank(), right.rank());
    List<Size> dims = new ArrayList<>(rank);
    for (int i = 1; i <= rank; i++) {
      Size a = i <= left.rank() ? left.dim(-i) : Size.ONE;
      Size b = i <= right.rank() ? right.dim(-i) : Size.ONE;
      dims.add(dimension(a, b, left, right));
    }
    Collections.reverse(dims);
    return Shape.of(dims);
  }

  /**
   * Common size of two aligned dimensions.
   *
   * <p>Where both are symbolic and neither is known to be 1 or equal to the other, both must be
   * equal or one of them 1 for the model to run at all; the result then is their maximum.
   */
  private static Size dimension(Size a, Size b, Shape left, Shape right) {
    if (a.isOne()) {
      return b;
    }
    if (b.isOne() || a.compare(b) == Comparison.SAME) {
      return a;
    }
    if (isNeverOne(a)) {
      return isNeverOne(b)
          ? Dimensions.agreed(a, b, () -> "shapes " + left + " and " + right + " do not broadcast")
          : a;
    }
    return isNeverOne(b) ? b : a.max(b);
  }

  private static boolean isNeverOne(Size size) {
    return size.compare(Size.ONE) == Comparison.DIFFERENT;
  }
}
