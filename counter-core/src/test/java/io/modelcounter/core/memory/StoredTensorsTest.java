package io.modelcounter.core.memory;

import static org.assertj.core.api.Assertions.assertThat;

import io.modelcounter.analysis.Analysis;
import io.modelcounter.analysis.StoredTensor;
import io.modelcounter.core.Analyses;
import io.modelcounter.cost.InputRole;
import io.modelcounter.model.AttributeValue;
import io.modelcounter.model.Constant;
import io.modelcounter.tck.TestGraph;
import io.modelcounter.tck.Types;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class StoredTensorsTest {

  private static InputRole role(Analysis analysis, String name) {
    return analysis.storedTensors().stream()
        .filter(tensor -> tensor.name().equals(name))
        .map(StoredTensor::role)
        .findFirst()
        .orElseThrow();
  }

  @Test
  void countsASharedWeightOnce() {
    TestGraph graph = TestGraph.named("tied");
    String x = graph.input("x", "float32[4, 8]");
    String w = graph.weight("w", "float32[8, 8]");
    String y = graph.node("MatMul", x, w).named("first").output("y");
    graph.output(graph.node("MatMul", y, w).named("second").output("z"));

    Analysis analysis = Analyses.of(graph);

    assertThat(analysis.totals().parameters().toString()).isEqualTo("64");
    assertThat(Analyses.layer(analysis, "first").parameters().toString()).isEqualTo("64");
    assertThat(Analyses.layer(analysis, "second").parameters().toString()).isEqualTo("0");
  }

  @Test
  void takesRunningStatisticsForBuffers() {
    TestGraph graph = TestGraph.named("norm");
    String x = graph.input("x", "float32[1, 8, 4, 4]");
    graph.weight("scale", "float32[8]");
    graph.weight("bias", "float32[8]");
    graph.weight("mean", "float32[8]");
    graph.weight("var", "float32[8]");
    graph.output(graph.node("BatchNormalization", x, "scale", "bias", "mean", "var").output("y"));

    Analysis analysis = Analyses.of(graph);

    assertThat(role(analysis, "scale")).isEqualTo(InputRole.PARAMETER);
    assertThat(role(analysis, "mean")).isEqualTo(InputRole.BUFFER);
    assertThat(analysis.totals().parameters().toString()).isEqualTo("16");
    assertThat(analysis.totals().buffers().toString()).isEqualTo("16");
    assertThat(analysis.totals().bufferBytes().toString()).isEqualTo("64");
  }

  @Test
  void followsAWeightThroughTransposeAndDequantization() {
    TestGraph graph = TestGraph.named("quantized");
    String x = graph.input("x", "float32[4, 8]");
    graph.weight("w", "int8[16, 8]");
    graph.weight("scale", "float32[16]");
    String dequantized =
        graph.node("DequantizeLinear", "w", "scale").attribute("axis", 0L).output("wf");
    String turned = graph.node("Transpose", dequantized).output("wt");
    graph.output(graph.node("MatMul", x, turned).output("y"));

    Analysis analysis = Analyses.of(graph);

    assertThat(role(analysis, "w")).isEqualTo(InputRole.PARAMETER);
    assertThat(role(analysis, "scale")).isEqualTo(InputRole.CONSTANT);
    assertThat(analysis.totals().weightBytes().toString()).isEqualTo("128");
  }

  @Test
  void takesBoundsShapesAndSingleNumbersForConstants() {
    TestGraph graph = TestGraph.named("constants");
    String x = graph.input("x", "float32[4, 8]");
    graph.weight("two", "float32[]");
    graph.constant("shape", 8, 4);
    String doubled = graph.node("Mul", x, "two").output("doubled");
    graph.output(graph.node("Reshape", doubled, "shape").output("y"));

    Analysis analysis = Analyses.of(graph);

    assertThat(analysis.totals().parameters().toString()).isEqualTo("0");
    assertThat(analysis.totals().constants().toString()).isEqualTo("3");
  }

  @Test
  void takesALearnedOperandForAParameterButNotAnAttentionMask() {
    TestGraph graph = TestGraph.named("operands");
    String x = graph.input("x", "float32[1, 2, 4, 4]");
    graph.weight("gain", "float32[4]");
    graph.weight("mask", "float32[1, 1, 4, 4]");
    String scaled = graph.node("Mul", x, "gain").output("scaled");
    graph.output(graph.node("Add", scaled, "mask").output("y"));

    Analysis analysis = Analyses.of(graph);

    assertThat(role(analysis, "gain")).isEqualTo(InputRole.PARAMETER);
    assertThat(role(analysis, "mask")).isEqualTo(InputRole.CONSTANT);
  }

  @Test
  void takesAClassTokenThatIsJoinedToActivationsForAParameter() {
    TestGraph graph = TestGraph.named("token");
    String x = graph.input("x", "float32[batch, 196, 768]");
    graph.weight("token", "float32[1, 1, 768]");
    graph.constant("one", 1, 1, 1);
    String expanded = graph.node("Expand", "token", "one").output("expanded");
    graph.output(graph.node("Concat", expanded, x).attribute("axis", 1L).output("y"));

    assertThat(role(Analyses.of(graph), "token")).isEqualTo(InputRole.PARAMETER);
  }

  @Test
  void saysOfAnUnusedTensorThatNoNodeUsesIt() {
    TestGraph graph = TestGraph.named("unused");
    graph.weight("lost", "float32[9]");
    graph.output(graph.node("Relu", graph.input("x", "float32[1]")).output("y"));

    assertThat(Analyses.of(graph).storedTensors())
        .singleElement()
        .satisfies(
            tensor -> {
              assertThat(tensor.role()).isEqualTo(InputRole.CONSTANT);
              assertThat(tensor.reason()).isEqualTo("no node uses it");
            });
  }

  @Test
  void countsATensorOfAFunctionOnceHoweverManyTypingsItHas() {
    TestGraph body = TestGraph.named("Scale");
    body.input("a");
    String gain =
        body.node("Constant")
            .attribute(
                "value",
                AttributeValue.of(
                    Constant.dense("gain", Types.tensor("float32[3]"), Optional::empty)))
            .output("gain");
    body.output(body.node("Mul", "a", gain).output("b"));
    TestGraph graph = TestGraph.named("calls").function("local", "Scale", body);
    String x = graph.input("x", "float32[2, 3]");
    String y = graph.input("y", "float32[5, 3]");
    graph.output(graph.node("Scale", x).domain("local").output("xs"));
    graph.output(graph.node("Scale", y).domain("local").output("ys"));

    assertThat(Analyses.of(graph).totals().parameters().toString()).isEqualTo("3");
  }

  @Test
  void followsAWeightOutOfAFunction() {
    TestGraph body = TestGraph.named("Turn");
    body.input("a");
    body.output(body.node("Transpose", "a").output("b"));
    TestGraph graph = TestGraph.named("calls").function("local", "Turn", body);
    String x = graph.input("x", "float32[2, 3]");
    String w = graph.weight("w", "float32[4, 3]");
    String turned = graph.node("Turn", w).domain("local").output("turned");
    graph.output(graph.node("MatMul", x, turned).output("y"));

    assertThat(role(Analyses.of(graph), "w")).isEqualTo(InputRole.PARAMETER);
  }

  @Test
  void doesNotTakeOperandsForLearnedWhereNothingIsComputed() {
    TestGraph graph = TestGraph.named("tables");
    String x = graph.input("x", "float32[8]");
    graph.weight("rows", "float32[8]");
    graph.weight("columns", "float32[8]");
    String table = graph.node("Mul", "rows", "columns").output("table");
    graph.output(graph.node("Sub", x, table).output("y"));

    assertThat(Analyses.of(graph).totals().parameters().toString()).isEqualTo("0");
  }
}
