package io.modelcounter.core.inference;

import static org.assertj.core.api.Assertions.assertThat;

import io.modelcounter.core.Analyses;
import io.modelcounter.core.AnalysisOptions;
import io.modelcounter.tck.TestGraph;
import org.junit.jupiter.api.Test;

class RuleOutputsTest {

  /** A node of which its rule can say nothing, and what the file says of its output. */
  private static TestGraph graph() {
    TestGraph graph = TestGraph.named("g").opset(1);
    graph.input("x", "float32[2, 3]");
    graph.declare("y", "float32[4, 5]");
    graph.node("GraphCall", "x").output("y");
    return graph.output(graph.node("Neg", "y").output("z"));
  }

  @Test
  void takesWhatTheFileSaysWhereTheRuleSaysNothing() {
    assertThat(Analyses.of(graph()).outputs().get(0).type()).hasToString("float32[4, 5]");
  }

  @Test
  void doesNotTakeItWhereDeclaredTypesAreIgnored() {
    AnalysisOptions ignoring = AnalysisOptions.defaults().ignoringDeclaredTypes();

    assertThat(Analyses.of(graph(), ignoring).outputs().get(0).type().toString())
        .doesNotContain("4");
  }
}
