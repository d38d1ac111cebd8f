package io.modelcounter.core;

import static org.assertj.core.api.Assertions.assertThat;

import io.modelcounter.analysis.Analysis;
import io.modelcounter.analysis.LayerCost;
import io.modelcounter.symbolic.Amount;
import io.modelcounter.symbolic.Bindings;
import io.modelcounter.tck.TestGraph;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class AnalysisPropertiesTest {

  static LongStream seeds() {
    return LongStream.rangeClosed(1, 60);
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void doublesTheWorkWithTheBatch(long seed) {
    Analysis once = Analyses.of(new RandomNetwork(seed).graph("3", 0));
    Analysis twice = Analyses.of(new RandomNetwork(seed).graph("6", 0));

    assertThat(twice.totals().macs()).isEqualTo(once.totals().macs().times(2));
    assertThat(twice.totals().flops()).isEqualTo(once.totals().flops().times(2));
    assertThat(twice.totals().parameters()).isEqualTo(once.totals().parameters());
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void givesTheNumbersOfConcreteSizesWhenBound(long seed) {
    Analysis bound =
        Analyses.of(new RandomNetwork(seed).graph("batch", 0)).bind(Bindings.of("batch", 5));
    Analysis concrete = Analyses.of(new RandomNetwork(seed).graph("5", 0));

    assertThat(bound.totals()).isEqualTo(concrete.totals());
    assertThat(bound.memory().curve()).isEqualTo(concrete.memory().curve());
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void doesNotDependOnTheOrderOfTheNodes(long seed) {
    Analysis sorted = Analyses.of(new RandomNetwork(seed).graph("2", 0));
    Analysis shuffled = Analyses.of(new RandomNetwork(seed).graph("2", seed));

    assertThat(shuffled.totals().amounts()).isEqualTo(sorted.totals().amounts());
    assertThat(shuffled.totals().parameters()).isEqualTo(sorted.totals().parameters());
    assertThat(shuffled.outputs()).isEqualTo(sorted.outputs());
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void keepsTheTotalsWhenNodesMoveIntoAFunction(long seed) {
    Analysis inline = Analyses.of(new RandomNetwork(seed).graph("batch", 0));
    Analysis called = Analyses.of(new RandomNetwork(seed).asFunction("batch"));

    assertThat(called.totals().amounts()).isEqualTo(inline.totals().amounts());
    assertThat(called.totals().parameters()).isEqualTo(inline.totals().parameters());
    assertThat(called.totals().readBytes()).isEqualTo(inline.totals().readBytes());
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void addsLayersUpToTheTotals(long seed) {
    Analysis analysis = Analyses.of(new RandomNetwork(seed).graph("batch", 0));

    assertThat(Amount.sum(analysis.layers().stream().map(layer -> layer.amount("macs")).toList()))
        .isEqualTo(analysis.totals().macs());
    assertThat(Amount.sum(analysis.layers().stream().map(LayerCost::parameters).toList()))
        .isEqualTo(analysis.totals().parameters());
    assertThat(
            Amount.sum(
                analysis.layers().stream().map(layer -> layer.traffic().readBytes()).toList()))
        .isEqualTo(analysis.totals().readBytes());
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void dividesTheWorkOfAConvolutionByItsGroups(long seed) {
    long groups = 1L << (seed % 4);
    Analysis dense = Analyses.of(convolution(seed, 1));
    Analysis grouped = Analyses.of(convolution(seed, groups));

    assertThat(grouped.totals().macs().times(groups)).isEqualTo(dense.totals().macs());
    assertThat(grouped.totals().parameters().times(groups)).isEqualTo(dense.totals().parameters());
  }

  private static TestGraph convolution(long seed, long groups) {
    long size = 5 + seed % 13;
    TestGraph graph = TestGraph.named("groups");
    String x = graph.input("x", "float32[1, 16, " + size + ", " + size + "]");
    String w = graph.weight("w", "float32[32, " + 16 / groups + ", 3, 3]");
    graph.output(graph.node("Conv", x, w).attribute("group", groups).output("y"));
    return graph;
  }
}
