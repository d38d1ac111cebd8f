package io.modelcounter.core.memory;

import static org.assertj.core.api.Assertions.assertThat;

import io.modelcounter.analysis.Analysis;
import io.modelcounter.analysis.PluginUse;
import io.modelcounter.core.Analyses;
import io.modelcounter.core.AnalysisOptions;
import io.modelcounter.core.Analyzer;
import io.modelcounter.core.PluginOrigin;
import io.modelcounter.core.PluginSet;
import io.modelcounter.cost.Cost;
import io.modelcounter.cost.InputRole;
import io.modelcounter.spi.Call;
import io.modelcounter.spi.CounterPlugin;
import io.modelcounter.spi.Inferred;
import io.modelcounter.spi.LayerCounter;
import io.modelcounter.spi.OperatorRange;
import io.modelcounter.spi.ShapeRule;
import io.modelcounter.spi.UnknownInputException;
import io.modelcounter.spi.support.NamedOperator;
import io.modelcounter.spi.support.Operator;
import io.modelcounter.symbolic.Size;
import io.modelcounter.tck.TestGraph;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class PackedWeightsTest {

  /** An operator whose input 1 packs as many elements as an attribute says. */
  private static final class Packed extends NamedOperator {
    Packed() {
      super(OperatorRange.of("acme", "Packed"));
    }

    @Override
    public List<Inferred> outputs(Call call) {
      return List.of(call.input(0));
    }

    @Override
    public Cost count(Call call) {
      return Cost.free("only the weights matter here");
    }

    @Override
    public InputRole role(Call call, int input) {
      return input == 1 ? InputRole.PARAMETER : InputRole.CONSTANT;
    }

    @Override
    public Optional<Size> logicalElements(Call call, int input) {
      if (input != 1) {
        return Optional.empty();
      }
      return Optional.of(
          Size.of(
              call.attributes()
                  .integer("elements")
                  .orElseThrow(() -> new UnknownInputException("nothing says how many"))));
    }
  }

  private record Plugin(Operator operator) implements CounterPlugin {
    @Override
    public String id() {
      return "acme";
    }

    @Override
    public List<LayerCounter> counters() {
      return List.of(operator);
    }

    @Override
    public List<ShapeRule> shapeRules() {
      return List.of(operator);
    }
  }

  private static Analysis analyze(TestGraph graph) {
    PluginSet.Builder plugins =
        PluginSet.builder()
            .classPath(PackedWeightsTest.class.getClassLoader())
            .plugin(
                new Plugin(new Packed()),
                PluginOrigin.of(PluginUse.Origin.JAR, "1.0.0", Path.of("acme.jar"), "00ff"));
    try (PluginSet set = plugins.load()) {
      return Analyzer.using(set).analyze(graph.model(), AnalysisOptions.defaults());
    }
  }

  @Test
  void countsTheElementsThatAWeightPacksAndTheBytesThatItTakes() {
    TestGraph graph = TestGraph.named("packed");
    String x = graph.input("x", "float32[4, 70]");
    graph.weight("w", "uint8[10, 3, 16]");
    graph.output(
        graph
            .node("Packed", x, "w")
            .domain("acme")
            .named("p")
            .attribute("elements", 700L)
            .output("y"));

    Analysis analysis = analyze(graph);

    assertThat(analysis.totals().parameters().toString()).isEqualTo("700");
    assertThat(Analyses.layer(analysis, "p").parameters().toString()).isEqualTo("700");
    assertThat(analysis.totals().weightBytes().toString()).isEqualTo("480");
    assertThat(analysis.totals().constants().toString()).isEqualTo("0");
  }

  @Test
  void givesEveryTensorThatIsJoinedItsShare() {
    TestGraph graph = TestGraph.named("joined");
    String x = graph.input("x", "float32[4, 64]");
    graph.weight("first", "uint8[4, 32]");
    graph.weight("second", "uint8[12, 32]");
    String joined = graph.node("Concat", "first", "second").attribute("axis", 0L).output("w");
    String y =
        graph.node("Packed", x, joined).domain("acme").attribute("elements", 1024L).output("y");
    graph.output(y);

    Analysis analysis = analyze(graph);

    assertThat(analysis.totals().parameters().toString()).isEqualTo("1024");
    assertThat(analysis.totals().weightBytes().toString()).isEqualTo("512");
  }

  @Test
  void doesNotCountTheElementsOfAPackedWeightThatNobodyKnows() {
    TestGraph graph = TestGraph.named("unknown");
    String x = graph.input("x", "float32[4, 64]");
    graph.weight("w", "uint8[4, 32]");
    graph.output(graph.node("Packed", x, "w").domain("acme").output("y"));

    Analysis analysis = analyze(graph);

    assertThat(analysis.totals().parameters().isExact()).isFalse();
    assertThat(analysis.totals().parameters().reasons()).contains("nothing says how many");
    assertThat(analysis.totals().weightBytes().toString()).isEqualTo("128");
  }
}
