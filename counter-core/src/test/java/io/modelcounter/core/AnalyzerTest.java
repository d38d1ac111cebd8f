package io.modelcounter.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.modelcounter.analysis.Analysis;
import io.modelcounter.analysis.Coverage;
import io.modelcounter.analysis.LayerStatus;
import io.modelcounter.model.ModelException;
import io.modelcounter.model.Shape;
import io.modelcounter.symbolic.Bindings;
import io.modelcounter.tck.TestGraph;
import java.util.Collections;
import org.junit.jupiter.api.Test;

class AnalyzerTest {

  private static TestGraph convolutionAndRelu(String input) {
    TestGraph graph = TestGraph.named("tiny");
    String x = graph.input("x", input);
    String w = graph.weight("w", "float32[8, 3, 3, 3]");
    String y = graph.node("Conv", x, w).attribute("pads", 1, 1, 1, 1).output("y");
    graph.output(graph.node("Relu", y).output("z"));
    return graph;
  }

  @Test
  void addsUpLayers() {
    Analysis analysis = Analyses.of(convolutionAndRelu("float32[1, 3, 32, 32]"));

    assertThat(analysis.totals().macs().toString()).isEqualTo("221184");
    assertThat(analysis.totals().flops().toString()).isEqualTo("450560");
    assertThat(analysis.totals().parameters().toString()).isEqualTo("216");
    assertThat(analysis.totals().weightBytes().toString()).isEqualTo("864");
    assertThat(analysis.coverage()).isEqualTo(new Coverage(2, 0, 0, 0, 0));
  }

  @Test
  void answersUnboundSymbolsWithFormulas() {
    Analysis analysis = Analyses.of(convolutionAndRelu("float32[batch, 3, 32, 32]"));

    assertThat(analysis.totals().macs().toString()).isEqualTo("221184*batch");
    assertThat(analysis.coverage().isComplete()).isTrue();
    assertThat(analysis.symbols()).hasToString("[batch]");
  }

  @Test
  void bindsBeforeAndAfterAnalysisAlike() {
    TestGraph graph = convolutionAndRelu("float32[batch, 3, height, 32]");
    Analysis after = Analyses.of(graph).bind(Bindings.of("batch", 4).with("height", 17));
    Analysis before =
        Analyses.of(
            graph, AnalysisOptions.defaults().withSymbol("batch", 4).withSymbol("height", 17));

    assertThat(after.totals()).isEqualTo(before.totals());
    assertThat(after.memory().curve()).isEqualTo(before.memory().curve());
  }

  @Test
  void neverTakesAnUnknownOperatorForZero() {
    TestGraph graph = TestGraph.named("custom");
    String x = graph.input("x", "float32[1, 8]");
    String y = graph.node("Fused", x).domain("com.acme").named("fused").output("y");
    graph.output(graph.node("Relu", y).named("after").output("z"));

    Analysis analysis = Analyses.of(graph);

    assertThat(Analyses.layer(analysis, "fused").status()).isEqualTo(LayerStatus.UNKNOWN);
    assertThat(Analyses.layer(analysis, "fused").cost().reason().orElse(""))
        .contains("com.acme:Fused")
        .contains("plugin");
    assertThat(Analyses.layer(analysis, "after").status()).isEqualTo(LayerStatus.UNKNOWN);
    assertThat(analysis.totals().macs().isExact()).isFalse();
    assertThat(analysis.totals().macs().high()).isEmpty();
    assertThat(analysis.coverage()).isEqualTo(new Coverage(0, 0, 2, 0, 0));
  }

  @Test
  void takesDeclaredTypesOnlyForOutputsThatNobodyKnows() {
    TestGraph graph = TestGraph.named("custom");
    String x = graph.input("x", "float32[1, 8]");
    String y = graph.node("Fused", x).domain("com.acme").named("fused").output("y");
    graph.declare("y", "float32[1, 16]");
    graph.output(graph.node("Relu", y).named("after").output("z"));

    assertThat(Analyses.of(graph).outputs().get(0).type()).hasToString("float32[1, 16]");
    assertThat(
            Analyses.of(graph, AnalysisOptions.defaults().ignoringDeclaredTypes())
                .outputs()
                .get(0)
                .type())
        .hasToString("unknown[?]");
  }

