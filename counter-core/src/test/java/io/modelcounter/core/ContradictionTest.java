package io.modelcounter.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.modelcounter.model.ModelException;
import io.modelcounter.tck.TestGraph;
import io.modelcounter.tck.TestNode;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A node whose inputs can never fit is named, with what was found and what was expected. */
class ContradictionTest {

  /**
   * A node that contradicts its operator.
   *
   * @param operator the operator
   * @param inputs types of its inputs
   * @param attributes its attributes
   * @param parts what the message must hold
   */
  private record Wrong(
      String operator,
      List<String> inputs,
      UnaryOperator<TestNode> attributes,
      List<String> parts) {

    @Override
    public String toString() {
      return operator + inputs;
    }
  }

  private static Wrong wrong(
      String operator, List<String> inputs, UnaryOperator<TestNode> attributes, String... parts) {
    return new Wrong(operator, inputs, attributes, List.of(parts));
  }

  static List<Wrong> nodes() {
    UnaryOperator<TestNode> none = node -> node;
    return List.of(
        wrong("Add", List.of("float32[2, 3]", "float32[2, 4]"), none, "[2, 3]", "[2, 4]"),
        wrong("MatMul", List.of("float32[2, 3]", "float32[4, 5]"), none, "[2, 3]", "[4, 5]"),
        wrong("Gemm", List.of("float32[2, 3]", "float32[4, 5]"), none, "[2, 3]", "[4, 5]"),
        wrong(
            "Conv",
            List.of("float32[1, 3, 8, 8]", "float32[4, 5, 3, 3]"),
            none,
            "[1, 3, 8, 8]",
            "[4, 5, 3, 3]"),
        wrong(
            "Concat",
            List.of("float32[2, 3]", "float32[4, 3]"),
            node -> node.attribute("axis", 1L),
            "[2, 3]",
            "[4, 3]"),
        wrong(
            "Concat",
            List.of("float32[2, 3]", "float32[2]"),
            node -> node.attribute("axis", 0L),
            "[2]",
            "rank 2"),
        wrong("Where", List.of("bool[2]", "float32[3]", "float32[3]"), none, "[2]", "[3]"),
        wrong(
            "Einsum",
            List.of("float32[2, 3]", "float32[4, 5]"),
            node -> node.attribute("equation", "ij,jk->ik"),
            "3",
            "4"),
        wrong(
            "BatchNormalization",
            List.of("float32[1, 3, 4]", "float32[5]", "float32[5]", "float32[5]", "float32[5]"),
            none,
            "3",
            "5"),
        wrong(
            "Transpose",
            List.of("float32[2, 3]"),
            node -> node.attribute("perm", 0L, 1L, 2L),
            "[0, 1, 2]",
            "[2, 3]"),
        wrong("Squeeze", List.of("float32[2, 3]", "1"), none, "[2, 3]", "1"),
        wrong("Reshape", List.of("float32[2, 3]", "4 2"), none, "[2, 3]", "[4, 2]"),
        wrong("Expand", List.of("float32[2, 3]", "4 3"), none, "[2, 3]", "[4, 3]"),
        wrong(
            "Gather",
            List.of("float32[2, 3]", "int64[4]"),
            node -> node.attribute("axis", 2L),
            "axis 2",
            "rank 2"),
        wrong("Split", List.of("float32[6]", "4 4"), none, "[4, 4]", "6"),
        wrong("Pad", List.of("float32[2, 3]", "1 1"), none, "2 entries", "2 axes"),
        wrong("Tile", List.of("float32[2, 3]", "2"), none, "1 entries", "expected 2"));
  }

  @ParameterizedTest
  @MethodSource("nodes")
  void namesTheNodeAndBothShapes(Wrong wrong) {
    TestGraph graph = TestGraph.named("g");
    String[] names = new String[wrong.inputs().size()];
    for (int i = 0; i < names.length; i++) {
      names[i] = "in" + i;
      String type = wrong.inputs().get(i);
      if (type.contains("[")) {
        graph.input(names[i], type);
      } else {
        graph.constant(
            names[i], List.of(type.split(" ", -1)).stream().mapToLong(Long::parseLong).toArray());
      }
    }
    int outputs = wrong.operator().equals("Split") ? 2 : 1;
    TestNode node = wrong.attributes().apply(graph.node(wrong.operator(), names).named("culprit"));
    graph.output(outputs == 1 ? node.output("y") : node.outputs("y", "z").get(0));

    assertThatThrownBy(() -> Analyses.of(graph))
        .isInstanceOfSatisfying(
            ModelException.class,
            found -> {
              assertThat(found.code()).isEqualTo("E0317");
              assertThat(found.place())
                  .isEqualTo("node \"culprit\" (" + wrong.operator() + ", main #0)");
              assertThat(found.reason()).contains(wrong.parts());
            });
  }

  @Test
  void namesTheNodeInsideABody() {
    TestGraph body = TestGraph.named("body");
    body.input("i", "int64[]");
    body.input("go", "bool[]");
    body.output(body.node("Identity", "go").output("on"));
    body.output(body.node("MatMul", "x", "w").named("culprit").output("y"));
    TestGraph graph = TestGraph.named("g");
    graph.input("x", "float32[2, 3]");
    graph.weight("w", "float32[4, 5]");
    graph.scalar("trips", 3);
    graph.output(graph.node("Loop", "trips", "").named("loop").graph("body", body).output("all"));

    assertThatThrownBy(() -> Analyses.of(graph))
        .isInstanceOfSatisfying(
            ModelException.class,
            found ->
                assertThat(found.place())
                    .isEqualTo("node \"culprit\" (MatMul, main/loop/body #1)"));
  }

  @Test
  void namesTheScanWhoseInputsHaveDifferentLengths() {
    TestGraph body = TestGraph.named("body");
    body.input("a");
    body.input("b");
    body.output(body.node("Add", "a", "b").output("sum"));
    TestGraph graph = TestGraph.named("g");
    graph.input("x", "float32[4, 3]");
    graph.input("y", "float32[5, 3]");
    graph.output(
        graph
            .node("Scan", "x", "y")
            .named("culprit")
            .attribute("num_scan_inputs", 2L)
            .graph("body", body)
            .output("all"));

    assertThatThrownBy(() -> Analyses.of(graph))
        .isInstanceOfSatisfying(
            ModelException.class,
            found -> {
              assertThat(found.place()).contains("culprit");
              assertThat(found.reason()).isEqualTo("its scan inputs have 4 and 5 slices");
            });
  }
}
