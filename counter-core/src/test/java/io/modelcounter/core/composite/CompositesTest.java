package io.modelcounter.core.composite;

import static org.assertj.core.api.Assertions.assertThat;

import io.modelcounter.core.AnalysisOptions;
import io.modelcounter.core.ModelWitness;
import io.modelcounter.cost.CompositeKind;
import io.modelcounter.cost.CompositePart;
import io.modelcounter.cost.LayerView;
import io.modelcounter.model.AttributeValue;
import io.modelcounter.model.ElementType;
import io.modelcounter.model.Scalar;
import io.modelcounter.model.TensorValue;
import io.modelcounter.tck.TestGraph;
import java.util.List;
import org.junit.jupiter.api.Test;

class CompositesTest {

  private static List<LayerView> layers(TestGraph graph) {
    return ModelWitness.view(graph, AnalysisOptions.defaults()).layers();
  }

  /** Kinds and roles of all layers, one text a layer. */
  private static List<String> parts(TestGraph graph) {
    return layers(graph).stream()
        .map(
            layer ->
                layer.operator().name() + layer.parts().stream().map(CompositesTest::text).toList())
        .toList();
  }

  private static String text(CompositePart part) {
    return part.kind() + (part.isMain() ? "!" : " " + part.role());
  }

  private static TensorValue scalar(double value) {
    return TensorValue.scalar(ElementType.FLOAT32, Scalar.real(value));
  }

  @Test
  void readsAProductWithAWeightAndItsBiasAsOneLinearLayer() {
    TestGraph graph = TestGraph.named("linear");
    String x = graph.input("x", "float32[1, 5, 64]");
    String w = graph.weight("w", "float32[10, 64]");
    String t = graph.node("Transpose", w).attribute("perm", 1, 0).output("t");
    String y = graph.node("MatMul", x, t).output("y");
    graph.output(graph.node("Add", graph.weight("b", "float32[10]"), y).output("z"));

    assertThat(parts(graph)).containsExactly("Transpose[]", "MatMul[LINEAR!]", "Add[LINEAR bias]");
  }

  @Test
  void keepsAResidualAdditionOutOfALinearLayer() {
    TestGraph graph = TestGraph.named("residual");
    String x = graph.input("x", "float32[1, 5, 64]");
    String y = graph.node("MatMul", x, graph.weight("w", "float32[64, 64]")).output("y");
    graph.output(graph.node("Add", y, x).output("z"));

    assertThat(parts(graph)).containsExactly("MatMul[LINEAR!]", "Add[ELEMENTWISE!]");
  }

  @Test
  void readsAProductOfActivationsAsAMatrixProduct() {
    TestGraph graph = TestGraph.named("product");
    String a = graph.input("a", "float32[2, 3, 4]");
    graph.output(graph.node("MatMul", a, graph.input("b", "float32[2, 4, 5]")).output("c"));

    assertThat(parts(graph)).containsExactly("MatMul[MATRIX_PRODUCT!]");
  }

  @Test
  void readsGeluByTheErrorFunction() {
    TestGraph graph = TestGraph.named("gelu");
    String x = graph.input("x", "float32[n]");
    String d = graph.node("Div", x, graph.constant("r", scalar(1.4142135))).output("d");
    String e = graph.node("Erf", d).output("e");
    String s = graph.node("Add", e, graph.constant("one", scalar(1))).output("s");
    String m = graph.node("Mul", x, s).output("m");
    graph.output(graph.node("Mul", m, graph.constant("half", scalar(0.5))).output("y"));

    assertThat(parts(graph))
        .containsExactly(
            "Div[GELU argument]",
            "Erf[GELU!]",
            "Add[GELU sum]",
            "Mul[GELU product]",
            "Mul[GELU half]");
  }

  @Test
  void readsSiluAndMishAndHardSwish() {
    TestGraph graph = TestGraph.named("activations");
    String x = graph.input("x", "float32[n]");
    String sigmoid = graph.node("Sigmoid", x).output("s");
    String silu = graph.node("Mul", x, sigmoid).output("a");
    String softplus = graph.node("Softplus", silu).output("p");
    String tanh = graph.node("Tanh", softplus).output("t");
    String mish = graph.node("Mul", silu, tanh).output("b");
    String three = graph.constant("three", scalar(3));
    String zero = graph.constant("zero", scalar(0));
    String six = graph.constant("six", scalar(6));
    String shifted = graph.node("Add", mish, three).output("c");
    String clipped = graph.node("Clip", shifted, zero, six).output("d");
    String product = graph.node("Mul", mish, clipped).output("e");
    graph.output(graph.node("Div", product, six).output("y"));

    assertThat(parts(graph))
        .containsExactly(
            "Sigmoid[SILU!]",
            "Mul[SILU product]",
            "Softplus[MISH!]",
            "Tanh[MISH tanh]",
            "Mul[MISH product]",
            "Add[HARDSWISH shift]",
            "Clip[HARDSWISH!]",
            "Mul[HARDSWISH product]",
            "Div[HARDSWISH scale]");
  }

