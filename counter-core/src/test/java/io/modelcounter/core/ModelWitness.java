package io.modelcounter.core;

import io.modelcounter.core.operator.StandardOperators;
import io.modelcounter.cost.CountingConvention;
import io.modelcounter.cost.LayerView;
import io.modelcounter.cost.ModelView;
import io.modelcounter.spi.CounterPlugin;
import io.modelcounter.symbolic.Amount;
import io.modelcounter.tck.TestGraph;
import java.util.ArrayList;
import java.util.List;

/** What a convention sees of a graph. */
public final class ModelWitness implements CounterPlugin, CountingConvention {
  private final List<ModelView> seen = new ArrayList<>();

  private ModelWitness() {}

  /**
   * Analyses a graph and keeps the model that conventions are asked about.
   *
   * @param graph the graph
   * @param options what is asked for
   * @return the model
   */
  public static ModelView view(TestGraph graph, AnalysisOptions options) {
    ModelWitness witness = new ModelWitness();
    PluginOrigin origin = PluginOrigin.builtIn("1");
    try (PluginSet plugins =
        PluginSet.builder()
            .plugin(new StandardOperators(), origin)
            .plugin(witness, origin)
            .load()) {
      Analyzer.using(plugins).analyze(graph.model(), options.withConvention(witness.id()));
    }
    return witness.seen.get(0);
  }

  @Override
  public String id() {
    return "witness";
  }

  @Override
  public String description() {
    return "keeps the model";
  }

  @Override
  public List<CountingConvention> conventions() {
    return List.of(this);
  }

  @Override
  public Amount count(LayerView layer) {
    return Amount.zero();
  }

  @Override
  public Amount total(ModelView model) {
    seen.add(model);
    return Amount.zero();
  }
}
