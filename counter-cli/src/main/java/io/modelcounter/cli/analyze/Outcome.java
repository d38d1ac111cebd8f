package io.modelcounter.cli.analyze;

import io.modelcounter.analysis.Report;
import io.modelcounter.cli.input.ModelSource;
import io.modelcounter.cli.message.CommandException;
import io.modelcounter.cli.output.PendingFiles;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * What became of a model, of which nothing can be seen yet.
 *
 * @param index number of the model, from 0
 * @param model the model
 * @param report gives the report, or throws why there is none
 * @param files reports that are written but do not have their names yet
 */
record Outcome(int index, ModelSource model, Supplier<Report> report, Optional<PendingFiles> files)
    implements AutoCloseable {

  static Outcome analysed(
      int index, ModelSource model, Report report, Optional<PendingFiles> files) {
    return new Outcome(index, model, () -> report, files);
  }

  static Outcome failed(int index, ModelSource model, CommandException failure) {
    return new Outcome(
        index,
        model,
        () -> {
          throw failure;
        },
        Optional.empty());
  }

  /** Deletes the files that do not have their names. */
  @Override
  public void close() {
    files.ifPresent(PendingFiles::close);
  }
}
