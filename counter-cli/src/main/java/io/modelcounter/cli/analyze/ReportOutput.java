package io.modelcounter.cli.analyze;

import io.modelcounter.analysis.Report;
import io.modelcounter.cli.message.Causes;
import io.modelcounter.cli.message.Codes;
import io.modelcounter.cli.message.CommandException;
import io.modelcounter.cli.message.ExitCode;
import io.modelcounter.cli.message.Message;
import io.modelcounter.cli.output.OutputPlan;
import io.modelcounter.cli.output.PendingFiles;
import io.modelcounter.cli.output.PlannedOutput;
import io.modelcounter.cli.terminal.ClosedPipeException;
import io.modelcounter.cli.terminal.Console;
import io.modelcounter.spi.ReportRenderer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Writes the reports of models to files and to standard output. */
final class ReportOutput {
  private static final String FOR_PEOPLE = "text";

  private final OutputPlan plan;
  private final Console console;
  private boolean wroteBefore;

  ReportOutput(OutputPlan plan, Console console) {
    this.plan = plan;
    this.console = console;
  }

  /**
   * Writes all reports of a model. Either all its files are replaced or, unless renaming itself
   * fails, none is.
   *
   * @throws CommandException if one cannot be written
   * @throws ClosedPipeException if nobody reads standard output any more
   */
  void write(int model, Report report) throws ClosedPipeException {
    List<PlannedOutput> files = plan.files(model);
    if (!files.isEmpty()) {
      try (PendingFiles pending = PendingFiles.open()) {
        for (PlannedOutput file : files) {
          pending.write(file.target(), out -> file.renderer().render(report, out));
        }
        pending.publish();
      }
    }
    if (plan.standardOutput().isPresent()) {
      print(plan.standardOutput().get(), report);
    }
  }

  private void print(ReportRenderer renderer, Report report) throws ClosedPipeException {
    try {
      if (renderer.format().equals(FOR_PEOPLE)) {
        ByteArrayOutputStream text = new ByteArrayOutputStream();
        renderer.render(report, text);
        console.print((wroteBefore ? "\n" : "") + text.toString(StandardCharsets.UTF_8));
      } else {
        renderer.render(report, console.out());
        console.out().flush();
      }
      wroteBefore = true;
    } catch (ClosedPipeException gone) {
      throw gone;
    } catch (IOException failure) {
      throw new CommandException(
          ExitCode.OUTPUT,
          Message.of(Codes.WRITING, "standard output", "the report cannot be written")
              .because(Causes.of(failure)),
          failure);
    }
  }
}
