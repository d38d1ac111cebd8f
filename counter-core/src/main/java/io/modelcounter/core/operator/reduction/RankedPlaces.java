package io.modelcounter.core.operator.reduction;

import io.modelcounter.model.ElementType;
import io.modelcounter.model.Scalar;
import io.modelcounter.model.TensorValue;
import io.modelcounter.spi.support.Elements;
import io.modelcounter.spi.support.ScalarLogic;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Which elements of every row along an axis come first by their size, among known elements; of
 * equal ones that of the lower index.
 */
final class RankedPlaces {
  private final TensorValue value;
  private final int axis;
  private final boolean largest;
  private final boolean lastOfEqual;

  /**
   * Prepares the ranking.
   *
   * @param value the elements
   * @param axis the axis along which rows lie
   * @param largest whether the greatest comes first
   * @param lastOfEqual whether of equal elements that of the higher index comes first
   */
  RankedPlaces(TensorValue value, int axis, boolean largest, boolean lastOfEqual) {
    this.value = value;
    this.axis = axis;
    this.largest = largest;
    this.lastOfEqual = lastOfEqual;
  }

  /**
   * Finds the first ones.
   *
   * @param count how many
   * @return their indices along the axis, with that many places in the axis; empty if a comparison
   *     cannot be decided
   */
  Optional<TensorValue> first(int count) {
    long[] dims = value.dims();
    int length = (int) dims[axis];
    int stride = Elements.strides(dims)[axis];
    dims[axis] = count;
    List<Scalar> places = new ArrayList<>(Elements.count(dims));
    for (int outer = 0; outer < value.size(); outer += length * stride) {
      List<List<Integer>> rows = new ArrayList<>(stride);
      for (int inner = 0; inner < stride; inner++) {
        Optional<List<Integer>> row = first(count, outer + inner, length, stride);
        if (row.isEmpty()) {
          return Optional.empty();
        }
        rows.add(row.get());
      }
      for (int rank = 0; rank < count; rank++) {
        for (List<Integer> row : rows) {
          places.add(Scalar.of(row.get(rank)));
        }
      }
    }
    return Optional.of(TensorValue.of(ElementType.INT64, dims, places));
  }

  /** Keeps the best so far in order, as many as are asked for. */
  private Optional<List<Integer>> first(int count, int start, int length, int stride) {
    List<Integer> best = new ArrayList<>();
    for (int place = 0; place < length; place++) {
      Scalar element = value.at(start + place * stride);
      int rank = best.size();
      while (rank > 0) {
        Scalar other = value.at(start + best.get(rank - 1) * stride);
        Optional<Boolean> isBefore = isBefore(element, other).asBoolean();
        if (isBefore.isEmpty()) {
          return Optional.empty();
        }
        if (!isBefore.get()) {
          break;
        }
        rank--;
      }
      best.add(rank, place);
      if (best.size() > count) {
        best.remove(count);
      }
    }
    return Optional.of(best);
  }

  private Scalar isBefore(Scalar element, Scalar earlier) {
    if (largest) {
      return lastOfEqual
          ? ScalarLogic.greaterOrEqual(element, earlier)
          : ScalarLogic.greater(element, earlier);
    }
    return lastOfEqual
        ? ScalarLogic.lessOrEqual(element, earlier)
        : ScalarLogic.less(element, earlier);
  }
}
