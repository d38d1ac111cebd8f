package io.modelcounter.onnx;

import static io.modelcounter.onnx.OnnxFiles.attribute;
import static io.modelcounter.onnx.OnnxFiles.diagnostics;
import static io.modelcounter.onnx.OnnxFiles.graph;
import static io.modelcounter.onnx.OnnxFiles.model;
import static io.modelcounter.onnx.OnnxFiles.node;
import static io.modelcounter.onnx.OnnxFiles.opset;
import static io.modelcounter.onnx.OnnxFiles.read;
import static io.modelcounter.onnx.OnnxFiles.relu;
import static io.modelcounter.onnx.OnnxFiles.tensor;
import static io.modelcounter.onnx.OnnxFiles.value;
import static io.modelcounter.onnx.OnnxFiles.withInitializer;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.modelcounter.analysis.Diagnostic;
import io.modelcounter.model.AttributeValue;
import io.modelcounter.model.Attributes;
import io.modelcounter.model.Function;
import io.modelcounter.model.Model;
import io.modelcounter.model.ModelException;
import io.modelcounter.model.OperatorId;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What contradicts itself in a graph is refused with its code; what real files do is read. */
class GraphRowsTest {

  private static void refuses(String code, WireWriter file) {
    ModelException refusal = catchThrowableOfType(ModelException.class, () -> read(file));
    assertThat(refusal).extracting(ModelException::code).isEqualTo(code);
  }

  private static List<String> codes(WireWriter file) {
    return diagnostics(file).stream().map(Diagnostic::code).toList();
  }

  private static WireWriter withAttribute(WireWriter attribute) {
    return model(graph(node("Relu", "x", "y").message(5, attribute)));
  }

  private static Attributes attributes(WireWriter attribute) {
    return read(withAttribute(attribute)).graph().nodes().get(0).attributes();
  }

  @Test
  void refusesAModelWithoutGraph() {
    refuses("E0301", new WireWriter().varint(1, 8).message(8, opset("", 17)));
  }

