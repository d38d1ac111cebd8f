package io.modelcounter.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.modelcounter.analysis.Analysis;
import io.modelcounter.analysis.Reconciliation;
import io.modelcounter.analysis.Reconciliation.Difference;
import io.modelcounter.analysis.Reconciliation.Term;
import io.modelcounter.core.convention.StandardConventions;
import io.modelcounter.core.operator.StandardOperators;
import io.modelcounter.cost.CountingConvention;
import io.modelcounter.cost.LayerView;
import io.modelcounter.cost.ModelView;
import io.modelcounter.cost.NamedAmount;
import io.modelcounter.spi.CounterPlugin;
import io.modelcounter.symbolic.Amount;
import io.modelcounter.symbolic.Bindings;
import io.modelcounter.symbolic.Size;
import io.modelcounter.tck.TestGraph;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ReconciliationTest {
  private static final AnalysisOptions WITH_TERMS =
      AnalysisOptions.defaults().withConvention("additions").withTerms();

  /** A convention whose parts do not make up its total of 10. */
  private static final class Careless implements CounterPlugin, CountingConvention {
    @Override
    public String id() {
      return "careless";
    }

    @Override
    public String description() {
      return "forgets what it counts";
    }

    @Override
    public List<CountingConvention> conventions() {
      return List.of(this);
    }

    @Override
    public Amount count(LayerView layer) {
      return Amount.exact(Size.of(10));
    }

    @Override
    public List<NamedAmount> totalTerms(ModelView model) {
      return List.of(new NamedAmount("remembered", Amount.exact(Size.of(7))));
    }
  }

  private static TestGraph dotProduct() {
    TestGraph graph = TestGraph.named("dot");
    String a = graph.input("a", "float32[n]");
    String b = graph.input("b", "float32[n]");
    graph.output(graph.node("MatMul", a, b).output("c"));
    return graph;
  }

  private static String text(Difference difference) {
    StringBuilder text = new StringBuilder();
    for (Term term : difference.terms()) {
      text.append(term.name()).append(' ').append(term.difference().orElseThrow()).append("; ");
    }
    return text.append(difference.total().orElseThrow()).toString();
  }

  @Test
  void breaksADifferenceWithSymbolsIntoParts() {
    Reconciliation reconciliation = Reconciliation.of(Analyses.of(dotProduct(), WITH_TERMS));

    assertThat(text(reconciliation.between("additions", "macs")))
        .endsWith("second operation of a multiply-add n - 1; n - 1");
    assertThat(text(reconciliation.between("macs", "additions"))).endsWith("; -n + 1");
    assertThat(reconciliation.between("macs", "macs").total()).contains(Size.ZERO);
  }

  @Test
  void bindsPartsAsTotals() {
    Analysis bound = Analyses.of(dotProduct(), WITH_TERMS).bind(Bindings.of("n", 5));

    assertThat(text(Reconciliation.of(bound).between("flops", "additions")))
        .endsWith("second operation of a multiply-add 1; 1");
  }

  @Test
  void namesWhatPartsLeaveOpen() {
    try (PluginSet plugins =
        PluginSet.builder()
            .plugin(new StandardOperators(), PluginOrigin.builtIn("1"))
            .plugin(new Careless(), PluginOrigin.builtIn("1"))
            .load()) {
      Analysis analysis =
          Analyzer.using(plugins)
              .analyze(
                  dotProduct().model(), WITH_TERMS.withConvention("careless").withSymbol("n", 4));
      Difference difference = Reconciliation.of(analysis).between("careless", "macs");

      assertThat(text(difference)).contains("remembered 7; ").endsWith("not broken down 3; 6");
    }
  }

  @Test
  void leavesUnknownDifferencesOpen() {
    TestGraph graph = TestGraph.named("unknown");
    String x = graph.input("x", "float32[2]");
    graph.output(graph.node("Mystery", x).output("y"));
    Difference difference =
        Reconciliation.of(Analyses.of(graph, WITH_TERMS)).between("flops", "macs");

    assertThat(difference.total()).isEmpty();
    assertThat(difference.terms()).extracting(Term::difference).contains(Optional.empty());
  }

  @Test
  void needsTermsAndConventionsThatWereAskedFor() {
    Analysis without = Analyses.of(dotProduct());
    Reconciliation reconciliation = Reconciliation.of(Analyses.of(dotProduct(), WITH_TERMS));

    assertThat(without.terms()).isEmpty();
    assertThatThrownBy(() -> Reconciliation.of(without))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> reconciliation.between("macs", "thop"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("thop");
  }

  @Test
  void knowsWhichConventionsCountOperations() {
    assertThat(StandardConventions.counts()).allMatch(CountingConvention::countsOperations);
    assertThat(StandardConventions.columns()).noneMatch(CountingConvention::countsOperations);
  }
}
