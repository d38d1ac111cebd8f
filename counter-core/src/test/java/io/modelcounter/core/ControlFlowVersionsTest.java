package io.modelcounter.core;

import static org.assertj.core.api.Assertions.assertThat;

import io.modelcounter.analysis.Analysis;
import io.modelcounter.core.operator.OperatorLists;
import io.modelcounter.model.ElementType;
import io.modelcounter.model.Scalar;
import io.modelcounter.model.TensorValue;
import io.modelcounter.tck.TestGraph;
import io.modelcounter.tck.TestNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every version of the operators that execute graphs. */
class ControlFlowVersionsTest {

  /** What one execution of a graph with the operator comes to. */
  private record Expected(List<String> outputs, String flops) {}

  private static final Map<String, Expected> EXPECTED =
      Map.of(
          "If", new Expected(List.of("float32[2, 5]"), "between 10 and 100"),
          "Loop", new Expected(List.of("float32[3]", "float32[7, 3]"), "42"),
          "Scan", new Expected(List.of("float32[3]", "float32[4, 3]"), "24"),
          "SequenceMap", new Expected(List.of("sequence(float32[3])"), "6"));

  static List<String[]> versions() throws IOException {
    List<String[]> versions = new ArrayList<>();
    for (String[] words : OperatorLists.rows(OperatorLists.VERSIONS)) {
      if (OperatorLists.CONTROL_FLOW.contains(words[1])) {
        Arrays.stream(words).skip(2).forEach(since -> versions.add(new String[] {words[1], since}));
      }
    }
    return versions;
  }

  @ParameterizedTest(name = "{0}-{1}")
  @MethodSource("versions")
  void typesItsOutputsAndCountsItsGraphs(String operator, int version) {
    TestGraph graph = TestGraph.named("control-flow").opset(version);
    switch (operator) {
      case "If" -> branch(graph);
      case "Loop" -> loop(graph);
      case "Scan" -> scan(graph, version);
      default -> sequenceMap(graph);
    }
    Analysis analysis = Analyses.of(graph);

    Expected expected = EXPECTED.get(operator);
    List<String> outputs =
        version == 8 ? List.of("float32[2, 3]", "float32[2, 4, 3]") : expected.outputs();
    assertThat(analysis.outputs())
        .extracting(output -> output.type().toString())
        .isEqualTo(outputs);
    String flops = analysis.totals().flops().toString();
    assertThat(flops).isEqualTo(version == 8 ? "48" : expected.flops());
    assertThat(analysis.coverage().unknown()).isZero();
  }

  /** One addition to each of ten elements, or ten. */
  private static void branch(TestGraph graph) {
    String condition = graph.input("condition", "bool[1]");
    graph.input("x", "float32[2, 5]");
    TestGraph cheap = TestGraph.named("cheap");
    cheap.output(cheap.node("Add", "x", "x").output("once"));
    TestGraph dear = TestGraph.named("dear");
    String[] tenfold = new String[11];
    Arrays.fill(tenfold, "x");
    dear.output(dear.node("Sum", tenfold).output("often"));
    graph.output(
        graph
            .node("If", condition)
            .graph("then_branch", cheap)
            .graph("else_branch", dear)
            .output("y"));
  }

  /** Seven times two additions to three elements. */
  private static void loop(TestGraph graph) {
    String state = graph.input("state", "float32[3]");
    String limit = graph.scalar("limit", 7);
    String start = graph.constant("start", TensorValue.scalar(ElementType.BOOL, Scalar.of(true)));
    TestGraph body = TestGraph.named("body");
    body.input("iteration", "int64[]");
    body.input("going", "bool[]");
    body.input("before", "float32[3]");
    body.output(body.node("Identity", "going").output("on"));
    body.output(body.node("Add", "before", "before").output("after"));
    body.output(body.node("Add", "after", "before").output("part"));
    graph.node("Loop", limit, start, state).graph("body", body).outputs("final", "parts");
    graph.output("final").output("parts");
  }

  /** Four times two additions to three elements; version 8 does so for each of two samples. */
  private static void scan(TestGraph graph, int version) {
    String batch = version == 8 ? "2, " : "";
    String state = graph.input("state", "float32[" + batch + "3]");
    String slices = graph.input("slices", "float32[" + batch + "4, 3]");
    TestGraph body = TestGraph.named("body");
    body.input("before", "float32[3]");
    body.input("slice", "float32[3]");
    body.output(body.node("Add", "before", "slice").output("after"));
    body.output(body.node("Add", "after", "slice").output("part"));
    TestNode node =
        version == 8 ? graph.node("Scan", "", state, slices) : graph.node("Scan", state, slices);
    node.graph("body", body).attribute("num_scan_inputs", 1L).outputs("final", "parts");
    graph.output("final").output("parts");
  }

  /** Two members of three elements. */
  private static void sequenceMap(TestGraph graph) {
    String member = graph.input("member", "float32[3]");
    String sequence = graph.node("SequenceConstruct", member, member).output("sequence");
    TestGraph body = TestGraph.named("body");
    body.input("x", "float32[3]");
    body.output(body.node("Add", "x", "x").output("y"));
    graph.output(graph.node("SequenceMap", sequence).graph("body", body).output("mapped"));
  }
}
