package io.modelcounter.cli;

import io.modelcounter.cli.analyze.ReportRequest;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Options that say which reports to make of an analysis and what they show. */
final class OutputOptions {
  @Mixin private RenderingOptions rendering = new RenderingOptions();

  @Option(
      names = "--per-sample",
      paramLabel = "SIZE",
      arity = "0..1",
      fallbackValue = "",
      preprocessor = OptionalValue.class,
      description = {
        "Also show totals divided by a number of samples (without SIZE: the first size of the"
            + " inputs)."
      })
  private @Nullable String samples;

  /** What to report, and where to. */
  ReportRequest request(boolean quiet, List<String> commandLine) {
    return new ReportRequest(
        rendering.outputs(quiet),
        rendering.top(),
        Optional.ofNullable(samples),
        ToolVersion.text(),
        commandLine);
  }
}
