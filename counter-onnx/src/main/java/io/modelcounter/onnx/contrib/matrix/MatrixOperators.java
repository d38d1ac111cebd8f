package io.modelcounter.onnx.contrib.matrix;

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
        new FusedMatrixMultiplication(),
        new FusedGemm(),
        new GemmFastGelu(),
        new GemmFloat8(),
        new SparseMatrixMultiplication(),
        new IntegerMatrixMultiplication(),
        new ScaledIntegerMatrixMultiplication(),
        new DynamicallyQuantizedMatrixMultiplication(),
        new QuantizedGemm(),
        new OrderedMatrixMultiplication(),
        new MatMulNBits(),
        new MatMulNBitsMlp(),
        new MatMulNBitsQkv(),
        new MatMulBnb4(),
        new MatMulFpQ4(),
        new MatMulFp4Weight(),
        new MatMulFp8Weight());
  }
}
