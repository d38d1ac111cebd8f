package io.modelcounter.onnx.contrib.matrix;

import static io.modelcounter.tck.ModelCounterAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import io.modelcounter.cost.InputRole;
import io.modelcounter.cost.WorkKind;
import io.modelcounter.model.ElementType;
import io.modelcounter.symbolic.Size;
import io.modelcounter.tck.TestCall;
import org.junit.jupiter.api.Test;

class MatrixMultiplicationsTest {
  private static final FusedMatrixMultiplication FUSED = new FusedMatrixMultiplication();
  private static final FusedGemm GEMM = new FusedGemm();
  private static final GemmFastGelu FAST_GELU = new GemmFastGelu();
  private static final GemmFloat8 FLOAT8 = new GemmFloat8();
  private static final SparseMatrixMultiplication SPARSE = new SparseMatrixMultiplication();
  private static final IntegerMatrixMultiplication INTEGER = new IntegerMatrixMultiplication();
  private static final ScaledIntegerMatrixMultiplication TO_FLOAT =
      new ScaledIntegerMatrixMultiplication();
  private static final DynamicallyQuantizedMatrixMultiplication DYNAMIC =
      new DynamicallyQuantizedMatrixMultiplication();
  private static final QuantizedGemm QUANTIZED = new QuantizedGemm();
  private static final OrderedMatrixMultiplication ORDERED = new OrderedMatrixMultiplication();

  @Test
  void swapsTheLastAxesOfAnOperand() {
    TestCall scores = MatrixSamples.fusedMatMul().attribute("transB", 1L).attribute("alpha", 0.125);
    assertThat(scores.shape(FUSED)).isEqualTo("float32[batch, 12, s, s]");
    assertThat(scores.count(FUSED))
        .hasMultiplyAdds("768*batch*s^2")
        .hasWork(WorkKind.MULTIPLY, "12*batch*s^2");
    TestCall inner = MatrixSamples.fusedMatMul().attribute("transA", 1L);
    assertThat(inner.shape(FUSED)).isEqualTo("float32[batch, 12, 64, 64]");
    assertThat(inner.count(FUSED)).hasMultiplyAdds("49152*batch*s").hasWork(WorkKind.MULTIPLY, "0");
  }

  @Test
  void movesTheFirstAxisBehindTheBatch() {
    TestCall call =
        MatrixSamples.call("FusedMatMul")
            .input("float32[5, 2, 3, 8]")
            .input("float32[7, 2, 3, 8]")
            .attribute("transBatchA", 1L)
            .attribute("transBatchB", 1L)
            .attribute("transB", 1L);
    // batches 2 * 3 of 5 rows, 8 in between, 7 columns
    assertThat(call.shape(FUSED)).isEqualTo("float32[2, 3, 5, 7]");
    assertThat(call.multiplyAdds(FUSED)).isEqualTo(Size.of(1_680));
    TestCall swapped =
        MatrixSamples.call("FusedMatMul")
            .input("float32[5, 2, 8]")
            .input("float32[2, 5, 3]")
            .attribute("transBatchA", 1L)
            .attribute("transA", 1L);
    assertThat(swapped.shape(FUSED)).isEqualTo("float32[2, 8, 3]");
  }

  @Test
  void leavesVectorsAsTheyAre() {
    TestCall call =
        MatrixSamples.call("FusedMatMul")
            .input("float32[64]")
            .input("float32[64]")
            .attribute("transA", 1L);
    assertThat(call.shape(FUSED)).isEqualTo("float32[]");
    assertThat(call.multiplyAdds(FUSED)).isEqualTo(Size.of(64));
  }

  @Test
  void appliesASoftmaxAlongTheAxisOfTheActivation() {
    TestCall call =
        MatrixSamples.call("FusedMatMulActivation")
            .input("float32[2, 3, 4]")
            .input("float32[4, 5]")
            .attribute("activation", "Softmax");
    // 6 rows of 5, or along axis 1: 10 rows of 3
    assertThat(call.count(FUSED))
        .hasMultiplyAdds("120")
        .hasWork(WorkKind.EXP, "30")
        .hasWork(WorkKind.COMPARE, "24");
    assertThat(call.attribute("activation_axis", 1L).work(FUSED, WorkKind.COMPARE))
        .isEqualTo(Size.of(20));
  }

