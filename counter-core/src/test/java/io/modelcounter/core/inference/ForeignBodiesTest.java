package io.modelcounter.core.inference;

import static org.assertj.core.api.Assertions.assertThat;

import io.modelcounter.analysis.Analysis;
import io.modelcounter.core.Analyses;
import io.modelcounter.tck.TestGraph;
import org.junit.jupiter.api.Test;

/** Graphs in the attributes of operators that the engine does not execute. */
class ForeignBodiesTest {

  private static TestGraph graph() {
    TestGraph decoder = TestGraph.named("decoder");
    decoder.input("ids", "float32[batch, 8]");
    decoder.weight("w", "float32[8, 4]");
    decoder.output(decoder.node("MatMul", "ids", "w").named("product").output("logits"));
    TestGraph graph = TestGraph.named("main").opset("acme", 1);
    graph.input("x", "float32[batch, 8]");
    graph.node("Search", "x").domain("acme").named("search").graph("decoder", decoder).output("y");
    return graph.output("y");
  }

  @Test
  void areShownWithTheirParameters() {
    Analysis analysis = Analyses.of(graph());

    assertThat(Analyses.layer(analysis, "product").graph()).isEqualTo("main/search/decoder");
    assertThat(analysis.totals().parameters().toString()).isEqualTo("32");
  }

  @Test
  void areExecutedNobodyKnowsHowOften() {
    Analysis analysis = Analyses.of(graph());

    assertThat(analysis.totals().macs().toString()).isEqualTo("at least 0");
    assertThat(analysis.totals().macs().reasons())
        .contains("how often search executes its decoder is not known");
  }

  @Test
  void haveSizesOfTheirOwn() {
    Analysis analysis = Analyses.of(graph());

    assertThat(Analyses.layer(analysis, "product").outputs().get(0).type().toString())
        .isEqualTo("float32[\"search/decoder/ids.0\", 4]");
  }
}
