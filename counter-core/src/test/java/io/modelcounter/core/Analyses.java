package io.modelcounter.core;

import io.modelcounter.analysis.Analysis;
import io.modelcounter.analysis.LayerCost;
import io.modelcounter.tck.TestGraph;

/** Analyses of graphs that tests build. */
public final class Analyses {
  private static final Analyzer ANALYZER = Analyzer.using(Analyses.class.getClassLoader());

  private Analyses() {}

  /** Analyzer with the built-in operators. */
  public static Analyzer analyzer() {
    return ANALYZER;
  }

  /** Analysis with default options. */
  public static Analysis of(TestGraph graph) {
    return of(graph, AnalysisOptions.defaults());
  }

  /** Analysis with options. */
  public static Analysis of(TestGraph graph, AnalysisOptions options) {
    return ANALYZER.analyze(graph.model(), options);
  }

  /** The only layer of a name. */
  public static LayerCost layer(Analysis analysis, String name) {
    return analysis.layers().stream()
        .filter(layer -> layer.name().equals(name))
        .reduce(
            (first, second) -> {
              throw new AssertionError("two layers are named " + name);
            })
        .orElseThrow(() -> new AssertionError("no layer is named " + name));
  }
}