  @Test
  void doesNotKnowTheCostOfAnActivationThatItDoesNotKnow() {
    assertThat(MatrixSamples.fusedGemm().attribute("activation", "Snake").count(GEMM))
        .isUnknownBecause("Snake");
  }

  @Test
  void addsActivationAndFactorsToAGemm() {
    TestCall call = MatrixSamples.fusedGemm();
    assertThat(call.shape(GEMM)).isEqualTo("float32[n, 10]");
    assertThat(call.count(GEMM))
        .hasMultiplyAdds("640*n")
        .hasWork(WorkKind.BIAS_ADD, "10*n")
        .hasWork(WorkKind.COMPARE, "10*n")
        .hasWork(WorkKind.MULTIPLY, "0");
    TestCall scaled = call.attribute("alpha", 0.5).attribute("beta", 2.0);
    assertThat(scaled.work(GEMM, WorkKind.MULTIPLY)).isEqualTo(Size.parse("10*n + 10"));
  }

  @Test
  void addsTheGeluOfAHyperbolicTangent() {
    TestCall call =
        MatrixSamples.call("GemmFastGelu")
            .input("float32[2, 64]")
            .stored("float32[64, 32]")
            .stored("float32[32]");
    assertThat(call.count(FAST_GELU))
        .hasMultiplyAdds("4096")
        .hasWork(WorkKind.BIAS_ADD, "64")
        .hasWork(WorkKind.HYPERBOLIC, "64")
        .hasWork(WorkKind.MULTIPLY, "384")
        .hasWork(WorkKind.ADD, "128");
  }

  @Test
  void leavesTheSummandOutWithoutBeta() {
    TestCall call = MatrixSamples.gemmFloat8();
    assertThat(call.shape(FLOAT8)).isEqualTo("float16[batch, 32]");
    assertThat(call.count(FLOAT8))
        .hasWork(WorkKind.MULTIPLY_ADD, ElementType.FLOAT8E4M3FN, "2048*batch")
        .hasWork(WorkKind.MULTIPLY, ElementType.FLOAT16, "64*batch")
        .hasWork(WorkKind.BIAS_ADD, "0");
    TestCall summed = call.attribute("beta", 1.0).attribute("activation", "RELU");
    assertThat(summed.count(FLOAT8))
        .hasWork(WorkKind.BIAS_ADD, "32*batch")
        .hasWork(WorkKind.COMPARE, "32*batch");
  }

  @Test
  void isBoundedByTheDenseProductForASparseMatrix() {
    TestCall call = MatrixSamples.sparse().attribute("alpha", 2.0);
    assertThat(call.shape(SPARSE)).isEqualTo("float32[3, batch]");
    assertThat(call.count(SPARSE))
        .hasWorkBetween(WorkKind.MULTIPLY_ADD, "0", "12*batch")
        .hasWorkBetween(WorkKind.MULTIPLY, "3*batch", "3*batch");
  }

  @Test
  void givesUnsignedSumsOnlyForUnsignedMatrices() {
    TestCall signed =
        MatrixSamples.call("MatMulInteger16").input("uint16[4, 8]").input("int16[8, 2]");
    TestCall unsigned =
        MatrixSamples.call("MatMulInteger16").input("uint16[4, 8]").input("uint16[8, 2]");
    assertThat(signed.shape(INTEGER)).isEqualTo("int32[4, 2]");
    assertThat(unsigned.shape(INTEGER)).isEqualTo("uint32[4, 2]");
    assertThat(unsigned.count(INTEGER)).hasMultiplyAdds("64").hasWork(WorkKind.ADD, "0");
  }

