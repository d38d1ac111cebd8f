package io.modelcounter.core.operator.reduction;

import io.modelcounter.model.Scalar;
import io.modelcounter.model.TensorValue;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.function.BinaryOperator;
import java.util.function.UnaryOperator;

/** Combines known elements along axes. */
final class Folding {
  private Folding() {}

  /**
   * Combines the elements of every group.
   *
   * @param value the elements
   * @param axes sorted axes along which groups lie
   * @param keep whether these axes stay with size 1
   * @param initial result for an empty group
   * @param prepare what an element is before it is combined
   * @param combine combines two elements
   * @param finish turns the combined element into the result
   */
  static TensorValue fold(
      TensorValue value,
      int[] axes,
      boolean keep,
      Scalar initial,
      UnaryOperator<Scalar> prepare,
      BinaryOperator<Scalar> combine,
      UnaryOperator<Scalar> finish) {
    long[] dims = value.dims();
    long[] kept = dims.clone();
    for (int axis : axes) {
      kept[axis] = 1;
    }
    int count = (int) Arrays.stream(kept).reduce(1, (a, b) -> a * b);
    List<Scalar> results = new ArrayList<>(Collections.nCopies(count, initial));
    boolean[] started = new boolean[count];
    for (int i = 0; i < value.size(); i++) {
      int target = target(i, dims, kept);
      Scalar element = prepare.apply(value.at(i));
      results.set(target, started[target] ? combine.apply(results.get(target), element) : element);
      started[target] = true;
    }
    results.replaceAll(finish);
    return TensorValue.of(value.elementType(), keep ? kept : squeezed(dims, axes), results);
  }

  /** Position in the output of the input element at a position. */
  private static int target(int position, long[] dims, long[] kept) {
    int rest = position;
    int target = 0;
    int stride = 1;
    for (int axis = dims.length - 1; axis >= 0; axis--) {
      int index = (int) (rest % dims[axis]);
      rest /= (int) dims[axis];
      if (kept[axis] > 1) {
        target += index * stride;
        stride *= (int) kept[axis];
      }
    }
    return target;
  }

  private static long[] squeezed(long[] dims, int[] axes) {
    List<Long> left = new ArrayList<>(dims.length);
    for (int i = 0; i < dims.length; i++) {
      if (Arrays.binarySearch(axes, i) < 0) {
        left.add(dims[i]);
      }
    }
    return left.stream().mapToLong(Long::longValue).toArray();
  }
}
