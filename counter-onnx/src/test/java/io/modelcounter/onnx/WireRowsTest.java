package io.modelcounter.onnx;

import static io.modelcounter.onnx.OnnxFiles.attribute;
import static io.modelcounter.onnx.OnnxFiles.diagnostics;
import static io.modelcounter.onnx.OnnxFiles.entry;
import static io.modelcounter.onnx.OnnxFiles.graph;
import static io.modelcounter.onnx.OnnxFiles.model;
import static io.modelcounter.onnx.OnnxFiles.node;
import static io.modelcounter.onnx.OnnxFiles.read;
import static io.modelcounter.onnx.OnnxFiles.relu;
import static io.modelcounter.onnx.OnnxFiles.tensor;
import static io.modelcounter.onnx.OnnxFiles.value;
import static io.modelcounter.onnx.OnnxFiles.withInitializer;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.modelcounter.analysis.Diagnostic;
import io.modelcounter.model.Graph;
import io.modelcounter.model.Model;
import io.modelcounter.model.ModelException;
import io.modelcounter.model.Node;
import io.modelcounter.model.Shape;
import org.assertj.core.groups.Tuple;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is wrong in the wire format is refused with its code; what is only odd is read. */
class WireRowsTest {

  private static ModelException refusal(WireWriter file) {
    return catchThrowableOfType(ModelException.class, () -> read(file));
  }

  private static void refuses(String code, WireWriter file) {
    assertThat(refusal(file)).extracting(ModelException::code).isEqualTo(code);
  }

  /** A model whose first field, before everything known, is some bytes. */
  private static WireWriter startingWith(int... bytes) {
    return new WireWriter().raw(bytes).raw(model(relu()).toBytes());
  }

  @Test
  void refusesTagsThatAreNone() {
    refuses("E0201", startingWith(0));
    refuses("E0201", startingWith(0x0e, 0));
    refuses("E0201", startingWith(0x0f, 0));
    refuses("E0201", new WireWriter().number(1L << 32).raw(model(relu()).toBytes()));
  }

  @Test
  void refusesVarintsOfElevenBytes() {
    refuses("E0201", startingWith(0x08, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 1));
    WireWriter tensor = new WireWriter().bytes(1, new byte[] {1, (byte) 0x80}).varint(2, 1);
    refuses("E0201", withInitializer(tensor));
  }

  @Test
  void refusesLengthsBeyondTheFileWithoutAllocating() {
    refuses("E0201", new WireWriter().tag(7, 2).number(Integer.MAX_VALUE));
    refuses("E0201", new WireWriter().tag(7, 2).number(-1));
  }

  @Test
  void namesTheFieldPathOfALengthBeyondItsMessage() {
    WireWriter attribute = new WireWriter().tag(1, 2).number(100);
    WireWriter nodes =
        graph(
            node("Relu", "x", "a"),
            node("Relu", "a", "b"),
            node("Relu", "b", "c"),
            node("Relu", "c", "y").message(5, attribute));
    ModelException refusal = refusal(model(nodes));
    assertThat(refusal.code()).isEqualTo("E0201");
    assertThat(refusal.place()).startsWith("graph.node[3].attribute[0] at byte ");
    assertThat(refusal.reason()).contains("100 bytes").contains("0 bytes remain");
  }

  @Test
  void refusesGroupsAtTheFirstTag() {
    refuses("E0201", startingWith(0x0c));
    WireWriter nested = new WireWriter().varint(1, 8);
    for (int i = 0; i < 1_000_000; i++) {
      nested.tag(100, 3);
    }
    refuses("E0201", nested);
  }

  private static WireWriter nestedGraphs(int depth) {
    WireWriter inner = graph(node("Relu", "x", "y"));
    for (int i = 0; i < depth; i++) {
      WireWriter branch = attribute("then_branch", 5).message(6, inner);
      inner = graph(node("If", "x", "y").message(5, branch));
    }
    return model(inner);
  }

  @Test
  void readsThirtyTwoNestedGraphs() {
    Graph graph = read(nestedGraphs(32)).graph();
    int depth = 0;
    while (graph.nodes().get(0).attributes().has("then_branch")) {
      graph = graph.nodes().get(0).attributes().graph("then_branch").orElseThrow();
      depth++;
    }
    assertThat(depth).isEqualTo(32);
  }

  @ParameterizedTest
  @ValueSource(ints = {33, 34, 300})
  void refusesMoreNestedGraphs(int depth) {
    refuses("E0402", nestedGraphs(depth));
  }

  @Test
  void refusesTypesNestedFiveThousandDeep() {
    WireWriter type = new WireWriter().message(1, new WireWriter().varint(1, 1));
    for (int i = 0; i < 5_000; i++) {
      type = new WireWriter().message(4, new WireWriter().message(1, type));
    }
    WireWriter info = new WireWriter().text(1, "v").message(2, type);
    refuses("E0402", model(relu().message(13, info)));
  }

  @Test
  void refusesTooManyNodesBeforeBuildingThem() {
    WireWriter graph = new WireWriter();
    byte[] empty = new WireWriter().bytes(1, new byte[0]).toBytes();
    for (int i = 0; i <= Limits.NODES; i++) {
      graph.raw(empty);
    }
    refuses("E0403", model(graph));
  }

