package io.modelcounter.core.convention;

import static org.assertj.core.api.Assertions.assertThat;

import io.modelcounter.analysis.Analysis;
import io.modelcounter.analysis.Diagnostic;
import io.modelcounter.core.Analyses;
import io.modelcounter.core.AnalysisOptions;
import io.modelcounter.core.ModelWitness;
import io.modelcounter.cost.CountingConvention;
import io.modelcounter.cost.LayerView;
import io.modelcounter.cost.ModelView;
import io.modelcounter.cost.NamedAmount;
import io.modelcounter.symbolic.Amount;
import io.modelcounter.tck.TestGraph;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class ToolConventionsTest {

  private static ModelView view(TestGraph graph, int batch) {
    return ModelWitness.view(graph, AnalysisOptions.defaults().withBatch(batch));
  }

  /** Convolution, normalization, activation by module and by function, pooling, classifier. */
  private static TestGraph network() {
    TestGraph graph = TestGraph.named("network");
    String x = graph.input("x", "float32[N, 3, 8, 8]");
    String conv =
        graph
            .node(
                "Conv",
                x,
                graph.weight("conv.weight", "float32[4, 3, 3, 3]"),
                graph.weight("conv.bias", "float32[4]"))
            .attribute("pads", 1, 1, 1, 1)
            .named("/conv/Conv")
            .scope("conv")
            .output("c");
    String norm =
        graph
            .node(
                "BatchNormalization",
                conv,
                graph.weight("bn.weight", "float32[4]"),
                graph.weight("bn.bias", "float32[4]"),
                graph.weight("bn.mean", "float32[4]"),
                graph.weight("bn.var", "float32[4]"))
            .named("/bn/BatchNormalization")
            .scope("bn")
            .output("n");
    String relu = graph.node("Relu", norm).named("/relu/Relu").scope("relu").output("r");
    String again = graph.node("Relu", relu).named("/Relu").output("f");
    String pool =
        graph
            .node("GlobalAveragePool", again)
            .named("/pool/GlobalAveragePool")
            .scope("pool")
            .output("p");
    String flat = graph.node("Flatten", pool).named("/Flatten").output("flat");
    graph.output(
        graph
            .node(
                "Gemm",
                flat,
                graph.weight("fc.weight", "float32[10, 4]"),
                graph.weight("fc.bias", "float32[10]"))
            .attribute("transB", 1L)
            .named("/fc/Gemm")
            .scope("fc")
            .output("y"));
    return graph;
  }

  // Convolution 27 * 256 = 6912, its bias 256, elements behind it 256, linear layer 40 and 10.
  @ParameterizedTest
  @CsvSource({
    "macs, 6952*N",
    "ptflops, 768*N + 8242",
    "ptflops-nofunctional, 8242",
    "ptflops-aten, 7218*N",
    "thop, 8236*N",
    "ultralytics-thop, 8236*N",
    "torchstat, 7976*N",
    "torchstat-madd, 15174",
    "fvcore, 7720*N",
    "mmengine, 8488*N",
    "mmengine-eval, 7720*N",
    "torchinfo, 7226*N",
    "torch, 13904*N",
    "torch-cpu, 13904*N",
    "torch-training, 41712*N",
    "deepspeed, 15440*N",
    "deepspeed-macs, 6952*N",
    "calflops, 15440*N",
    "calflops-macs, 6952*N",
    "fvcore-activations, 266*N",
    "thop-parameters, 170",
    "torchstat-parameters, 170"
  })
  void countsASmallNetworkAsTheToolDoes(String id, String expected) {
    Analysis analysis = Analyses.of(network(), AnalysisOptions.defaults().withConvention(id));

    assertThat(analysis.totals().amount(id).toString()).isEqualTo(expected);
  }

  static List<CountingConvention> conventions() {
    return StandardConventions.all();
  }

  @ParameterizedTest
  @MethodSource("conventions")
  void breaksEveryTotalIntoPartsThatAddUp(CountingConvention convention) {
    for (int batch = 1; batch <= 3; batch++) {
      ModelView model = view(network(), batch);
      List<NamedAmount> terms = convention.totalTerms(model);

      assertThat(Amount.sum(terms.stream().map(NamedAmount::amount).toList()))
          .isEqualTo(convention.total(model));
      assertThat(terms.stream().map(NamedAmount::name)).doesNotHaveDuplicates();
      for (LayerView layer : model.layers()) {
        assertThat(Amount.sum(convention.terms(layer).stream().map(NamedAmount::amount).toList()))
            .isEqualTo(convention.count(layer));
      }
    }
  }

  @Test
  void namesWhatIsCountedTwice() {
    ModelView model = view(network(), 1);
    List<NamedAmount> terms =
        PtflopsConvention.original().totalTerms(model).stream()
            .filter(term -> term.name().endsWith("twice"))
            .toList();

    assertThat(terms.toString())
        .isEqualTo(
            "[NamedAmount[name=activations counted twice, amount=256],"
                + " NamedAmount[name=pooling counted twice, amount=256]]");
  }

  @Test
  void countsTheLastCallOfAModuleOnlyWhereTorchstatDoes() {
    TestGraph graph = TestGraph.named("calls");
    String x = graph.input("x", "float32[1, 10]");
    String y = graph.node("Relu", x).named("/relu/Relu").scope("relu").output("y");
    graph.output(graph.node("Relu", y).named("/relu_1/Relu").scope("relu").output("z"));

    Analysis analysis =
        Analyses.of(
            graph,
            AnalysisOptions.defaults().withConvention("torchstat").withConvention("deepspeed"));

    assertThat(analysis.totals().amount("torchstat").toString()).isEqualTo("10");
    assertThat(analysis.totals().amount("deepspeed").toString()).isEqualTo("20");
  }

  @Test
  void roundsAnEinsumToFourDigitsWhereToolsReadItFromAText() {
    TestGraph graph = TestGraph.named("einsum");
    String a = graph.input("a", "float32[37, 41, 43]");
    String b = graph.input("b", "float32[37, 43, 47]");
    graph.output(graph.node("Einsum", a, b).attribute("equation", "nij,njk->nik").output("c"));

    Analysis analysis =
        Analyses.of(
            graph, AnalysisOptions.defaults().withConvention("fvcore").withConvention("macs"));

    assertThat(analysis.totals().macs().toString()).isEqualTo("3065857");
    assertThat(analysis.totals().amount("fvcore").toString()).isEqualTo("3066000");
  }

  @Test
  void saysThatARoundedEinsumNeedsNumbers() {
    TestGraph graph = TestGraph.named("einsum");
    String a = graph.input("a", "float32[n, 4]");
    String b = graph.input("b", "float32[4, n]");
    graph.output(graph.node("Einsum", a, b).attribute("equation", "ij,jk->ik").output("c"));

    assertThat(
            Analyses.of(graph, AnalysisOptions.defaults().withConvention("fvcore"))
                .totals()
                .amount("fvcore")
                .reasons())
        .singleElement()
        .asString()
        .contains("four digits");
  }

  @Test
  void refusesWhatTorchstatFailsOn() {
    TestGraph graph = TestGraph.named("linear");
    String x = graph.input("x", "float32[1, 5, 64]");
    graph.output(graph.node("MatMul", x, graph.weight("w", "float32[64, 10]")).output("y"));

    assertThat(
            Analyses.of(graph, AnalysisOptions.defaults().withConvention("torchstat"))
                .totals()
                .amount("torchstat")
                .reasons())
        .containsExactly("torchstat takes linear layers of matrices only");
  }

  // Two positions too few along each of two axes: the bias goes by (-2) * (-2).
  @Test
  void followsDeepSpeedBelowZeroForASmallTransposedConvolution() {
    TestGraph graph = TestGraph.named("generator");
    String x = graph.input("x", "float32[N, 8, 1, 1]");
    String w = graph.weight("w", "float32[8, 4, 4, 4]");
    graph.output(graph.node("ConvTranspose", x, w, graph.weight("b", "float32[4]")).output("y"));

    assertThat(
            Analyses.of(graph, AnalysisOptions.defaults().withConvention("deepspeed"))
                .totals()
                .amount("deepspeed")
                .toString())
        .isEqualTo((2 * 8 * 4 * 16 + 4 * 4) + "*N");
  }

  @Test
  void saysThatItKnowsNoRuleForQuantizedProducts() {
    TestGraph graph = TestGraph.named("quantized");
    String x = graph.input("x", "uint8[1, 3, 8, 8]");
    graph.output(graph.node("ConvInteger", x, graph.weight("w", "uint8[4, 3, 1, 1]")).output("y"));

    assertThat(
            Analyses.of(graph, AnalysisOptions.defaults().withConvention("thop"))
                .totals()
                .amount("thop")
                .reasons())
        .containsExactly("thop has no rule for the operator ai.onnx:ConvInteger");
  }

  @Test
  void remarksWhatTheFileNoLongerHolds() {
    TestGraph graph = TestGraph.named("folded");
    String x = graph.input("x", "float32[1, 3, 8, 8]");
    graph.output(
        graph
            .node(
                "Conv",
                x,
                graph.weight("w", "float32[4, 3, 1, 1]"),
                graph.weight("b", "float32[4]"))
            .output("y"));

    List<Diagnostic> remarks =
        Analyses.of(graph, AnalysisOptions.defaults().withConvention("thop")).diagnostics();

    assertThat(remarks).extracting(Diagnostic::code).containsOnly("W0801");
    assertThat(remarks).extracting(Diagnostic::place).containsOnly("thop");
    assertThat(remarks.toString()).contains("records no modules", "folded", "does not run");
  }

  @Test
  void asksNothingOfTheFileUnderTheConventionsOfItsOwn() {
    assertThat(Analyses.of(network()).diagnostics()).isEmpty();
  }
}
