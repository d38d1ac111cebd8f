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
import io.modelcounter.report.text.TextReport;
import io.modelcounter.spi.ReportRenderer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/** Writes the reports of models to files and to standard output. */
public final class ReportOutput {
  private static final String FOR_PEOPLE = "text";

  private final OutputPlan plan;
  private final Console console;
  private boolean wroteBefore;

  /** Writes reports as a plan says. */
  public ReportOutput(OutputPlan plan, Console console) {
    this.plan = plan;
    this.console = console;
  }

  /**
   * Writes the files of a model, which get their names later: either all of them or, unless
   * renaming itself fails, none.
   *
   * @return the files; empty if there are none
   * @throws CommandException if one cannot be written
   */
  public Optional<PendingFiles> write(int model, Report report) {
    List<PlannedOutput> files = plan.files(model);
    if (files.isEmpty()) {
      return Optional.empty();
    }
    PendingFiles pending = PendingFiles.open();
    try {
      for (PlannedOutput file : files) {
        pending.write(file.target(), out -> file.renderer().render(report, out));
      }
      return Optional.of(pending);
    } catch (RuntimeException | Error failure) {
      pending.close();
      throw failure;
    }
  }

  /**
   * Writes the report of a model that goes to standard output, if one does.
   *
   * @throws CommandException if it cannot be written
   * @throws ClosedPipeException if nobody reads standard output any more
   */
  public void print(Report report) throws ClosedPipeException {
    if (plan.standardOutput().isPresent()) {
      print(plan.standardOutput().get(), report);
    }
  }

  private void print(ReportRenderer renderer, Report report) throws ClosedPipeException {
    try {
      if (renderer.format().equals(FOR_PEOPLE)) {
        ByteArrayOutputStream text = new ByteArrayOutputStream();
        new TextReport(console.columns()).render(report, text);
        console.print((wroteBefore ? "\n" : "") + text.toString(StandardCharsets.UTF_8));
      } else {
        console.write(out -> renderer.render(report, out));
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