  @Test
  void bringsIntegerSumsToRealNumbers() {
    // 4 * 16 sums a sample of 8 products; 32 elements of A a sample, 128 of B
    TestCall plain = MatrixSamples.integerToFloat();
    assertThat(plain.shape(TO_FLOAT)).isEqualTo("float32[n, 4, 16]");
    assertThat(plain.count(TO_FLOAT))
        .hasWork(WorkKind.MULTIPLY_ADD, ElementType.UINT8, "512*n")
        .hasWork(WorkKind.CONVERT, "64*n")
        .hasWork(WorkKind.MULTIPLY, "64*n")
        .hasWork(WorkKind.ADD, "0");
    TestCall shifted = plain.stored("uint8[]").stored("int8[]").stored("float32[16]");
    assertThat(shifted.count(TO_FLOAT))
        .hasWork(WorkKind.ADD, "32*n + 128")
        .hasWork(WorkKind.BIAS_ADD, "64*n");
    assertThat(TO_FLOAT.role(shifted.call(TO_FLOAT), 6)).isEqualTo(InputRole.PARAMETER);
    assertThat(TO_FLOAT.role(shifted.call(TO_FLOAT), 3)).isEqualTo(InputRole.CONSTANT);
  }

  @Test
  void quantizesTheLeftMatrixWhenItRuns() {
    // 32 elements of A a sample: 2 comparisons to find the range and 2 bounds each, and the zero
    // point is quantized too
    TestCall call = MatrixSamples.dynamicQuantize();
    assertThat(call.count(DYNAMIC))
        .hasWork(WorkKind.MULTIPLY_ADD, ElementType.UINT8, "512*n")
        .hasWork(WorkKind.COMPARE, "128*n + 2")
        .hasWork(WorkKind.DIVIDE, "32*n + 2")
        .hasWork(WorkKind.ROUND, "32*n + 1")
        .hasWork(WorkKind.ADD, ElementType.FLOAT32, "32*n + 2")
        .hasWork(WorkKind.ADD, ElementType.UINT8, "32*n")
        .hasWork(WorkKind.ADD, ElementType.INT8, "0")
        .hasWork(WorkKind.CONVERT, "64*n")
        .hasWork(WorkKind.MULTIPLY, "64*n");
    TestCall shifted = call.stored("int8[16]").stored("float32[16]");
    assertThat(shifted.count(DYNAMIC))
        .hasWork(WorkKind.ADD, ElementType.INT8, "128")
        .hasWork(WorkKind.BIAS_ADD, "64*n");
  }

  @Test
  void quantizesTheOutputOfAGemmIfItHasAZeroPoint() {
    TestCall real = MatrixSamples.quantizedGemm();
    assertThat(real.shape(QUANTIZED)).isEqualTo("float32[n, 10]");
    assertThat(real.count(QUANTIZED))
        .hasWork(WorkKind.MULTIPLY_ADD, ElementType.UINT8, "640*n")
        .hasWork(WorkKind.ADD, "64*n + 640")
        .hasWork(WorkKind.CONVERT, "10*n")
        .hasWork(WorkKind.ROUND, "0");
    TestCall quantized = real.stored("int32[10]").stored("float32[]").stored("int8[]");
    assertThat(quantized.shape(QUANTIZED)).isEqualTo("int8[n, 10]");
    assertThat(quantized.count(QUANTIZED))
        .hasWork(WorkKind.BIAS_ADD, ElementType.INT32, "10*n")
        .hasWork(WorkKind.MULTIPLY, "10*n")
        .hasWork(WorkKind.ROUND, "10*n")
        .hasWork(WorkKind.COMPARE, "20*n")
        .hasWork(WorkKind.CONVERT, "0");
  }

  @Test
  void requantizesWithoutZeroPoints() {
    TestCall call = MatrixSamples.ordered();
    assertThat(call.shape(ORDERED)).isEqualTo("int8[batch, 4, 16]");
    assertThat(call.count(ORDERED))
        .hasMultiplyAdds("512*batch")
        .hasWork(WorkKind.MULTIPLY, "64*batch")
        .hasWork(WorkKind.ROUND, "64*batch")
        .hasWork(WorkKind.ADD, "0");
    TestCall summed = call.stored("float32[16]").input("int8[batch, 4, 16]").stored("float32[]");
    assertThat(summed.count(ORDERED))
        .hasWork(WorkKind.BIAS_ADD, "64*batch")
        .hasWork(WorkKind.MULTIPLY, "128*batch")
        .hasWork(WorkKind.ADD, "64*batch");
  }
}