  @Test
  void readsAGraphWithoutNodes() {
    assertThat(read(model(new WireWriter().text(2, "empty"))).graph().nodes()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(longs = {0, -1, 9_999})
  void refusesImpossibleFormatVersions(long version) {
    refuses("E0302", new WireWriter().varint(1, version).message(7, relu()));
  }

  @Test
  void readsNewerFormatVersionsWithAWarning() {
    WireWriter file = new WireWriter().varint(1, 15).message(7, relu()).message(8, opset("", 17));
    assertThat(codes(file)).containsExactly("W0302");
    assertThat(read(file).formatVersion()).isEqualTo(15);
  }

  @Test
  void takesOperatorSetOneForTheOldestFormatVersions() {
    WireWriter file = new WireWriter().varint(1, 2).message(7, relu());
    assertThat(codes(file)).isEmpty();
    assertThat(read(file).opsets()).containsExactly(Map.entry("ai.onnx", 1L));
  }

  @Test
  void takesTheNewestOperatorSetWhereNoneIsImported() {
    WireWriter file = new WireWriter().varint(1, 8).message(7, relu());
    assertThat(codes(file)).containsExactly("W0303");
    assertThat(read(file).opsets())
        .containsEntry("ai.onnx", (long) OperatorVersions.standard().newest());
  }

  @Test
  void takesTheHigherOfTwoImports() {
    WireWriter file = model(relu()).message(8, opset("ai.onnx", 13));
    assertThat(codes(file)).containsExactly("W0303");
    assertThat(read(file).opsets()).containsEntry("ai.onnx", 17L);
  }

  @ParameterizedTest
  @ValueSource(longs = {0, -3, 1L << 40})
  void refusesImpossibleOperatorSets(long version) {
    refuses("E0303", model(relu()).message(8, opset("x", version)));
  }

  @Test
  void resolvesTheVersionInForce() {
    WireWriter file = model(graph(node("Conv", "x", "a"), node("Relu", "a", "y")));
    assertThat(read(file).graph().nodes().get(0).operator()).isEqualTo(OperatorId.onnx("Conv", 11));
    assertThat(read(file).graph().nodes().get(1).operator()).isEqualTo(OperatorId.onnx("Relu", 14));
  }

  @Test
  void givesUnknownOperatorsTheImportedVersion() {
    WireWriter own = node("Mine", "x", "a").text(7, "my.domain");
    WireWriter file =
        model(graph(own, node("NoSuchThing", "a", "y"))).message(8, opset("my.domain", 3));
    Model model = read(file);
    assertThat(model.graph().nodes().get(0).operator())
        .isEqualTo(new OperatorId("my.domain", "Mine", 3));
    assertThat(model.graph().nodes().get(1).operator())
        .isEqualTo(OperatorId.onnx("NoSuchThing", 17));
  }

  @Test
  void assumesVersionOneOfADomainThatIsNotImported() {
    WireWriter node = node("Gelu", "x", "y").text(7, "com.microsoft");
    assertThat(codes(model(graph(node)))).containsExactly("W0304");
    assertThat(read(model(graph(node))).graph().nodes().get(0).operator())
        .isEqualTo(new OperatorId("com.microsoft", "Gelu", 1));
  }

  @Test
  void refusesAValueWithTwoOrigins() {
    refuses("E0305", model(graph(node("Relu", "x", "y"), node("Abs", "x", "y"))));
    refuses("E0305", model(graph(node("Relu", "x", "y"), node("Abs", "y", "x"))));
    refuses("E0305", withInitializer(tensor("y", 1, 1)));
    refuses("E0305", model(relu().message(5, tensor("w", 1, 1), tensor("w", 1, 1))));
    refuses("E0305", model(relu().message(11, value("x", 1))));
  }

  @Test
  void readsAnInitializerThatIsAnInputAsWell() {
    assertThat(read(withInitializer(tensor("x", 1, 2, 3))).graph().initializers()).containsKey("x");
  }

  @Test
  void readsAConstantThatStandsTwice() {
    WireWriter constant =
        new WireWriter()
            .text(2, "c")
            .text(4, "Constant")
            .message(5, attribute("value", 4).message(5, tensor("", 7).packed(7, 12)));
    WireWriter file = model(graph(node("Relu", "x", "y"), constant, constant));
    assertThat(codes(file)).containsExactly("W0305");
    assertThat(read(file).graph().nodes()).hasSize(3);
  }

  @Test
  void refusesNamesThatNothingGives() {
    refuses("E0306", model(graph(node("Relu", "z", "y"))));
    refuses("E0306", model(graph(node("Relu", "x", "z"))));
  }

  @Test
  void keepsNodesInTheOrderOfTheFile() {
    Model model = read(model(graph(node("Abs", "a", "y"), node("Relu", "x", "a"))));
    assertThat(model.graph().nodes())
        .extracting(node -> node.operator().name())
        .containsExactly("Abs", "Relu");
  }

  @Test
  void refusesNodesWithoutOperatorOrValues() {
    refuses("E0307", model(graph(new WireWriter().text(1, "x").text(2, "y"))));
    refuses("E0307", model(relu().message(1, new WireWriter().text(4, "Relu"))));
  }

  @Test
  void readsAbsentOptionalInputs() {
    WireWriter clip = node("Clip", "x", "y").text(1, "", "");
    assertThat(read(model(graph(clip))).graph().nodes().get(0).inputs())
        .containsExactly("x", "", "");
  }

  @Test
  void limitsInputsAndAttributes() {
    WireWriter wide = node("Sum", "x", "y");
    byte[] input = new WireWriter().text(1, "x").toBytes();
    for (int i = 0; i < Limits.NODE_VALUES; i++) {
      wide.raw(input);
    }
    refuses("E0405", model(graph(wide)));
    WireWriter many = node("Relu", "x", "y");
    for (int i = 0; i <= Limits.NODE_ATTRIBUTES; i++) {
      many.message(5, attribute("a" + i, 2).varint(3, i));
    }
    refuses("E0405", model(graph(many)));
  }

  @Test
  void refusesContradictingAttributes() {
    WireWriter one = attribute("a", 2).varint(3, 1);
    refuses("E0308", model(graph(node("Relu", "x", "y").message(5, one, one))));
    refuses("E0308", withAttribute(attribute("a", 2).varint(3, 1).text(4, "s")));
    refuses("E0308", withAttribute(attribute("a", 2).text(4, "s")));
    refuses("E0308", withAttribute(attribute("a", 4)));
    refuses("E0308", withAttribute(new WireWriter().text(1, "a")));
    refuses("E0308", withAttribute(attribute("a", 2).text(21, "b")));
  }

  @Test
  void readsEveryKindOfAttribute() {
    assertThat(attributes(attribute("a", 1).real(2, 0.1f)).real("a").orElseThrow())
        .isEqualTo((double) 0.1f);
    assertThat(attributes(attribute("a", 2).varint(3, -7)).requiredInteger("a")).isEqualTo(-7);
    assertThat(attributes(attribute("a", 3).text(4, "SAME")).text("a")).contains("SAME");
    assertThat(attributes(attribute("a", 4).message(5, tensor("t", 7, 2))).tensor("a"))
        .hasValueSatisfying(tensor -> assertThat(tensor.type()).hasToString("int64[2]"));
    assertThat(attributes(attribute("a", 5).message(6, relu())).graph("a"))
        .hasValueSatisfying(graph -> assertThat(graph.nodes()).hasSize(1));
    assertThat(attributes(attribute("a", 6).real(7, 1, 2)).reals("a").orElseThrow())
        .containsExactly(1, 2);
    assertThat(attributes(attribute("a", 7).packed(8, 1, -2).varint(8, 3)).integers("a"))
        .hasValue(new long[] {1, -2, 3});
    assertThat(attributes(attribute("a", 8).text(9, "p", "q")).texts("a").orElseThrow())
        .containsExactly("p", "q");
    WireWriter type = new WireWriter().message(1, new WireWriter().varint(1, 10));
    assertThat(attributes(attribute("a", 13).message(14, type)).type("a").orElseThrow())
        .hasToString("float16[?]");
  }

  @Test
  void givesAttributesWithoutValueTheirDefault() {
    assertThat(attributes(attribute("a", 2)).requiredInteger("a")).isZero();
    assertThat(attributes(attribute("a", 1)).real("a").orElseThrow()).isZero();
    assertThat(attributes(attribute("a", 3)).text("a")).contains("");
    assertThat(attributes(attribute("a", 7)).integers("a").orElseThrow()).isEmpty();
  }

  @Test
  void findsTheKindOfAttributesWithoutType() {
    assertThat(attributes(new WireWriter().text(1, "a").varint(3, 5)).requiredInteger("a"))
        .isEqualTo(5);
  }

  @Test
  void warnsOfNamesThatHideOuterOnes() {
    WireWriter body = graph(node("Relu", "x", "y"));
    WireWriter loop = node("Loop", "x", "y").message(5, attribute("body", 5).message(6, body));
    assertThat(codes(model(graph(loop)))).containsExactly("W0314", "W0314");
  }

  @Test
  void readsValuesOfOuterGraphsWithinInnerOnes() {
    WireWriter body =
        new WireWriter().message(1, node("Relu", "x", "r")).message(12, value("r", 2, 3));
    WireWriter choice =
        new WireWriter()
            .text(2, "y")
            .text(4, "If")
            .message(5, attribute("then_branch", 5).message(6, body));
    assertThat(codes(model(graph(choice)))).isEmpty();
  }

  private static WireWriter function(String name, WireWriter... nodes) {
    return new WireWriter()
        .text(1, name)
        .text(4, "p")
        .text(5, "q")
        .text(6, "alpha")
        .message(7, nodes)
        .message(9, opset("", 9))
        .text(10, "local")
        .message(11, attribute("beta", 1).real(2, 0.5f));
  }

  private static WireWriter reference(String name) {
    return node("LeakyRelu", "p", "q").message(5, attribute("alpha", 1).text(21, name));
  }

  @Test
  void readsFunctionsWithTheirOwnOperatorSets() {
    WireWriter pool = node("MaxPool", "p", "q");
    Model model = read(model(relu()).message(25, function("F", pool)));
    Function function = model.functions().values().iterator().next();
    assertThat(function.id()).hasToString("local:F");
    assertThat(function.body().nodes().get(0).operator()).isEqualTo(OperatorId.onnx("MaxPool", 8));
    assertThat(function.attributeNames()).containsExactly("alpha");
    assertThat(function.defaults().real("beta").orElseThrow()).isEqualTo(0.5);
    assertThat(function.body().inputs()).extracting(info -> info.name()).containsExactly("p");
  }

  @Test
  void readsReferencesToAttributesOfTheFunction() {
    Model model = read(model(relu()).message(25, function("F", reference("beta"))));
    Function function = model.functions().values().iterator().next();
    assertThat(function.body().nodes().get(0).attributes().find("alpha"))
        .contains(AttributeValue.reference("beta"));
  }

  @Test
  void refusesReferencesToNothing() {
    refuses("E0308", model(relu()).message(25, function("F", reference("gamma"))));
    refuses("E0308", withAttribute(new WireWriter().text(1, "a").text(21, "b")));
  }

  @Test
  void refusesFunctionsDefinedTwiceAndTooMany() {
    WireWriter twice = function("F", reference("beta"));
    refuses("E0305", model(relu()).message(25, twice, twice));
    WireWriter many = model(relu());
    for (int i = 0; i <= Limits.FUNCTIONS; i++) {
      many.message(25, new WireWriter().text(1, "F" + i));
    }
    refuses("E0407", many);
  }

  @Test
  void refusesContradictingSparseTensors() {
    WireWriter values = tensor("w", 1, 2).real(4, 1, 2);
    assertThat(
            read(sparse(values, tensor("", 7, 2).packed(7, 1, 5), 2, 3))
                .graph()
                .initializers()
                .get("w"))
        .satisfies(
            constant -> {
              assertThat(constant.isSparse()).isTrue();
              assertThat(constant.type()).hasToString("float32[2, 3]");
            });
    refuses("E0312", sparse(values, tensor("", 7, 2).packed(7, 5, 1), 2, 3));
    refuses("E0312", sparse(values, tensor("", 7, 2).packed(7, 1, 6), 2, 3));
    refuses("E0312", sparse(values, tensor("", 7, 3).packed(7, 1, 2, 3), 2, 3));
    refuses("E0312", sparse(values, tensor("", 7, 2, 2).packed(7, 0, 1, 0, 1), 2, 3));
    refuses("E0313", sparse(values, tensor("", 7, 2).packed(7, 1, 5), 1L << 32, 1L << 32));
  }

  private static WireWriter sparse(WireWriter values, WireWriter indices, long... dims) {
    WireWriter tensor = new WireWriter().message(1, values).message(2, indices).packed(3, dims);
    return model(relu().message(15, tensor));
  }

  @Test
  void remarksOnTrainingInformation() {
    WireWriter training = new WireWriter().message(2, relu());
    assertThat(codes(model(relu()).message(20, training))).containsExactly("W0327");
  }

  @Test
  void readsALongChain() {
    WireWriter[] nodes = new WireWriter[100_000];
    for (int i = 0; i < nodes.length; i++) {
      nodes[i] = node("Relu", i == 0 ? "x" : "v" + i, i == nodes.length - 1 ? "y" : "v" + (i + 1));
    }
    assertThat(read(model(graph(nodes))).graph().nodes()).hasSize(100_000);
  }
}
