package io.modelcounter.core.operator.matrix;

import io.modelcounter.model.ElementType;
import io.modelcounter.model.Scalar;
import io.modelcounter.model.TensorValue;
import io.modelcounter.spi.support.ScalarArithmetic;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** The elements of a product of two small matrices or vectors whose elements are known. */
final class KnownProduct {
  /** A larger product is none of shapes. */
  private static final long MOST_PRODUCTS = 65_536;

  private KnownProduct() {}

  /**
   * Multiplies.
   *
   * @param type element type of the product
   * @param left row vector or matrix
   * @param right column vector or matrix, of as many rows as the left one has columns
   * @return the product; unknown elements if it is large
   */
  static TensorValue of(ElementType type, TensorValue left, TensorValue right) {
    int inner = (int) left.dims()[left.rank() - 1];
    int rows = left.rank() == 1 ? 1 : (int) left.dims()[0];
    int columns = right.rank() == 1 ? 1 : (int) right.dims()[1];
    List<Long> dims = new ArrayList<>();
    if (left.rank() > 1) {
      dims.add((long) rows);
    }
    if (right.rank() > 1) {
      dims.add((long) columns);
    }
    List<Scalar> elements;
    if ((long) rows * inner * columns > MOST_PRODUCTS) {
      elements = Collections.nCopies(rows * columns, Scalar.UNKNOWN);
    } else {
      elements = new ArrayList<>(rows * columns);
      for (int row = 0; row < rows; row++) {
        for (int column = 0; column < columns; column++) {
          elements.add(sum(type, left, right, row * inner, column, inner, columns));
        }
      }
    }
    return TensorValue.of(type, dims.stream().mapToLong(Long::longValue).toArray(), elements);
  }

  private static Scalar sum(
      ElementType type,
      TensorValue left,
      TensorValue right,
      int start,
      int column,
      int inner,
      int columns) {
    Scalar sum = ScalarArithmetic.cast(Scalar.of(0), ElementType.INT64, type);
    for (int i = 0; i < inner; i++) {
      Scalar product =
          ScalarArithmetic.multiply(type, left.at(start + i), right.at(i * columns + column));
      sum = ScalarArithmetic.add(type, sum, product);
    }
    return sum;
  }
}
