package io.modelcounter.core.inference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.modelcounter.analysis.Analysis;
import io.modelcounter.analysis.LayerStatus;
import io.modelcounter.core.Analyses;
import io.modelcounter.model.AttributeValue;
import io.modelcounter.model.Constant;
import io.modelcounter.model.ElementType;
import io.modelcounter.model.ModelException;
import io.modelcounter.model.Shape;
import io.modelcounter.model.TensorType;
import io.modelcounter.model.ValueInfo;
import io.modelcounter.tck.TestGraph;
import java.util.List;
import java.util.Optional;
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

  private static TestGraph biased() {
    TestGraph body = TestGraph.named("Biased");
    body.input("a");
    body.input("w");
    body.input("b");
    body.output(body.node("Conv", "a", "w", "b").output("c"));
    return body;
  }

  @Test
  void leavesAnInputThatIsNotGivenAbsentInTheBody() {
    TestGraph graph = TestGraph.named("calls").function("local", "Biased", biased());
    graph.input("x", "float32[1, 3, 8, 8]");
    graph.weight("w", "float32[4, 3, 1, 1]");
    graph.output(graph.node("Biased", "x", "w").domain("local").output("short"));
    graph.output(graph.node("Biased", "x", "w", "").domain("local").output("empty"));

    // each call: 4 * 64 outputs of 3 multiply-adds, and no bias
    assertThat(Analyses.of(graph).totals().flops().toString()).isEqualTo("3072");
  }

  @Test
  void givesEveryCallTheSizesThatItsDataDecide() {
    TestGraph body = TestGraph.named("Places");
    body.input("a");
    String found = body.node("NonZero", "a").output("found");
    body.output(body.node("Shape", found).output("shape"));
    body.output(body.node("SequenceConstruct", found).output("all"));
    TestGraph graph = TestGraph.named("calls").function("local", "Places", body);
    graph.scalar("zero", 0);
    for (String name : List.of("x", "y")) {
      graph.input(name, "float32[5]");
      graph.node("Places", name).domain("local").outputs(name + "_shape", name + "_all");
      graph.output(graph.node("ConstantOfShape", name + "_shape").output(name + "_filled"));
      graph.output(graph.node("SequenceAt", name + "_all", "zero").output(name + "_found"));
    }

    List<ValueInfo> outputs = Analyses.of(graph).outputs();

    assertThat(outputs.get(0).type()).isNotEqualTo(outputs.get(2).type());
    assertThat(outputs.get(1).type()).isNotEqualTo(outputs.get(3).type());
  }

  @Test
  void countsEveryTensorThatCallsGiveAsAnAttribute() {
    TestGraph body = TestGraph.named("Fixed");
    body.input("a");
    body.node("Constant").attribute("value", AttributeValue.reference("weight")).output("w");
    body.output(body.node("MatMul", "a", "w").output("b"));
    TestGraph graph = TestGraph.named("calls").function("local", "Fixed", body);
    TensorType type = new TensorType(ElementType.FLOAT32, Shape.of(8, 8));
    String value = graph.input("x", "float32[1, 8]");
    for (String name : List.of("first", "second")) {
      Constant weight = Constant.dense("", type, Optional::empty);
      value =
          graph
              .node("Fixed", value)
              .domain("local")
              .attribute("weight", AttributeValue.of(weight))
              .output(name);
    }
    graph.output(value);

    assertThat(Analyses.of(graph).totals().parameters().toString()).isEqualTo("128");
  }

  @Test
  void countsTheWeightOfABodyOnceForAllTypings() {
    TestGraph body = TestGraph.named("Fixed");
    body.input("a");
    Constant weight =
        Constant.dense("", new TensorType(ElementType.FLOAT32, Shape.of(8, 8)), Optional::empty);
    body.node("Constant").attribute("value", AttributeValue.of(weight)).output("w");
    body.output(body.node("MatMul", "a", "w").output("b"));
    TestGraph graph = TestGraph.named("calls").function("local", "Fixed", body);
    graph.input("x", "float32[1, 8]");
    graph.input("y", "float32[2, 8]");
    graph.output(graph.node("Fixed", "x").domain("local").output("first"));
    graph.output(graph.node("Fixed", "y").domain("local").output("second"));

    assertThat(Analyses.of(graph).totals().parameters().toString()).isEqualTo("64");
  }

  @Test
  void tellsAWeightFromWhatIsComputedOfIt() {
    TestGraph body = TestGraph.named("Scale");
    body.input("a");
    body.input("w");
    body.output(body.node("Mul", "a", "w").output("b"));
    TestGraph graph = TestGraph.named("calls").function("local", "Scale", body);
    graph.input("x", "float32[1, 8]");
    graph.weight("w", "float32[8]");
    graph.node("Relu", "w").output("positive");
    graph.node("Scale", "x", "positive").domain("local").output("y");
    graph.output(graph.node("Scale", "y", "w").domain("local").output("z"));

    assertThat(Analyses.of(graph).totals().parameters().toString()).isEqualTo("8");
  }

  @Test
  void refusesAFunctionThatCallsItselfInABranch() {
    TestGraph then = TestGraph.named("then");
    then.output(then.node("Endless", "a", "c").domain("local").output("again"));
    TestGraph otherwise = TestGraph.named("else");
    otherwise.output(otherwise.node("Relu", "a").output("end"));
    TestGraph body = TestGraph.named("Endless");
    body.input("a");
    body.input("c");
    body.output(
        body.node("If", "c")
            .graph("then_branch", then)
            .graph("else_branch", otherwise)
            .output("b"));
    TestGraph graph = TestGraph.named("calls").function("local", "Endless", body);
    graph.input("x", "float32[1]");
    graph.input("c", "bool[]");
    graph.output(graph.node("Endless", "x", "c").domain("local").output("y"));

    assertThatThrownBy(() -> Analyses.of(graph))
        .isInstanceOf(ModelException.class)
        .hasMessageContaining("deep");
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
