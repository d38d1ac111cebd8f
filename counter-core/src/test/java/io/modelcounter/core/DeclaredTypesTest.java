package io.modelcounter.core;

import static org.assertj.core.api.Assertions.assertThat;

import io.modelcounter.analysis.Analysis;
import io.modelcounter.analysis.Diagnostic;
import io.modelcounter.tck.TestGraph;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Types that a file declares for values and that are not what is inferred. */
class DeclaredTypesTest {

  private static TestGraph graph() {
    TestGraph graph = TestGraph.named("g");
    graph.input("x", "float32[n, 3]");
    graph.output(graph.node("Relu", graph.node("Neg", "x").output("y")).output("z"));
    return graph;
  }

  private static List<String> warnings(TestGraph graph) {
    return Analyses.of(graph).diagnostics().stream()
        .map(found -> found.code() + " " + found.place() + ": " + found.message())
        .toList();
  }

  @Test
  void areWarnedAboutAndTheInferredTypeStands() {
    TestGraph graph = graph().declare("y", "float32[n, 4]");

    Analysis analysis = Analyses.of(graph);

    assertThat(warnings(graph))
        .containsExactly(
            "W0318 value \"y\": the file declares float32[n, 4], but it is float32[n, 3]");
    assertThat(analysis.diagnostics().get(0).severity()).isEqualTo(Diagnostic.Severity.WARNING);
    assertThat(analysis.layers().get(0).outputs().get(0).type()).hasToString("float32[n, 3]");
  }

  @Test
  void areComparedByElementTypeRankAndKind() {
    assertThat(warnings(graph().declare("y", "int64[n, 3]"))).hasSize(1);
    assertThat(warnings(graph().declare("y", "float32[n, 3, 1]"))).hasSize(1);
    assertThat(warnings(graph().declare("y", "sequence(float32[n, 3])"))).hasSize(1);
  }

  @Test
  void areNotWarnedAboutWhereTheyMayBeRight() {
    assertThat(warnings(graph().declare("y", "float32[m, 3]"))).isEmpty();
    assertThat(warnings(graph().declare("y", "float32[?]"))).isEmpty();
    assertThat(warnings(graph().declare("y", "float32[7, 3]"))).isEmpty();
  }

  @Test
  void areComparedInsideBodies() {
    TestGraph then = TestGraph.named("then");
    then.output(then.node("Relu", "x").output("t"), "float32[n, 9]");
    TestGraph otherwise = TestGraph.named("else");
    otherwise.output(otherwise.node("Neg", "x").output("e"));
    TestGraph graph = TestGraph.named("g");
    graph.input("x", "float32[n, 3]");
    graph.input("c", "bool[]");
    graph.output(
        graph
            .node("If", "c")
            .named("if")
            .graph("then_branch", then)
            .graph("else_branch", otherwise)
            .output("y"));

    assertThat(warnings(graph))
        .containsExactly(
            "W0318 value \"t\" of main/if/then: the file declares float32[n, 9], but it is"
                + " float32[n, 3]");
  }

  @Test
  void areNamedUpToTenAndThenCounted() {
    TestGraph graph = TestGraph.named("g");
    graph.input("x0", "float32[3]");
    for (int i = 0; i < 14; i++) {
      graph.node("Relu", "x" + i).output("x" + (i + 1));
      graph.declare("x" + (i + 1), "float32[4]");
    }
    graph.output("x14");

    assertThat(warnings(graph))
        .hasSize(11)
        .last()
        .hasToString("W0318 : 3 more values have another type than declared");
  }
}