  @Test
  void tellsReluSixFromOtherBounds() {
    TestGraph graph = TestGraph.named("clip");
    String x = graph.input("x", "float32[n]");
    String zero = graph.constant("zero", scalar(0));
    String y = graph.node("Clip", x, zero, graph.constant("six", scalar(6))).output("y");
    graph.output(graph.node("Clip", y, zero, graph.constant("one", scalar(1))).output("z"));

    assertThat(parts(graph)).containsExactly("Clip[RELU6!]", "Clip[CLAMP!]");
  }

  @Test
  void readsALayerNormalizationThatIsSpelledOut() {
    TestGraph graph = TestGraph.named("norm");
    String x = graph.input("x", "float32[1, 5, 32]");
    String mean =
        graph
            .node("ReduceMean", x)
            .attribute("axes", AttributeValue.ofInts(List.of(-1L)))
            .output("mean");
    String centred = graph.node("Sub", x, mean).output("centred");
    String square = graph.node("Pow", centred, graph.constant("two", scalar(2))).output("square");
    String variance =
        graph
            .node("ReduceMean", square)
            .attribute("axes", AttributeValue.ofInts(List.of(-1L)))
            .output("variance");
    String sum = graph.node("Add", variance, graph.constant("epsilon", scalar(1e-5))).output("sum");
    String root = graph.node("Sqrt", sum).output("root");
    String norm = graph.node("Div", centred, root).output("norm");
    String scaled = graph.node("Mul", norm, graph.weight("g", "float32[32]")).output("scaled");
    graph.output(graph.node("Add", scaled, graph.weight("b", "float32[32]")).output("y"));

    assertThat(parts(graph))
        .containsExactly(
            "ReduceMean[LAYER_NORM mean]",
            "Sub[LAYER_NORM difference]",
            "Pow[LAYER_NORM!]",
            "ReduceMean[LAYER_NORM variance]",
            "Add[LAYER_NORM epsilon]",
            "Sqrt[LAYER_NORM root]",
            "Div[LAYER_NORM division]",
            "Mul[LAYER_NORM scale]",
            "Add[LAYER_NORM shift]");
  }

  @Test
  void readsARootMeanSquareNormalization() {
    TestGraph graph = TestGraph.named("norm");
    String x = graph.input("x", "float32[1, 5, 32]");
    String square = graph.node("Pow", x, graph.constant("two", scalar(2))).output("square");
    String mean =
        graph
            .node("ReduceMean", square)
            .attribute("axes", AttributeValue.ofInts(List.of(-1L)))
            .output("mean");
    String sum = graph.node("Add", mean, graph.constant("epsilon", scalar(1e-5))).output("sum");
    String root = graph.node("Sqrt", sum).output("root");
    String inverse = graph.node("Reciprocal", root).output("inverse");
    String norm = graph.node("Mul", x, inverse).output("norm");
    graph.output(graph.node("Mul", graph.weight("g", "float32[32]"), norm).output("y"));

    assertThat(parts(graph))
        .containsExactly(
            "Pow[RMS_NORM!]",
            "ReduceMean[RMS_NORM variance]",
            "Add[RMS_NORM epsilon]",
            "Sqrt[RMS_NORM root]",
            "Reciprocal[RMS_NORM division]",
            "Mul[RMS_NORM division]",
            "Mul[RMS_NORM scale]");
  }

  @Test
  void readsAttentionBesideItsProducts() {
    TestGraph graph = TestGraph.named("attention");
    String q = graph.input("q", "float32[1, 4, 5, 8]");
    String k = graph.input("k", "float32[1, 4, 8, 5]");
    String v = graph.input("v", "float32[1, 4, 5, 8]");
    String scores = graph.node("MatMul", q, k).output("scores");
    String scaled = graph.node("Mul", scores, graph.constant("c", scalar(0.35))).output("scaled");
    String soft = graph.node("Softmax", scaled).output("soft");
    graph.output(graph.node("MatMul", soft, v).output("y"));

    assertThat(parts(graph))
        .containsExactly(
            "MatMul[MATRIX_PRODUCT!, ATTENTION!]",
            "Mul[ELEMENTWISE!]",
            "Softmax[SOFTMAX!, ATTENTION softmax]",
            "MatMul[MATRIX_PRODUCT!, ATTENTION mixing]");
  }

