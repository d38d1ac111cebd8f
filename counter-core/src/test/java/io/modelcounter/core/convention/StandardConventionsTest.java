package io.modelcounter.core.convention;

import static org.assertj.core.api.Assertions.assertThat;

import io.modelcounter.analysis.Analysis;
import io.modelcounter.core.Analyses;
import io.modelcounter.core.AnalysisOptions;
import io.modelcounter.tck.TestGraph;
import org.junit.jupiter.api.Test;

class StandardConventionsTest {
  private static final AnalysisOptions ALL =
      AnalysisOptions.defaults().withConvention("additions").withConvention("paper");

  private static String amounts(TestGraph graph) {
    Analysis analysis = Analyses.of(graph, ALL);
    return analysis.totals().amounts().toString();
  }

  @Test
  void countsADotProductOfLengthN() {
    TestGraph graph = TestGraph.named("dot");
    String a = graph.input("a", "float32[n]");
    String b = graph.input("b", "float32[n]");
    graph.output(graph.node("MatMul", a, b).output("c"));

    assertThat(amounts(graph)).isEqualTo("{additions=2*n - 1, flops=2*n, macs=n, paper=0}");
  }

  @Test
  void countsAFullyConnectedLayerWithoutBias() {
    TestGraph graph = TestGraph.named("fc");
    String x = graph.input("x", "float32[1, 64]");
    String w = graph.weight("w", "float32[64, 10]");
    graph.output(graph.node("MatMul", x, w).output("y"));

    // (2n - 1) m = 127 * 10
    assertThat(amounts(graph)).isEqualTo("{additions=1270, flops=1280, macs=640, paper=640}");
  }

  @Test
  void countsAFullyConnectedLayerWithBias() {
    TestGraph graph = TestGraph.named("fc");
    String x = graph.input("x", "float32[1, 64]");
    String w = graph.weight("w", "float32[64, 10]");
    String b = graph.weight("b", "float32[10]");
    graph.output(graph.node("Gemm", x, w, b).output("y"));

    // 2nm additions and multiplications; flops adds the bias on top of 2nm
    assertThat(amounts(graph)).isEqualTo("{additions=1280, flops=1290, macs=640, paper=640}");
  }

  @Test
  void countsAConvolutionByOutputPositions() {
    TestGraph graph = TestGraph.named("conv");
    String x = graph.input("x", "float32[N, 3, 32, 32]");
    String w = graph.weight("w", "float32[8, 3, 5, 5]");
    graph.output(graph.node("Conv", x, w).attribute("strides", 2, 2).output("y"));

    // 14 * 14 positions, 8 output channels, 3 * 25 products each
    assertThat(amounts(graph))
        .isEqualTo("{additions=233632*N, flops=235200*N, macs=117600*N, paper=117600*N}");
  }

  @Test
  void countsADepthwiseSeparableBlockAsTheSumOfItsTwoConvolutions() {
    TestGraph graph = TestGraph.named("separable");
    String x = graph.input("x", "float32[1, 32, 16, 16]");
    String depthwise = graph.weight("d", "float32[32, 1, 3, 3]");
    String pointwise = graph.weight("p", "float32[64, 32, 1, 1]");
    String y =
        graph
            .node("Conv", x, depthwise)
            .attribute("group", 32L)
            .attribute("pads", 1, 1, 1, 1)
            .output("y");
    graph.output(graph.node("Conv", y, pointwise).output("z"));

    long kernel = 9;
    long positions = 16 * 16;
    long expected = kernel * 32 * positions + 32 * 64 * positions;
    assertThat(Analyses.of(graph, ALL).totals().macs().toString())
        .isEqualTo(Long.toString(expected));
    assertThat(Analyses.of(graph, ALL).totals().amount("paper").toString())
        .isEqualTo(Long.toString(expected));
  }

  @Test
  void countsOneComparisonAnElementOfARelu() {
    TestGraph graph = TestGraph.named("relu");
    graph.output(graph.node("Relu", graph.input("x", "float32[n]")).output("y"));

    assertThat(amounts(graph)).isEqualTo("{additions=n, flops=n, macs=0, paper=0}");
  }

  @Test
  void countsFourOperationsAnElementOfASigmoid() {
    TestGraph graph = TestGraph.named("sigmoid");
    graph.output(graph.node("Sigmoid", graph.input("x", "float32[n]")).output("y"));

    assertThat(amounts(graph)).isEqualTo("{additions=4*n, flops=4*n, macs=0, paper=0}");
  }

  @Test
  void leavesProductsOfTwoActivationsOutOfPapers() {
    TestGraph graph = TestGraph.named("scores");
    String q = graph.input("q", "float32[4, 8]");
    String k = graph.input("k", "float32[8, 4]");
    graph.output(graph.node("MatMul", q, k).output("s"));

    assertThat(Analyses.of(graph, ALL).totals().amount("paper").toString()).isEqualTo("0");
    assertThat(Analyses.of(graph, ALL).totals().macs().toString()).isEqualTo("128");
  }
}