  @Test
  void reportsADeclaredShapeThatCannotBeRight() {
    TestGraph graph = convolutionAndRelu("float32[1, 3, 32, 32]");
    graph.declare("y", "float32[1, 8, 30, 30]");

    Analysis analysis = Analyses.of(graph);

    assertThat(analysis.diagnostics())
        .anySatisfy(
            diagnostic -> {
              assertThat(diagnostic.code()).isEqualTo("W0318");
              assertThat(diagnostic.place()).contains("y");
            });
    assertThat(analysis.totals().macs().toString()).isEqualTo("221184");
  }

  @Test
  void refusesShapesThatContradictEachOtherNamingTheNode() {
    TestGraph graph = TestGraph.named("broken");
    String a = graph.input("a", "float32[4, 5]");
    String b = graph.input("b", "float32[6, 7]");
    graph.output(graph.node("MatMul", a, b).named("product").output("c"));

    assertThatThrownBy(() -> Analyses.of(graph))
        .isInstanceOf(ModelException.class)
        .hasMessageContaining("product")
        .hasMessageContaining("[4, 5]")
        .hasMessageContaining("[6, 7]");
  }

  @Test
  void refusesACycleNamingItsNodes() {
    TestGraph graph = TestGraph.named("cycle");
    graph.input("x", "float32[1]");
    graph.node("Add", "x", "b").named("first").output("a");
    graph.node("Relu", "a").named("second").output("b");
    graph.output("b");

    assertThatThrownBy(() -> Analyses.of(graph))
        .isInstanceOfSatisfying(
            ModelException.class,
            problem -> {
              assertThat(problem.code()).isEqualTo("E0304");
              assertThat(problem.getMessage()).contains("first").contains("second");
            });
  }

  @Test
  void sortsNodesThatStandInTheWrongOrder() {
    TestGraph graph = TestGraph.named("unsorted");
    graph.input("x", "float32[2, 3]");
    graph.node("Relu", "y").named("second").output("z");
    graph.node("Neg", "x").named("first").output("y");
    graph.output("z");

    Analysis analysis = Analyses.of(graph);

    assertThat(analysis.layers())
        .extracting(layer -> layer.name())
        .containsExactly("second", "first");
    assertThat(analysis.memory().steps()).containsExactly("first", "second");
    assertThat(analysis.coverage().isComplete()).isTrue();
  }

  @Test
  void refusesAValueThatNothingProduces() {
    TestGraph graph = TestGraph.named("dangling");
    graph.output(graph.node("Relu", "nowhere").named("relu").output("y"));

    assertThatThrownBy(() -> Analyses.of(graph))
        .isInstanceOfSatisfying(
            ModelException.class,
            problem -> {
              assertThat(problem.code()).isEqualTo("E0306");
              assertThat(problem.place()).contains("relu");
              assertThat(problem.reason()).contains("nowhere");
            });
  }

  @Test
  void sumsModulesUpToTheTotal() {
    TestGraph graph = TestGraph.named("modules");
    String x = graph.input("x", "float32[1, 3, 8, 8]");
    String w = graph.weight("w", "float32[4, 3, 1, 1]");
    String v = graph.weight("v", "float32[2, 4, 1, 1]");
    String y = graph.node("Conv", x, w).scope("stem", "conv").output("y");
    String z = graph.node("Conv", y, v).scope("stem", "proj").output("z");
    graph.output(graph.node("Relu", z).output("out"));

    var modules = Analyses.of(graph).modules();

    assertThat(modules.layers()).isEqualTo(3);
    assertThat(modules.children()).hasSize(1);
    assertThat(modules.children().get(0).path()).isEqualTo("stem");
    assertThat(modules.children().get(0).amounts().get("macs").toString()).isEqualTo("1280");
    assertThat(modules.children().get(0).children())
        .extracting(child -> child.path() + " " + child.amounts().get("macs"))
        .containsExactly("stem.conv 768", "stem.proj 512");
    assertThat(modules.amounts().get("macs").toString()).isEqualTo("1280");
  }

  @Test
  void refusesAConventionThatDoesNotExist() {
    assertThatThrownBy(
            () ->
                Analyses.of(
                    convolutionAndRelu("float32[1, 3, 32, 32]"),
                    AnalysisOptions.defaults().withConvention("flop")))
        .isInstanceOf(OptionException.class)
        .hasMessageContaining("flop")
        .hasMessageContaining("paper");
  }

  @Test
  void replacesADeclaredSizeAndSaysSo() {
    Analysis analysis =
        Analyses.of(
            convolutionAndRelu("float32[1, 3, 32, 32]"),
            AnalysisOptions.defaults().withInputShape("x", Shape.of(2, 3, 16, 16)));

    assertThat(analysis.totals().macs().toString()).isEqualTo("110592");
    assertThat(analysis.assumptions())
        .anyMatch(sentence -> sentence.contains("dimension 0 of input x is 2"));
  }

