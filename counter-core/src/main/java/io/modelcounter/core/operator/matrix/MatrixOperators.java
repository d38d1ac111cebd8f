package io.modelcounter.core.operator.matrix;

import io.modelcounter.spi.OperatorRange;
import io.modelcounter.spi.operator.GeneralMatrixMultiplication;
import io.modelcounter.spi.support.Operator;
import java.util.List;

/** The matrix family. */
public final class MatrixOperators {
  private MatrixOperators() {}

  /**
   * All operators of the family.
   *
   * @return the operators
   */
  public static List<Operator> all() {
    return List.of(
        new MatrixMultiplication(),
        new GeneralMatrixMultiplication(OperatorRange.onnx("Gemm")),
        new EinsteinSummation(),
        new IntegerMatrixMultiplication(),
        new QuantizedMatrixMultiplication(),
        new FullyConnected(),
        new Determinant());
  }
}
