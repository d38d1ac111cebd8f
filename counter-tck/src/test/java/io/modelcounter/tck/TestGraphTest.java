package io.modelcounter.tck;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.modelcounter.model.AttributeValue;
import io.modelcounter.model.Attributes;
import io.modelcounter.model.Function;
import io.modelcounter.model.FunctionId;
import io.modelcounter.model.Graph;
import io.modelcounter.model.Model;
import io.modelcounter.model.Node;
import io.modelcounter.model.OperatorId;
import io.modelcounter.model.TensorValue;
import io.modelcounter.model.UnknownType;
import io.modelcounter.model.ValueInfo;
import io.modelcounter.symbolic.Size;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

final class TestGraphTest {

  @Test
  void buildsAModel() {
    TestGraph g = TestGraph.named("tiny").opset(13).metadata("key", "text");
    String x = g.input("x", "float32[batch, 3, 32, 32]");
    String w = g.weight("w", "float32[8, 3, 3, 3]");
    String y =
        g.node("Conv", x, w)
            .attribute("pads", 1, 1, 1, 1)
            .named("/block/conv/Conv")
            .scope("block", "conv")
            .output("y");
    String z = g.node("Relu", y).output("z");
    g.output(z, "float32[batch, 8, 32, 32]").declare(y, "float32[batch, 8, 32, 32]");
    Model model = g.model();

    assertThat(model.origin().name()).isEqualTo("tiny");
    assertThat(model.opsets()).isEqualTo(Map.of("ai.onnx", 13L));
    assertThat(model.metadata()).isEqualTo(Map.of("key", "text"));
    assertThat(model.graph().inputs())
        .containsExactly(new ValueInfo("x", Types.parse("float32[batch, 3, 32, 32]")));
    assertThat(model.graph().outputs())
        .containsExactly(new ValueInfo("z", Types.parse("float32[batch, 8, 32, 32]")));
    assertThat(model.graph().declared()).containsOnlyKeys("y");
    assertThat(model.graph().initializers().get("w").type())
        .isEqualTo(Types.tensor("float32[8, 3, 3, 3]"));
    assertThat(model.graph().initializers().get("w").value()).isEmpty();

    Node conv = model.graph().nodes().get(0);
    assertThat(conv.index()).isZero();
    assertThat(conv.name()).isEqualTo("/block/conv/Conv");
    assertThat(conv.operator()).isEqualTo(OperatorId.onnx("Conv", 13));
    assertThat(conv.inputs()).containsExactly("x", "w");
    assertThat(conv.outputs()).containsExactly("y");
    assertThat(conv.scope()).containsExactly("block", "conv");
    assertThat(conv.attributes().integers("pads").orElseThrow()).containsExactly(1, 1, 1, 1);
    assertThat(model.graph().nodes().get(1).index()).isEqualTo(1);
  }

  @Test
  void storesConstantsWithTheirElements() {
    TestGraph g = TestGraph.named("constants");
    g.constant("axes", 1, 2);
    g.constant("none");
    g.scalar("one", 1);
    g.constant("sizes", TensorValue.sizes(List.of(Size.parse("h"))));
    Graph graph = g.graph();
    assertThat(graph.initializers()).containsOnlyKeys("axes", "none", "one", "sizes");
    assertThat(elements(graph, "axes")).isEqualTo("int64[2][1, 2]");
    assertThat(elements(graph, "none")).isEqualTo("int64[0][]");
    assertThat(elements(graph, "one")).isEqualTo("int64[][1]");
    assertThat(elements(graph, "sizes")).isEqualTo("int64[1][h]");
  }

  @Test
  void leavesTypesOpenThatAreNotGiven() {
    TestGraph g = TestGraph.named("open");
    g.output(g.input("x"));
    assertThat(g.graph().inputs().get(0).type()).isInstanceOf(UnknownType.class);
    assertThat(g.graph().outputs().get(0).type()).isInstanceOf(UnknownType.class);
  }

  @Test
  void givesNodesTheVersionOfTheirDomainOrTheirOwn() {
    TestGraph g = TestGraph.named("versions").opset(17).opset("com.example", 3);
    g.node("Relu", "x").output("a");
    g.node("Relu", "x").version(14).output("b");
    g.node("Gate", "x").domain("com.example").output("c");
    g.node("Gate", "x").domain("org.example").overload("wide").output("d");
    List<Node> nodes = g.model().graph().nodes();
    assertThat(nodes)
        .extracting(node -> node.operator().toString())
        .containsExactly(
            "ai.onnx:Relu-17", "ai.onnx:Relu-14", "com.example:Gate-3", "org.example:Gate-1");
    assertThat(nodes.get(3).overload()).isEqualTo("wide");
  }

  @Test
  void takesGraphsAsAttributes() {
    TestGraph then = TestGraph.named("then");
    then.output(then.node("Relu", "x").output("t"));
    TestGraph otherwise = TestGraph.named("else");
    otherwise.output(otherwise.node("Neg", "x").output("e"));
    TestGraph g = TestGraph.named("branch").opset(16);
    g.input("x", "float32[2]");
    String condition = g.input("c", "bool[]");
    List<String> outputs =
        g.node("If", condition)
            .graph("then_branch", then)
            .graph("else_branch", otherwise)
            .outputs("y", "");
    assertThat(outputs).containsExactly("y", "");

    Node branch = g.model().graph().nodes().get(0);
    Graph body = branch.attributes().graph("then_branch").orElseThrow();
    assertThat(body.nodes().get(0).operator()).isEqualTo(OperatorId.onnx("Relu", 16));
    assertThat(branch.attributes().graph("else_branch").orElseThrow().name()).isEqualTo("else");
  }

  @Test
  void definesFunctions() {
    TestGraph body = TestGraph.named("body");
    String x = body.input("x");
    String leaky =
        body.node("LeakyRelu", x)
            .attribute("alpha", AttributeValue.reference("slope"))
            .output("leaky");
    body.output(leaky);
    FunctionId id = new FunctionId("local", "Activation", "");
    Attributes defaults = Attributes.none().with("slope", AttributeValue.of(0.5));
    TestGraph g =
        TestGraph.named("main")
            .opset(18)
            .function(id, body, Set.of("other"), defaults)
            .function("local", "Plain", body);
    Model model = g.model();

    Function function = model.functions().get(id);
    assertThat(model.opsets()).containsEntry("local", 1L);
    assertThat(function.attributeNames()).containsExactly("other");
    assertThat(function.defaults()).isEqualTo(defaults);
    assertThat(function.body().nodes().get(0).operator())
        .isEqualTo(OperatorId.onnx("LeakyRelu", 18));
    assertThat(model.functions()).containsKey(new FunctionId("local", "Plain", ""));
  }

  @Test
  void refusesANodeWithoutOutputs() {
    TestGraph g = TestGraph.named("unfinished");
    g.node("Relu", "x");
    assertThatThrownBy(g::model)
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("node 0 (Relu) has no output(...)");
  }

  private static String elements(Graph graph, String name) {
    return graph.initializers().get(name).value().orElseThrow().toString();
  }
}
