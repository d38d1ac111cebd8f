package io.modelcounter.core.operator.activation;

import static io.modelcounter.tck.ModelCounterAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.modelcounter.cost.Cost;
import io.modelcounter.cost.InputRole;
import io.modelcounter.cost.WorkKind;
import io.modelcounter.spi.InvalidNodeException;
import io.modelcounter.symbolic.Size;
import io.modelcounter.tck.OperatorFamily;
import io.modelcounter.tck.TestCall;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ActivationOperatorsTest {
  private static final OperatorFamily FAMILY = new OperatorFamily(ActivationOperators.all());

  private static Cost cost(TestCall call) {
    return call.count(FAMILY);
  }

  private static Size operations(TestCall call) {
    return Size.sum(cost(call).low().amounts().values());
  }

  @ParameterizedTest
  @CsvSource({
    "Relu, 1",
    "LeakyRelu, 2",
    "ThresholdedRelu, 1",
    "Elu, 4",
    "Selu, 5",
    "Celu, 7",
    "Gelu, 5",
    "Mish, 5",
    "Sigmoid, 4",
    "Swish, 5",
    "HardSigmoid, 4",
    "HardSwish, 5",
    "Softplus, 3",
    "Softsign, 3",
    "Shrink, 3",
    "Affine, 2",
    "Scale, 1",
    "ScaledTanh, 3",
    "ParametricSoftplus, 5"
  })
  void countsElementaryOperationsOfEveryElement(String name, int operations) {
    TestCall call = TestCall.onnx(name, 1).input("float32[batch, 10]");
    assertThat(call.shape(FAMILY)).isEqualTo("float32[batch, 10]");
    assertThat(operations(call)).isEqualTo(Size.parse("10*batch").times(operations));
  }

  @Test
  void sigmoidIsFourOperations() {
    assertThat(cost(TestCall.onnx("Sigmoid", 13).input("float32[n]")))
        .hasWork(WorkKind.NEGATE, "n")
        .hasWork(WorkKind.EXP, "n")
        .hasWork(WorkKind.ADD, "n")
        .hasWork(WorkKind.DIVIDE, "n");
  }

  @Test
  void approximateGeluUsesTheHyperbolicTangent() {
    TestCall call = TestCall.onnx("Gelu", 20).input("float32[2]").attribute("approximate", "tanh");
    assertThat(cost(call))
        .hasWork(WorkKind.HYPERBOLIC, "2")
        .hasWork(WorkKind.MULTIPLY, "12")
        .hasWork(WorkKind.ADD, "4");
    assertThat(cost(TestCall.onnx("Gelu", 20).input("float32[2]")))
        .hasWork(WorkKind.ERROR_FUNCTION, "2");
  }

  @Test
  void swishMultipliesByAnAlphaOtherThanOne() {
    TestCall call = TestCall.onnx("Swish", 24).input("float32[2]");
    assertThat(operations(call.attribute("alpha", 1.0))).isEqualTo(Size.of(10));
    assertThat(operations(call.attribute("alpha", 0.5))).isEqualTo(Size.of(12));
  }

  @Test
  void swiGluNeedsEqualShapes() {
    TestCall gate = TestCall.onnx("SwiGLU", 28).input("float32[batch, s, 4]");
    TestCall call = gate.input("float32[batch, 3, 4]");
    assertThat(call.shape(FAMILY)).isEqualTo("float32[batch, 3, 4]");
    assertThat(operations(call)).isEqualTo(Size.parse("72*batch"));
    assertThatThrownBy(() -> gate.input("float32[4]").shape(FAMILY))
        .isInstanceOf(InvalidNodeException.class);
    assertThatThrownBy(() -> gate.input("float32[batch, s, 5]").shape(FAMILY))
        .isInstanceOf(InvalidNodeException.class);
  }

  @Test
  void slopesOfPReluAreParameters() {
    TestCall call = TestCall.onnx("PRelu", 16).input("float32[1, 4, 2]").stored("float32[4, 1]");
    assertThat(call.shape(FAMILY)).isEqualTo("float32[1, 4, 2]");
    assertThat(FAMILY.role(call.call(FAMILY), 1)).isEqualTo(InputRole.PARAMETER);
    assertThat(cost(call)).hasWork(WorkKind.COMPARE, "8").hasWork(WorkKind.MULTIPLY, "8");
  }

  @Test
  void reluFollowsSizes() {
    assertThat(TestCall.onnx("Relu", 14).sizes("h", "-h").infer(FAMILY).get(0)).hasValue("h", "0");
  }

  @Test
  void softmaxWorksOnRowsAlongOneAxis() {
    TestCall call =
        TestCall.onnx("Softmax", 13).input("float32[batch, 5, 8]").attribute("axis", 1L);
    assertThat(cost(call))
        .hasWork(WorkKind.COMPARE, "32*batch")
        .hasWork(WorkKind.ADD, "72*batch")
        .hasWork(WorkKind.EXP, "40*batch")
        .hasWork(WorkKind.DIVIDE, "40*batch");
  }

  @Test
  void oldSoftmaxWorksOnRowsFromTheAxisOn() {
    TestCall call = TestCall.onnx("Softmax", 11).input("float32[2, 5, 8]");
    assertThat(cost(call)).hasWork(WorkKind.COMPARE, "78").hasWork(WorkKind.EXP, "80");
  }

  @Test
  void logSoftmaxTakesOneLogarithmARow() {
    TestCall call = TestCall.onnx("LogSoftmax", 13).input("float32[6, n]");
    assertThat(cost(call))
        .hasWork(WorkKind.LOG, "6")
        .hasWork(WorkKind.ADD, "18*n - 6")
        .hasWork(WorkKind.EXP, "6*n");
  }

  @Test
  void hardmaxOnlyCompares() {
    TestCall call = TestCall.onnx("Hardmax", 13).input("float32[6, n]");
    assertThat(cost(call)).hasWork(WorkKind.COMPARE, "6*n - 6").hasOnlyWork(WorkKind.COMPARE);
  }

  @Test
  void emptyRowsAreNoWork() {
    assertThat(cost(TestCall.onnx("Softmax", 13).input("float32[4, 0]"))).hasOnlyWork();
    assertThat(cost(TestCall.onnx("Softmax", 13).input("float32[]")))
        .hasWork(WorkKind.EXP, "1")
        .hasWork(WorkKind.COMPARE, "0");
    assertThat(cost(TestCall.onnx("Softmax", 1).input("float32[4]"))).hasWork(WorkKind.EXP, "4");
  }

  @Test
  void refusesAnAxisThatIsNotThere() {
    TestCall call = TestCall.onnx("Softmax", 13).input("float32[4]").attribute("axis", 2L);
    assertThatThrownBy(() -> cost(call)).isInstanceOf(InvalidNodeException.class);
  }
}
