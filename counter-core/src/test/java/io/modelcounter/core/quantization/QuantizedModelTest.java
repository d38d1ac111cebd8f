package io.modelcounter.core.quantization;

import static org.assertj.core.api.Assertions.assertThat;

import io.modelcounter.model.AttributeValue;
import io.modelcounter.model.ElementType;
import io.modelcounter.model.FunctionId;
import io.modelcounter.model.Graph;
import io.modelcounter.model.Model;
import io.modelcounter.model.Node;
import io.modelcounter.model.Scalar;
import io.modelcounter.model.TensorValue;
import io.modelcounter.tck.TestGraph;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class QuantizedModelTest {

  /** A graph with a scale and a zero point, and quantized inputs a and b. */
  private static TestGraph graph() {
    TestGraph graph = TestGraph.named("quantized").opset(21);
    graph.weight("scale", "float32[]");
    graph.weight("zero", "uint8[]");
    graph.input("a", "uint8[1, 3, 8, 8]");
    graph.input("b", "uint8[1, 3, 8, 8]");
    return graph;
  }

  private static String dequantized(TestGraph graph, String tensor) {
    return graph.node("DequantizeLinear", tensor, "scale", "zero").output(tensor + "_float");
  }

  private static String quantized(TestGraph graph, String value) {
    return graph.node("QuantizeLinear", value, "scale", "zero").output(value + "_quantized");
  }

  private static Optional<QuantizedModel.Result> fuse(TestGraph graph) {
    return QuantizedModel.of(graph.model(), operator -> true);
  }

  private static List<String> operators(Graph graph) {
    return graph.nodes().stream().map(node -> node.operator().name()).toList();
  }

  private static List<String> fusedOperators(TestGraph graph) {
    return operators(fuse(graph).orElseThrow().model().graph());
  }

  private static Node only(TestGraph graph) {
    List<Node> nodes = fuse(graph).orElseThrow().model().graph().nodes();
    assertThat(nodes).hasSize(1);
    return nodes.get(0);
  }

  @Test
  void aConvolutionBecomesOneOnQuantizedTensors() {
    TestGraph graph = graph();
    String weight =
        graph
            .node("DequantizeLinear", graph.weight("w", "int8[4, 3, 3, 3]"), "scale", "zero")
            .output("w_float");
    String bias =
        graph.node("DequantizeLinear", graph.weight("c", "int32[4]"), "scale").output("c_float");
    String result =
        graph
            .node("Conv", dequantized(graph, "a"), weight, bias)
            .named("conv")
            .attribute("pads", 1, 1, 1, 1)
            .scope("block")
            .output("y");
    graph.output(quantized(graph, result));

    Node fused = only(graph);

    assertThat(fused.operator()).hasToString("ai.onnx:QLinearConv-10");
    assertThat(fused.inputs())
        .containsExactly("a", "scale", "zero", "w", "scale", "zero", "scale", "zero", "c");
    assertThat(fused.outputs()).containsExactly("y_quantized");
    assertThat(fused.name()).isEqualTo("conv");
    assertThat(fused.scope()).containsExactly("block");
    assertThat(fused.attributes().integers("pads")).isPresent();
    assertThat(fuse(graph).orElseThrow().operators()).isEqualTo(1);
  }

  @Test
  void anAbsentBiasAndZeroPointStayAbsent() {
    TestGraph graph = graph();
    String weight =
        graph
            .node("DequantizeLinear", graph.weight("w", "int8[4, 3, 3, 3]"), "scale")
            .output("w_float");
    String result = graph.node("Conv", dequantized(graph, "a"), weight, "").output("y");
    graph.output(quantized(graph, result));

    assertThat(only(graph).inputs())
        .containsExactly("a", "scale", "zero", "w", "scale", "", "scale", "zero");
  }

  @ParameterizedTest
  @CsvSource({
    "MatMul, ai.onnx:QLinearMatMul-10",
    "Add, com.microsoft:QLinearAdd-1",
    "Mul, com.microsoft:QLinearMul-1",
  })
  void operatorsOfTwoOperandsHaveTheirForm(String operator, String form) {
    TestGraph graph = graph();
    String result =
        graph.node(operator, dequantized(graph, "a"), dequantized(graph, "b")).output("y");
    graph.output(quantized(graph, result));

    assertThat(only(graph).operator()).hasToString(form);
    assertThat(only(graph).inputs())
        .containsExactly("a", "scale", "zero", "b", "scale", "zero", "scale", "zero");
  }

  @ParameterizedTest
  @CsvSource({"AveragePool", "GlobalAveragePool", "LeakyRelu", "Sigmoid"})
  void operatorsOfOneOperandHaveTheirForm(String operator) {
    TestGraph graph = graph();
    String result = graph.node(operator, dequantized(graph, "a")).output("y");
    graph.output(quantized(graph, result));

    assertThat(only(graph).operator()).hasToString("com.microsoft:QLinear" + operator + "-1");
    assertThat(only(graph).inputs()).containsExactly("a", "scale", "zero", "scale", "zero");
  }

  @Test
  void aGemmHasItsBiasBeforeTheScaleOfTheResult() {
    TestGraph graph = graph();
    String bias =
        graph.node("DequantizeLinear", graph.weight("c", "int32[3]"), "scale").output("c_float");
    String result =
        graph.node("Gemm", dequantized(graph, "a"), dequantized(graph, "b"), bias).output("y");
    graph.output(quantized(graph, result));

    assertThat(only(graph).inputs())
        .containsExactly("a", "scale", "zero", "b", "scale", "zero", "c", "scale", "zero");
  }

  @Test
  void aGemmThatScalesItsBiasStays() {
    TestGraph graph = graph();
    String result =
        graph
            .node("Gemm", dequantized(graph, "a"), dequantized(graph, "b"))
            .attribute("beta", 0.5)
            .output("y");
    graph.output(quantized(graph, result));

    assertThat(fuse(graph)).isEmpty();
  }

  @Test
  void whatNobodyCountsStays() {
    TestGraph graph = graph();
    String result = graph.node("Add", dequantized(graph, "a"), dequantized(graph, "b")).output("y");
    graph.output(quantized(graph, result));

    assertThat(QuantizedModel.of(graph.model(), operator -> false)).isEmpty();
  }

  @Test
  void identitiesInBetweenAreLookedThrough() {
    TestGraph graph = graph();
    String first = graph.node("Identity", dequantized(graph, "a")).output("first");
    String second = graph.node("Identity", first).output("second");
    String result = graph.node("Mul", second, dequantized(graph, "b")).output("y");
    graph.output(quantized(graph, result));

    assertThat(only(graph).inputs()).startsWith("a", "scale", "zero", "b");
  }

  @Test
  void identitiesInACircleAreLeftToTheAnalysis() {
    TestGraph graph = graph();
    graph.node("Identity", "second").output("first");
    graph.node("Identity", "first").output("second");
    String result = graph.node("Mul", "first", dequantized(graph, "b")).output("y");
    graph.output(quantized(graph, result));

    assertThat(fuse(graph)).isEmpty();
  }

  @Test
  void attributesOfTheWrongKindAreLeftToTheAnalysis() {
    TestGraph graph = graph();
    String right =
        graph
            .node("DequantizeLinear", "b", "scale", "zero")
            .attribute("block_size", "none")
            .output("right");
    String result =
        graph.node("Gemm", dequantized(graph, "a"), right).attribute("beta", "one").output("y");
    graph.output(quantized(graph, result));

    assertThat(fuse(graph)).isEmpty();
  }

  @Test
  void aTensorThatFloatOperatorsReadTooStaysDequantized() {
    TestGraph graph = graph();
    String left = dequantized(graph, "a");
    String result = graph.node("Mul", left, dequantized(graph, "b")).output("y");
    graph.output(quantized(graph, result));
    graph.output(graph.node("Softmax", left).output("z"));

    assertThat(fusedOperators(graph)).containsExactly("DequantizeLinear", "QLinearMul", "Softmax");
  }

  @Test
  void anOperandThatIsNotDequantizedKeepsTheOperator() {
    TestGraph graph = graph();
    String other = graph.input("other", "float32[1, 3, 8, 8]");
    graph.output(quantized(graph, graph.node("Add", dequantized(graph, "a"), other).output("y")));

    assertThat(fuse(graph)).isEmpty();
  }

  @Test
  void aResultThatIsReadTwiceKeepsTheOperator() {
    TestGraph graph = graph();
    String result = graph.node("Add", dequantized(graph, "a"), dequantized(graph, "b")).output("y");
    graph.output(quantized(graph, result));
    graph.output(graph.node("Relu", result).output("z"));

    assertThat(fuse(graph)).isEmpty();
  }

  @Test
  void aResultThatTheModelGivesKeepsTheOperator() {
    TestGraph graph = graph();
    String result = graph.node("Add", dequantized(graph, "a"), dequantized(graph, "b")).output("y");
    graph.output(quantized(graph, result)).output(result);

    assertThat(fuse(graph)).isEmpty();
  }

  @Test
  void aResultThatABodyReadsKeepsTheOperator() {
    TestGraph graph = graph();
    String condition = graph.input("condition", "bool[]");
    String result = graph.node("Add", dequantized(graph, "a"), dequantized(graph, "b")).output("y");
    graph.output(quantized(graph, result));
    TestGraph branch = TestGraph.named("branch");
    branch.output(branch.node("Relu", result).output("inside"));
    TestGraph otherBranch = TestGraph.named("other");
    otherBranch.output(otherBranch.node("Neg", "b_float").output("outside"));
    graph.output(
        graph
            .node("If", condition)
            .graph("then_branch", branch)
            .graph("else_branch", otherBranch)
            .output("z"));

    assertThat(fuse(graph)).isEmpty();
  }

  @Test
  void blocksAndUntypedResultsKeepTheOperator() {
    TestGraph blocks = graph();
    String block =
        blocks
            .node("DequantizeLinear", "b", "scale", "zero")
            .attribute("block_size", 2L)
            .output("b_float");
    blocks.output(
        quantized(blocks, blocks.node("Add", dequantized(blocks, "a"), block).output("y")));
    TestGraph untyped = graph();
    String sum =
        untyped.node("Add", dequantized(untyped, "a"), dequantized(untyped, "b")).output("y");
    untyped.output(untyped.node("QuantizeLinear", sum, "scale").output("z"));

    assertThat(fuse(blocks)).isEmpty();
    assertThat(fuse(untyped)).isEmpty();
  }

  /** An addition whose result is flattened under a scale and zero point of other names. */
  private static TestGraph flattened(double scale) {
    TestGraph graph = graph();
    String sum =
        quantized(
            graph, graph.node("Add", dequantized(graph, "a"), dequantized(graph, "b")).output("y"));
    graph.constant("s1", TensorValue.scalar(ElementType.FLOAT32, Scalar.real(0.5)));
    graph.constant("s2", TensorValue.scalar(ElementType.FLOAT32, Scalar.real(scale)));
    String floats = graph.node("DequantizeLinear", sum, "s1", "zero").output("floats");
    String flat = graph.node("Flatten", floats).output("flat");
    graph.output(graph.node("QuantizeLinear", flat, "s2", "zero").output("z"));
    return graph;
  }

  @Test
  void elementsThatOnlyMoveUnderOneScaleStayQuantized() {
    assertThat(fusedOperators(flattened(0.5))).containsExactly("QLinearAdd", "Flatten");
    assertThat(fusedOperators(flattened(0.25)))
        .containsExactly("QLinearAdd", "DequantizeLinear", "Flatten", "QuantizeLinear");
  }

  @Test
  void theSizesOfAQuantizedTensorAreThoseOfItsFloats() {
    TestGraph graph = graph();
    String left = dequantized(graph, "a");
    String result = graph.node("Add", left, dequantized(graph, "b")).output("y");
    graph.output(quantized(graph, result));
    graph.output(graph.node("Shape", left).output("sizes"));

    assertThat(fusedOperators(graph)).containsExactly("QLinearAdd", "Shape");
  }

  @Test
  void bodiesAndFunctionsAreReadAlike() {
    TestGraph body = graph();
    body.output(
        quantized(
            body, body.node("Add", dequantized(body, "a"), dequantized(body, "b")).output("y")));
    TestGraph graph = TestGraph.named("main").opset(21);
    String condition = graph.input("condition", "bool[]");
    graph.output(
        graph
            .node("If", condition)
            .graph("then_branch", body)
            .graph("else_branch", body)
            .output("z"));
    graph.function("com.acme", "Sum", body);

    QuantizedModel.Result result = fuse(graph).orElseThrow();
    Model model = result.model();

    assertThat(result.operators()).isEqualTo(3);
    assertThat(operators(model.functions().get(new FunctionId("com.acme", "Sum", "")).body()))
        .containsExactly("QLinearAdd");
    AttributeValue branch =
        model.graph().nodes().get(0).attributes().find("then_branch").orElseThrow();
    assertThat(operators((Graph) branch.value())).containsExactly("QLinearAdd");
  }

  @Test
  void aModelOfFloatsHasNoOtherReading() {
    TestGraph graph = TestGraph.named("floats");
    graph.output(graph.node("Relu", graph.input("x", "float32[2]")).output("y"));

    assertThat(fuse(graph)).isEmpty();
  }
}
