package io.modelcounter.core.operator.training;

import static io.modelcounter.tck.ModelCounterAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.modelcounter.cost.InputRole;
import io.modelcounter.cost.WorkKind;
import io.modelcounter.model.AttributeValue;
import io.modelcounter.spi.InvalidNodeException;
import io.modelcounter.tck.TestCall;
import io.modelcounter.tck.WrongCalls;
import java.util.List;
import org.junit.jupiter.api.Test;

class TrainingOperatorsTest {
  private static final String DOMAIN = "ai.onnx.preview.training";
  private static final Optimizer ADAGRAD = new Optimizer("Adagrad", UpdateRule.ADAGRAD);
  private static final Optimizer ADAM = new Optimizer("Adam", UpdateRule.ADAM);
  private static final Optimizer MOMENTUM = new Optimizer("Momentum", UpdateRule.MOMENTUM);
  private static final Gradient GRADIENT = new Gradient();
  private static final GraphCall GRAPH_CALL = new GraphCall();

  private static TestCall step(String name, int tensors) {
    TestCall call = TestCall.of(DOMAIN, name, 1).input("float32[]").input("int64[]");
    for (int i = 0; i < tensors; i++) {
      call = call.input("float32[n]");
    }
    return call;
  }

  @Test
  void givesVariablesAndThenStates() {
    TestCall call =
        TestCall.of(DOMAIN, "Adam", 1)
            .input("float32[]")
            .input("int64[]")
            .input("float32[1]")
            .input("float64[2]")
            .input("float32[1]")
            .input("float64[2]")
            .input("float32[1]")
            .input("float64[2]")
            .input("float32[1]")
            .input("float64[2]")
            .outputs("x1", "x2", "v1", "v2", "h1", "h2");
    assertThat(call.shapes(ADAM))
        .containsExactly(
            "float32[1]", "float64[2]", "float32[1]", "float64[2]", "float32[1]", "float64[2]");
    assertThat(ADAM.role(call.call(), 0)).isEqualTo(InputRole.CONSTANT);
    assertThat(ADAM.role(call.call(), 3)).isEqualTo(InputRole.PARAMETER);
    assertThat(ADAM.role(call.call(), 4)).isEqualTo(InputRole.CONSTANT);
    assertThat(ADAM.role(call.call(), 9)).isEqualTo(InputRole.BUFFER);
  }

  @Test
  void countsTheUpdateOfEveryElement() {
    assertThat(step("Adagrad", 3).count(ADAGRAD))
        .hasWork(WorkKind.MULTIPLY, "3*n + 1")
        .hasWork(WorkKind.ADD, "4*n + 1")
        .hasWork(WorkKind.SQRT, "n");
    assertThat(step("Adam", 4).count(ADAM))
        .hasWork(WorkKind.MULTIPLY, "8*n + 1")
        .hasWork(WorkKind.POWER, "2");
    assertThat(step("Momentum", 6).count(MOMENTUM)).hasWork(WorkKind.MULTIPLY, "8*n");
    assertThat(step("Momentum", 6).attribute("mode", "nesterov").count(MOMENTUM))
        .hasWork(WorkKind.MULTIPLY, "10*n");
  }

  @Test
  void explainsItsWorkInNamedTerms() {
    assertThat(step("Adagrad", 6).count(ADAGRAD).formula().text())
        .isEqualTo("elements * operations + once with elements = 2*n, operations = 9, once = 3");
  }

  @Test
  void throwsOnlyWhatIsDeclaredHoweverWrongACallIs() {
    List<TestCall> samples =
        List.of(
            step("Adagrad", 3),
            step("Adam", 8),
            step("Momentum", 3).attribute("mode", "nesterov"),
            TestCall.of(DOMAIN, "Gradient", 1)
                .input("float32[n, 3]")
                .attribute("xs", AttributeValue.ofStrings(List.of("A"))),
            TestCall.of(DOMAIN, "GraphCall", 1).input("float32[2]"));
    assertThatCode(() -> WrongCalls.ask(TrainingOperators.all(), samples))
        .doesNotThrowAnyException();
  }

  @Test
  void refusesTensorsThatAreNotComplete() {
    assertThatThrownBy(() -> step("Adam", 3).shape(ADAM))
        .isInstanceOf(InvalidNodeException.class)
        .hasMessageContaining("4 for each variable");
    assertThatThrownBy(() -> step("Momentum", 3).attribute("mode", "other").count(MOMENTUM))
        .isInstanceOf(InvalidNodeException.class)
        .hasMessageContaining("other");
  }

  @Test
  void isUnknownWithoutTheVariable() {
    assertThat(step("Adagrad", 3).withUnknownRanks().count(ADAGRAD)).isUnknown();
  }

  @Test
  void givesGradientsOfTheShapeOfTheirVariables() {
    TestCall call =
        TestCall.of(DOMAIN, "Gradient", 1)
            .input("float32[n, 3]")
            .input("float32[3]")
            .input("float32[7]")
            .attribute("xs", AttributeValue.ofStrings(List.of("A", "B")))
            .attribute("zs", AttributeValue.ofStrings(List.of("C")))
            .attribute("y", "D")
            .outputs("dA", "dB");
    assertThat(call.shapes(GRADIENT)).containsExactly("float32[n, 3]", "float32[3]");
    assertThat(call.count(GRADIENT)).isUnknownBecause("differentiates");
  }

  @Test
  void knowsNothingOfAGraphThatIsCalled() {
    TestCall call = TestCall.of(DOMAIN, "GraphCall", 1).input("float32[2]").outputs("a", "b");
    assertThat(call.infer(GRAPH_CALL)).hasSize(2);
    assertThat(call.count(GRAPH_CALL)).isUnknownBecause("not part of the node");
  }
}
