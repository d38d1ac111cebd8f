package io.modelcounter.core.inference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.modelcounter.analysis.Analysis;
import io.modelcounter.analysis.LayerStatus;
import io.modelcounter.core.Analyses;
import io.modelcounter.model.AttributeValue;
import io.modelcounter.model.ModelException;
import io.modelcounter.tck.TestGraph;
import org.junit.jupiter.api.Test;

class FunctionCallsTest {

  private static TestGraph square() {
    TestGraph body = TestGraph.named("Square");
    body.input("a");
    body.output(body.node("MatMul", "a", "a").named("product").output("b"));
    return body;
  }

  @Test
  void countsTheBodyOncePerTypingAndMultipliesIt() {
    TestGraph graph = TestGraph.named("calls").function("local", "Square", square());
    String x = graph.input("x", "float32[16, 16]");
    String y = graph.node("Square", x).domain("local").named("first").output("y");
    graph.output(graph.node("Square", y).domain("local").named("second").output("z"));

    Analysis analysis = Analyses.of(graph);

    assertThat(analysis.totals().macs().toString()).isEqualTo("8192");
    assertThat(Analyses.layer(analysis, "product").multiplicity().toString()).isEqualTo("2");
    assertThat(Analyses.layer(analysis, "first").status()).isEqualTo(LayerStatus.FREE);
    assertThat(Analyses.layer(analysis, "product").amount("macs").toString()).isEqualTo("8192");
  }

  @Test
  void typesTheBodyAnewForOtherShapes() {
    TestGraph graph = TestGraph.named("calls").function("local", "Square", square());
    String x = graph.input("x", "float32[16, 16]");
    String y = graph.input("y", "float32[2, 2]");
    graph.output(graph.node("Square", x).domain("local").output("xx"));
    graph.output(graph.node("Square", y).domain("local").output("yy"));

    assertThat(Analyses.of(graph).totals().macs().toString()).isEqualTo("4104");
  }

  @Test
  void passesAttributesIntoTheBody() {
    TestGraph body = TestGraph.named("Sum");
    body.input("a");
    body.output(
        body.node("Concat", "a", "a")
            .attribute("axis", AttributeValue.reference("along"))
            .output("b"));
    TestGraph graph = TestGraph.named("calls").function("local", "Twice", body);
    String x = graph.input("x", "float32[2, 3]");
    graph.output(graph.node("Twice", x).domain("local").attribute("along", 1L).output("y"));

    assertThat(Analyses.of(graph).outputs().get(0).type()).hasToString("float32[2, 6]");
  }

  @Test
  void prefersAModelLocalFunctionToABuiltInOperator() {
    TestGraph body = TestGraph.named("Relu");
    body.input("a");
    body.output(body.node("Neg", "a").named("negate").output("b"));
    TestGraph graph = TestGraph.named("calls").function("ai.onnx", "Relu", body);
    graph.output(graph.node("Relu", graph.input("x", "float32[7]")).named("call").output("y"));

    assertThat(Analyses.layer(Analyses.of(graph), "negate").amount("flops").toString())
        .isEqualTo("7");
  }

  @Test
  void multipliesNestedCallsWithoutExpandingThem() {
    TestGraph graph = TestGraph.named("laughs");
    TestGraph leaf = TestGraph.named("F0");
    leaf.input("a");
    leaf.output(leaf.node("Relu", "a").named("relu").output("b"));
    graph.function("local", "F0", leaf);
    for (int i = 1; i <= 64; i++) {
      TestGraph body = TestGraph.named("F" + i);
      body.input("a");
      String callee = "F" + (i - 1);
      String once = body.node(callee, "a").domain("local").output("once");
      body.output(body.node(callee, once).domain("local").output("b"));
      graph.function("local", "F" + i, body);
    }
    graph.output(graph.node("F64", graph.input("x", "float32[1]")).domain("local").output("y"));

    assertThat(Analyses.of(graph).totals().flops().toString()).isEqualTo("18446744073709551616");
  }

  @Test
  void refusesAFunctionThatCallsItself() {
    TestGraph body = TestGraph.named("Endless");
    body.input("a");
    body.output(body.node("Endless", "a").domain("local").output("b"));
    TestGraph graph = TestGraph.named("calls").function("local", "Endless", body);
    graph.output(graph.node("Endless", graph.input("x", "float32[1]")).domain("local").output("y"));

    assertThatThrownBy(() -> Analyses.of(graph))
        .isInstanceOf(ModelException.class)
        .hasMessageContaining("Endless");
  }
}