  @Test
  void ignoresUnknownFieldsAndSaysSo() {
    WireWriter file = startingWith(0xf8, 0x07, 5).varint(300, 7).bytes(301, new byte[200_000]);
    assertThat(diagnostics(file))
        .extracting(Diagnostic::code, Diagnostic::message)
        .containsExactly(Tuple.tuple("W0210", "3 unknown fields are ignored"));
  }

  @Test
  void refusesKnownFieldsOfAnotherWireType() {
    refuses("E0204", withInitializer(new WireWriter().fixed32(1, 2).varint(2, 1)));
    refuses("E0204", withInitializer(new WireWriter().text(2, "1")));
    refuses("E0204", model(new WireWriter().varint(2, 1)));
    refuses("E0204", new WireWriter().text(1, "8").message(7, relu()));
  }

  @Test
  void readsFieldsInAnyOrderAndDimsOfBothForms() {
    WireWriter tensor =
        new WireWriter()
            .bytes(9, new byte[2 * 3 * 4 * 4])
            .varint(1, 2)
            .packed(1, 3, 4)
            .text(8, "w")
            .varint(2, 1);
    WireWriter file =
        new WireWriter()
            .message(8, OnnxFiles.opset("ai.onnx", 17))
            .message(7, relu().message(5, tensor))
            .varint(1, 8);
    Model model = read(file);
    assertThat(model.graph().initializers().get("w").type().shape()).isEqualTo(Shape.of(2, 3, 4));
    assertThat(model.opsets()).containsEntry("ai.onnx", 17L);
  }

  @Test
  void namesAnUnnamedDimensionWhoseValueIsNamedLast() {
    WireWriter shape = new WireWriter().message(1, new WireWriter());
    WireWriter type = new WireWriter().message(1, new WireWriter().varint(1, 1).message(2, shape));
    WireWriter input = new WireWriter().message(2, type).text(1, "z");
    Model model = read(model(relu().message(11, input)));
    assertThat(model.graph().inputs().get(1).type()).hasToString("float32[z.0]");
  }

  @Test
  void refusesNamesThatAreNotUtf8() {
    byte[][] names = {
      {(byte) 0xff}, {(byte) 0xc0, (byte) 0xaf}, {(byte) 0xed, (byte) 0xa0, (byte) 0x80}, {'a', 0}
    };
    for (byte[] name : names) {
      refuses("E0205", model(graph(node("Relu", "x", "y").bytes(3, name))));
    }
  }

  @Test
  void readsNamesBeyondAscii() {
    Node node =
        read(model(graph(node("Relu", "x", "y").text(3, "Schicht-ß-层")))).graph().nodes().get(0);
    assertThat(node.name()).isEqualTo("Schicht-ß-层");
  }

  @Test
  void readsEmptyNodeNames() {
    Model model = read(model(graph(node("Relu", "x", "a").text(3, ""), node("Relu", "a", "y"))));
    assertThat(model.graph().nodes()).extracting(Node::name).containsExactly("", "");
    assertThat(model.graph().nodes()).extracting(Node::index).containsExactly(0, 1);
  }

  @Test
  void refusesSingularFieldsThatStandTwice() {
    refuses("E0203", model(relu()).varint(1, 8));
    refuses("E0203", model(relu()).message(7, relu()));
    WireWriter scalar = tensor("", 1).real(4, 1);
    WireWriter attribute = attribute("value", 4).message(5, scalar, scalar);
    refuses("E0203", model(graph(node("Constant", "x", "y").message(5, attribute))));
  }

  @Test
  void refusesTwoModelsJoined() {
    byte[] one = model(relu()).toBytes();
    refuses("E0203", new WireWriter().raw(one).raw(one));
  }

  @ParameterizedTest
  @ValueSource(longs = {0, 27, 9999, -1})
  void refusesDataTypesThatDoNotExist(long type) {
    refuses("E0311", withInitializer(new WireWriter().varint(2, type).text(8, "w")));
  }

  @Test
  void refusesAttributeTypesThatDoNotExist() {
    WireWriter attribute = attribute("a", 99).varint(3, 1);
    refuses("E0311", model(graph(node("Relu", "x", "y").message(5, attribute))));
  }

  @Test
  void skipsDocumentationAndKeepsLimitedMetadata() {
    WireWriter file = model(relu().bytes(10, new byte[3_000_000])).bytes(6, new byte[3_000_000]);
    for (int i = 0; i < 3_000; i++) {
      file.message(14, entry("key" + i, "x".repeat(1_000)));
    }
    Model model = read(file);
    assertThat(model.metadata()).containsKey("key0").doesNotContainKey("key2999");
    assertThat(model.metadata()).hasSizeBetween(1_000, 1_100);
  }

  @Test
  void limitsTheLengthOfNames() {
    String longest = "n".repeat(Limits.NAME_BYTES);
    WireWriter fits = model(graph(node("Relu", "x", "y").text(3, longest)));
    assertThat(read(fits).graph().nodes().get(0).name()).isEqualTo(longest);
    refuses("E0404", model(graph(node("Relu", "x", "y").text(3, longest + "n"))));
  }

  @Test
  void readsInterleavedRepeatedMessages() {
    WireWriter graph = relu();
    for (int i = 0; i < 2_000; i++) {
      graph.message(5, tensor("w" + i, 1, 1)).message(13, value("v" + i, 1));
    }
    Graph read = read(model(graph)).graph();
    assertThat(read.initializers()).hasSize(2_000);
    assertThat(read.declared()).hasSize(2_000);
  }
}
