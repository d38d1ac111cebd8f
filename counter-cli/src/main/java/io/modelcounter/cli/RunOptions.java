package io.modelcounter.cli;

import io.modelcounter.cli.analyze.RunRequest;
import io.modelcounter.cli.message.Codes;
import io.modelcounter.cli.message.CommandException;
import io.modelcounter.cli.message.Message;
import io.modelcounter.cli.progress.ProgressMode;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Options that say how to go about several models. */
final class RunOptions {
  @Option(
      names = {"-j", "--jobs"},
      paramLabel = "N",
      defaultValue = "1",
      description = {
        "Analyse N models at a time, 0 for one on each processor (default: ${DEFAULT-VALUE})."
            + " Nothing that is written depends on it."
      })
  private int jobs;

  @Option(
      names = "--fail-fast",
      description = "Stop at the first model that fails. Without it, the others are analysed.")
  private boolean failFast;

  @Option(
      names = "--fail-on-unknown",
      paramLabel = "N|N%",
      arity = "0..1",
      fallbackValue = "0",
      preprocessor = OptionalValue.class,
      description = {
        "Return 1 if the cost of more than N layers, or of more than N percent of them, is unknown"
            + " (without N: of any)."
      })
  private @Nullable String unknownLimit;

  @Option(
      names = "--progress",
      paramLabel = "HOW",
      description = {
        "auto (the default: on a terminal), always, never, or json (one object a line), on standard"
            + " error."
      })
  private ProgressMode progress = ProgressMode.AUTO;

  RunRequest request() {
    if (jobs < 0) {
      throw CommandException.usage(
          Message.of(Codes.OPTION_VALUE, "--jobs", "it must be at least 0, not " + jobs));
    }
    return new RunRequest(jobs, failFast, Optional.ofNullable(unknownLimit), progress);
  }
}
