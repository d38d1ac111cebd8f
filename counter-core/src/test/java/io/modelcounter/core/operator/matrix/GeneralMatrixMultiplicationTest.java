package io.modelcounter.core.operator.matrix;

import static io.modelcounter.tck.ModelCounterAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.modelcounter.cost.WorkKind;
import io.modelcounter.spi.InvalidNodeException;
import io.modelcounter.spi.OperatorRange;
import io.modelcounter.spi.operator.GeneralMatrixMultiplication;
import io.modelcounter.tck.TestCall;
import org.junit.jupiter.api.Test;

class GeneralMatrixMultiplicationTest {
  private static final GeneralMatrixMultiplication GEMM =
      new GeneralMatrixMultiplication(OperatorRange.onnx("Gemm"));
  private static final FullyConnected FULLY_CONNECTED = new FullyConnected();

  /** A linear layer as exporters write it. */
  private static final TestCall LINEAR =
      TestCall.onnx("Gemm", 13)
          .input("float32[batch, 64]")
          .stored("float32[10, 64]")
          .attribute("transB", 1L);

  @Test
  void readsBothMatricesTransposed() {
    TestCall call =
        TestCall.onnx("Gemm", 11)
            .input("float64[64, 4]")
            .input("float64[10, 64]")
            .attribute("transA", 1L)
            .attribute("transB", 1L);
    assertThat(call.shape(GEMM)).isEqualTo("float64[4, 10]");
    assertThat(call.count(GEMM)).hasMultiplyAdds("2560");
  }

  @Test
  void addsTheBiasOncePerOutputElement() {
    assertThat(LINEAR.count(GEMM))
        .hasMultiplyAdds("640*batch")
        .hasOnlyWork(WorkKind.MULTIPLY_ADD, WorkKind.SUM_START);
    assertThat(LINEAR.stored("float32[10]").count(GEMM))
        .hasMultiplyAdds("640*batch")
        .hasWork(WorkKind.BIAS_ADD, "10*batch")
        .hasOnlyWork(WorkKind.MULTIPLY_ADD, WorkKind.SUM_START, WorkKind.BIAS_ADD);
  }

  @Test
  void scalesByFactorsOtherThanOne() {
    TestCall call = LINEAR.stored("float32[10]").attribute("alpha", 1.0).attribute("beta", 1.0);
    assertThat(call.count(GEMM)).hasWork(WorkKind.MULTIPLY, "0");
    assertThat(call.attribute("alpha", 0.5).count(GEMM)).hasWork(WorkKind.MULTIPLY, "10*batch");
    assertThat(call.attribute("beta", 0.5).count(GEMM)).hasWork(WorkKind.MULTIPLY, "10");
  }

  @Test
  void acceptsTheBroadcastAttributeOfFormerVersions() {
    TestCall call =
        TestCall.onnx("Gemm", 1)
            .input("float32[2, 3]")
            .stored("float32[3, 4]")
            .stored("float32[4]")
            .attribute("broadcast", 1L);
    assertThat(call.shape(GEMM)).isEqualTo("float32[2, 4]");
    assertThat(call.count(GEMM)).hasMultiplyAdds("24").hasWork(WorkKind.BIAS_ADD, "8");
  }

  @Test
  void refusesWhatIsNoMatrixOrDoesNotFit() {
    assertThatThrownBy(
            () ->
                TestCall.onnx("Gemm", 13)
                    .input("float32[2, 3, 4]")
                    .input("float32[4, 5]")
                    .shape(GEMM))
        .isInstanceOf(InvalidNodeException.class)
        .hasMessageContaining("[2, 3, 4]");
    assertThatThrownBy(() -> LINEAR.stored("float32[11]").shape(GEMM))
        .isInstanceOf(InvalidNodeException.class)
        .hasMessageContaining("[11]");
  }

  @Test
  void knowsTheColumnsWithoutTheInput() {
    TestCall call = LINEAR.withUnknownRank(0);
    assertThat(call.infer(GEMM).get(0)).hasSizes("Y.rows", "10");
    assertThat(call.count(GEMM)).isUnknown();
  }

  @Test
  void flattensBothOperandsOfTheRemovedFullyConnectedOperator() {
    TestCall call =
        TestCall.onnx("FC", 1)
            .input("float32[batch, 3, 4]")
            .stored("float32[5, 3, 4]")
            .stored("float32[5]");
    assertThat(call.shape(FULLY_CONNECTED)).isEqualTo("float32[batch, 5]");
    assertThat(call.count(FULLY_CONNECTED))
        .hasMultiplyAdds("60*batch")
        .hasWork(WorkKind.BIAS_ADD, "5*batch");
  }
}