  @Test
  void takesAttentionWithTwoScaledFactorsForTheFusedOperation() {
    TestGraph graph = TestGraph.named("attention");
    String c = graph.constant("c", scalar(0.6));
    String q = graph.node("Mul", graph.input("q", "float32[1, 4, 5, 8]"), c).output("qs");
    String k = graph.node("Mul", graph.input("k", "float32[1, 4, 8, 5]"), c).output("ks");
    String scores = graph.node("MatMul", q, k).output("scores");
    String soft = graph.node("Softmax", scores).output("soft");
    graph.output(graph.node("MatMul", soft, graph.input("v", "float32[1, 4, 5, 8]")).output("y"));

    assertThat(parts(graph))
        .contains(
            "MatMul[MATRIX_PRODUCT!, FUSED_ATTENTION!]",
            "Mul[ELEMENTWISE!, FUSED_ATTENTION scale]");
  }

  @Test
  void takesAGroupNormalizationFromAnInstanceNormalizationBetweenReshapes() {
    TestGraph graph = TestGraph.named("group");
    String x = graph.input("x", "float32[1, 4, 16, 16]");
    String folded = graph.node("Reshape", x, graph.constant("to", 0, 2, -1)).output("folded");
    String norm =
        graph
            .node(
                "InstanceNormalization",
                folded,
                graph.weight("one", "float32[2]"),
                graph.weight("zero", "float32[2]"))
            .output("norm");
    String back =
        graph.node("Reshape", norm, graph.constant("unfold", 1, 4, 16, 16)).output("back");
    String scaled = graph.node("Mul", back, graph.weight("g", "float32[4, 1, 1]")).output("scaled");
    graph.output(graph.node("Add", scaled, graph.weight("b", "float32[4, 1, 1]")).output("y"));

    assertThat(parts(graph))
        .containsExactly(
            "Reshape[GROUP_NORM arrangement]",
            "InstanceNormalization[GROUP_NORM!]",
            "Reshape[GROUP_NORM arrangement]",
            "Mul[GROUP_NORM scale]",
            "Add[GROUP_NORM shift]");
  }

  private static LayerView only(TestGraph graph, String operator) {
    return layers(graph).stream()
        .filter(layer -> layer.operator().name().equals(operator))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void tellsAModuleFromAFunctionByItsScope() {
    TestGraph graph = TestGraph.named("scopes");
    String x = graph.input("x", "float32[1, 4, 8, 8]");
    String w = graph.weight("w", "float32[4, 4, 1, 1]");
    String y =
        graph.node("Conv", x, w).named("/block/conv/Conv").scope("block", "conv").output("y");
    graph.output(graph.node("Relu", y).named("/block/Relu").scope("block").output("z"));

    assertThat(only(graph, "Conv").part(CompositeKind.CONVOLUTION).orElseThrow().isModule())
        .isTrue();
    assertThat(only(graph, "Relu").part(CompositeKind.RELU).orElseThrow().isModule()).isFalse();
  }

  @Test
  void takesEverythingForAModuleWhereNoneIsRecorded() {
    TestGraph graph = TestGraph.named("bare");
    graph.output(graph.node("Relu", graph.input("x", "float32[n]")).output("y"));

    assertThat(only(graph, "Relu").part(CompositeKind.RELU).orElseThrow().isModule()).isTrue();
    assertThat(only(graph, "Relu").moduleCall()).isEmpty();
  }

  @Test
  void numbersTheCallsOfAModule() {
    TestGraph graph = TestGraph.named("calls");
    String x = graph.input("x", "float32[n]");
    String y = graph.node("Relu", x).named("/relu/Relu").scope("relu").output("y");
    graph.output(graph.node("Relu", y).named("/relu_1/Relu").scope("relu").output("z"));

    List<String> calls =
        layers(graph).stream()
            .map(layer -> layer.moduleCall().orElseThrow())
            .map(call -> call.path() + " " + call.number() + " " + call.isLast())
            .toList();

    assertThat(calls).containsExactly("[relu] 1 false", "[relu] 2 true");
  }

  @Test
  void numbersCallsThatAreApartWhereNamesSayNothing() {
    TestGraph graph = TestGraph.named("calls");
    String x = graph.input("x", "float32[n]");
    String y = graph.node("Relu", x).scope("relu").output("y");
    String s = graph.node("Sigmoid", y).scope("gate").output("s");
    graph.output(graph.node("Relu", s).scope("relu").output("z"));

    assertThat(layers(graph).get(2).moduleCall().orElseThrow().number()).isEqualTo(2);
    assertThat(layers(graph).get(2).parts().get(0).isModule()).isTrue();
  }

  @Test
  void takesANormalizationForAffineUnlessAConstantNodeSaysOtherwise() {
    TestGraph graph = TestGraph.named("norm");
    String x = graph.input("x", "float32[1, 2, 8]");
    String y =
        graph
            .node(
                "InstanceNormalization",
                x,
                graph.weight("g", "float32[2]"),
                graph.weight("b", "float32[2]"))
            .output("y");
    graph.output(y);

    assertThat(layers(graph).get(0).parts().get(0).roles()).contains("scale", "shift");
  }
}