  /** Relu of what an operator gives that nobody knows, of a declared type. */
  private static TestGraph afterAnUnknownOperator(String type) {
    TestGraph graph = TestGraph.named("custom").declare("m", type);
    graph.input("x", type);
    graph.node("Mystery", "x").domain("custom").output("m");
    graph.output(graph.node("Relu", "m").named("relu").output("y"));
    return graph;
  }

  @Test
  void bindsTheTypesThatTheFileDeclaresAsThoseOfTheInputs() {
    Analysis analysis =
        Analyses.of(
            afterAnUnknownOperator("float32[batch, 8]"),
            AnalysisOptions.defaults().withSymbol("batch", 4));

    assertThat(Analyses.layer(analysis, "relu").amount("flops").toString()).isEqualTo("32");
  }

  @Test
  void doesNotTrustDeclaredTypesWhereAnOptionReplacesASize() {
    Analysis analysis =
        Analyses.of(
            afterAnUnknownOperator("float32[1, 8]"), AnalysisOptions.defaults().withBatch(4));

    assertThat(Analyses.layer(analysis, "relu").amount("flops").toString()).isEqualTo("at least 0");
  }

  @Test
  void answersUnknownForSizesThatAreTooComplex() {
    String sum = "a + b + c + d + e + f + g + h + i + j";
    TestGraph graph = TestGraph.named("complex");
    graph.input("x", "float32[" + String.join(", ", Collections.nCopies(8, sum)) + "]");
    graph.output(graph.node("Relu", "x").output("y"));

    Analysis analysis = Analyses.of(graph);

    assertThat(analysis.totals().flops().reasons()).anyMatch(reason -> reason.contains("complex"));
    assertThat(analysis.totals().peakActivationBytes().high()).isEmpty();
  }

  @Test
  void namesTheNodesOfALongCycleInOrder() {
    TestGraph graph = TestGraph.named("cycle");
    for (int i = 0; i < 1000; i++) {
      graph.node("Relu", "v" + i).output("v" + (i + 1) % 1000);
    }
    graph.output("v0");

    assertThatThrownBy(() -> Analyses.of(graph))
        .isInstanceOf(ModelException.class)
        .hasMessageContaining("v2 -> v3")
        .hasMessageContaining("1000 nodes");
  }

  @Test
  void followsNoMoreThanSoManyTensorsThroughASum() {
    TestGraph graph = TestGraph.named("sums");
    String sum = graph.weight("w", "float32[8]");
    for (int i = 0; i < 300; i++) {
      sum = graph.node("Add", sum, graph.weight("w" + i, "float32[8]")).output("s" + i);
    }
    graph.input("x", "float32[1, 8]");
    graph.output(graph.node("Add", "x", sum).output("y"));

    assertThat(Analyses.of(graph).totals().flops().toString()).isEqualTo("2408");
  }

  @Test
  void givesTheWorkOfAFunctionToTheModuleThatCallsIt() {
    TestGraph body = TestGraph.named("Square");
    body.input("a");
    body.output(body.node("MatMul", "a", "a").output("b"));
    TestGraph graph = TestGraph.named("calls").function("local", "Square", body);
    String x = graph.input("x", "float32[4, 4]");
    graph.output(graph.node("Square", x).domain("local").scope("head").output("y"));

    var head = Analyses.of(graph).modules().children().get(0);

    assertThat(head.path()).isEqualTo("head");
    assertThat(head.layers()).isEqualTo(2);
    assertThat(head.amounts().get("macs").toString()).isEqualTo("64");
  }

  @Test
  void doesNotAddUpAlternativesInAModule() {
    TestGraph then = TestGraph.named("then");
    then.output(then.node("MatMul", "x", "x").scope("block").output("t"));
    TestGraph otherwise = TestGraph.named("else");
    otherwise.output(otherwise.node("MatMul", "x", "x").scope("block").output("e"));
    TestGraph graph = TestGraph.named("branch");
    graph.input("x", "float32[8, 8]");
    graph.input("c", "bool[]");
    graph.output(
        graph
            .node("If", "c")
            .scope("block")
            .graph("then_branch", then)
            .graph("else_branch", otherwise)
            .output("y"));

    Analysis analysis = Analyses.of(graph);

    assertThat(analysis.totals().macs().toString()).isEqualTo("512");
    assertThat(analysis.modules().children().get(0).amounts().get("macs").toString())
        .isEqualTo("512");
  }
}
