package io.modelcounter.core;

import static org.assertj.core.api.Assertions.assertThat;

import io.modelcounter.analysis.Analysis;
import io.modelcounter.analysis.Coverage;
import io.modelcounter.analysis.Diagnostic;
import io.modelcounter.analysis.LayerCost;
import io.modelcounter.analysis.LayerStatus;
import io.modelcounter.analysis.ModuleCost;
import io.modelcounter.analysis.StoredTensor;
import io.modelcounter.symbolic.Amount;
import io.modelcounter.symbolic.Bindings;
import io.modelcounter.tck.TestGraph;
import org.junit.jupiter.api.Test;

class IgnoredLayersTest {

  /** Two matrix products with a weight each and one that they share, and a ReLU. */
  private static TestGraph network() {
    TestGraph graph = TestGraph.named("network");
    String x = graph.input("x", "float32[batch, 8]");
    String shared = graph.weight("shared", "float32[8, 8]");
    String first =
        graph.node("MatMul", x, shared).named("first").scope("body", "a").output("first_out");
    String second =
        graph
            .node("MatMul", first, graph.weight("w", "float32[8, 4]"))
            .named("second")
            .scope("head")
            .output("second_out");
    String third =
        graph.node("MatMul", first, shared).named("third").scope("body", "b").output("third_out");
    graph.output(graph.node("Relu", second).named("relu").scope("head").output("y"));
    graph.output(third);
    return graph;
  }

  private static Analysis ignoring(TestGraph graph, String... patterns) {
    AnalysisOptions options = AnalysisOptions.defaults();
    for (String pattern : patterns) {
      options = options.ignoring(LayerPattern.parse(pattern));
    }
    return Analyses.of(graph, options);
  }

  private static String macs(ModuleCost modules, int child) {
    return String.valueOf(modules.children().get(child).amounts().get("macs"));
  }

  @Test
  void areLeftOutOfTotals() {
    Analysis all = Analyses.of(network());
    Analysis rest = ignoring(network(), "second");

    assertThat(all.totals().macs()).hasToString("160*batch");
    assertThat(rest.totals().macs()).hasToString("128*batch");
    assertThat(rest.totals().flops()).hasToString("260*batch");
    assertThat(rest.totals().parameters()).hasToString("64");
    assertThat(rest.totals().weightBytes()).hasToString("256");
    assertThat(rest.totals().readBytes())
        .isEqualTo(
            Amount.sum(
                rest.countedLayers().stream().map(layer -> layer.traffic().readBytes()).toList()));
  }

  @Test
  void keepTheirOwnRows() {
    Analysis analysis = ignoring(network(), "second");
    LayerCost second = Analyses.layer(analysis, "second");

    assertThat(second.isIgnored()).isTrue();
    assertThat(second.status()).isEqualTo(LayerStatus.EXACT);
    assertThat(second.amount("macs")).hasToString("32*batch");
    assertThat(second.parameters()).hasToString("32");
    assertThat(analysis.layers()).hasSize(4);
    assertThat(analysis.countedLayers()).hasSize(3).noneMatch(LayerCost::isIgnored);
    assertThat(analysis.bind(Bindings.of("batch", 2)).layers().get(1).isIgnored()).isTrue();
  }

  @Test
  void areCountedApartInTheCoverage() {
    assertThat(ignoring(network(), "op:MatMul").coverage()).isEqualTo(new Coverage(1, 0, 0, 0, 3));
  }

  @Test
  void areLeftOutOfModules() {
    ModuleCost modules = ignoring(network(), "scope:body").modules();

    assertThat(macs(modules, 0)).isEqualTo("0");
    assertThat(modules.children().get(0).parameters()).hasToString("0");
    assertThat(modules.children().get(0).layers()).isEqualTo(2);
    assertThat(macs(modules, 1)).isEqualTo("32*batch");
    assertThat(modules.amounts().get("macs")).hasToString("32*batch");
  }

  @Test
  void leaveTheMemoryAsItIs() {
    assertThat(ignoring(network(), "op:*").memory().curve())
        .isEqualTo(Analyses.of(network()).memory().curve());
  }

  @Test
  void leaveASharedParameterToTheOthers() {
    Analysis analysis = ignoring(network(), "first");

    assertThat(Analyses.layer(analysis, "first").parameters()).hasToString("0");
    assertThat(Analyses.layer(analysis, "third").parameters()).hasToString("64");
    assertThat(analysis.totals().parameters()).hasToString("96");
    assertThat(analysis.storedTensors())
        .extracting(StoredTensor::reason)
        .containsExactlyInAnyOrder("input 1 of third (MatMul)", "input 1 of second (MatMul)");
  }

  @Test
  void takeParametersWithThemThatNobodyElseUses() {
    Analysis analysis = ignoring(network(), "first", "third");

    assertThat(analysis.totals().parameters()).hasToString("32");
    assertThat(analysis.storedTensors())
        .extracting(StoredTensor::reason)
        .contains("input 1 of first (MatMul), which is ignored like all that use it");
  }

  @Test
  void closeTheHoleOfATotal() {
    TestGraph graph = TestGraph.named("custom");
    String x = graph.input("x", "float32[1, 8]");
    graph.output(graph.node("Fused", x).domain("com.acme").named("fused").output("y"));

    assertThat(Analyses.of(graph).totals().macs().isExact()).isFalse();
    assertThat(ignoring(graph, "op:com.acme:*").totals().macs()).hasToString("0");
    assertThat(ignoring(graph, "op:com.acme:*").coverage().isComplete()).isTrue();
  }

  @Test
  void ofALoopAreLeftOutAsOftenAsTheyAreExecuted() {
    TestGraph body = TestGraph.named("body");
    body.input("i", "int64[]");
    body.input("go", "bool[]");
    body.input("carried", "float32[4, 4]");
    body.output(body.node("Identity", "go").output("go_out"));
    body.output(body.node("MatMul", "carried", "carried").named("product").output("next"));
    TestGraph graph = TestGraph.named("loop");
    String x = graph.input("x", "float32[4, 4]");
    graph.output(
        graph
            .node("Loop", graph.constant("trips", 5), "", x)
            .named("loop")
            .graph("body", body)
            .output("y"));

    assertThat(Analyses.of(graph).totals().macs()).hasToString("320");
    assertThat(ignoring(graph, "product").totals().macs()).hasToString("0");
    assertThat(ignoring(graph, "graph:main/**").totals().macs()).hasToString("0");
    assertThat(ignoring(graph, "loop").totals().macs()).hasToString("320");
  }

  @Test
  void areAnAssumption() {
    assertThat(ignoring(network(), "op:MatMul", "first", "scope:head").assumptions())
        .contains(
            "4 layers are left out of the totals by options:"
                + " op:MatMul (3), first (1), scope:head (2)");
    assertThat(ignoring(network(), "relu").assumptions())
        .contains("1 layer is left out of the totals by options: relu (1)");
  }

  @Test
  void thatAreNotThereAreAWarning() {
    Analysis analysis = ignoring(network(), "op:Softmx");

    assertThat(analysis.diagnostics())
        .extracting(Diagnostic::toString)
        .containsExactly("W0003: no layer is left out, as none matches \"op:Softmx\"");
    assertThat(analysis.totals()).isEqualTo(Analyses.of(network()).totals());
  }
}
