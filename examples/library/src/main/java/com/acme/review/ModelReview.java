package com.acme.review;

import io.modelcounter.analysis.Analysis;
import io.modelcounter.analysis.LayerCost;
import io.modelcounter.core.AnalysisOptions;
import io.modelcounter.core.Analyzer;
import io.modelcounter.core.PluginSet;
import io.modelcounter.model.ModelException;
import io.modelcounter.spi.ModelInput;
import io.modelcounter.symbolic.Amount;
import io.modelcounter.symbolic.Bindings;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalLong;

/** Says what a model costs, first as a formula and then for one batch size. */
public final class ModelReview {
  private static final int TOP = 3;

  private ModelReview() {}

  /**
   * Reviews a model.
   *
   * @param args the model file; then jars of plugins
   */
  public static void main(String[] args) {
    if (args.length == 0) {
      System.err.println("usage: ModelReview MODEL [PLUGIN.jar ...]");
      System.exit(2);
    }
    try {
      List<Path> jars = new ArrayList<>();
      for (int i = 1; i < args.length; i++) {
        jars.add(Path.of(args[i]));
      }
      review(Path.of(args[0]), jars).forEach(System.out::println);
    } catch (ModelException unreadable) {
      System.err.println(args[0] + ": " + unreadable.getMessage());
      System.exit(3);
    }
  }

  /** The lines of the review. */
  static List<String> review(Path model, List<Path> jars) {
    PluginSet.Builder plugins = PluginSet.builder().classPath(ModelReview.class.getClassLoader());
    jars.forEach(plugins::file);
    // The set keeps the jars open: close it when the analyzer has done its work.
    try (PluginSet loaded = plugins.load()) {
      Analysis analysis =
          Analyzer.using(loaded).analyze(ModelInput.of(model), AnalysisOptions.defaults());
      return lines(analysis);
    }
  }

  private static List<String> lines(Analysis analysis) {
    List<String> lines = new ArrayList<>();
    lines.add("MACs        " + analysis.totals().macs());
    lines.add("FLOPs       " + analysis.totals().flops());
    lines.add("parameters  " + analysis.totals().parameters());
    if (!analysis.coverage().isComplete()) {
      int unknown = analysis.coverage().total() - analysis.coverage().known();
      lines.add("at least: " + unknown + " layers are unknown");
    }
    // Symbols of the file may get their values before the analysis, or afterwards as here.
    Analysis eight = analysis.bind(Bindings.of("batch", 8));
    lines.add("MACs of a batch of 8: " + eight.totals().macs());
    eight.layers().stream()
        .sorted(Comparator.comparing(ModelReview::macs).reversed())
        .limit(TOP)
        .forEach(
            layer ->
                lines.add(
                    "  "
                        + layer.amount("macs")
                        + "  "
                        + layer.name()
                        + " by "
                        + layer.countedBy()));
    return lines;
  }

  /**
   * The multiply-adds of a layer for sorting; what is not known exactly counts with what it has at
   * least.
   */
  private static long macs(LayerCost layer) {
    Amount amount = layer.amount("macs");
    OptionalLong least = amount.low().asLong();
    return least.orElse(Long.MAX_VALUE);
  }
}
