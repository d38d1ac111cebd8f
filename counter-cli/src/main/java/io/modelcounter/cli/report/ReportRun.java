package io.modelcounter.cli.report;

import io.modelcounter.analysis.Report;
import io.modelcounter.cli.analyze.ReportOutput;
import io.modelcounter.cli.input.InputRequest;
import io.modelcounter.cli.input.ModelSelection;
import io.modelcounter.cli.input.ModelSource;
import io.modelcounter.cli.message.Causes;
import io.modelcounter.cli.message.CommandException;
import io.modelcounter.cli.message.ExitCode;
import io.modelcounter.cli.message.Failures;
import io.modelcounter.cli.message.Messages;
import io.modelcounter.cli.output.OutputPlan;
import io.modelcounter.cli.output.OutputRequest;
import io.modelcounter.cli.output.PendingFiles;
import io.modelcounter.cli.output.Renderers;
import io.modelcounter.cli.terminal.ClosedPipeException;
import io.modelcounter.cli.terminal.Console;
import io.modelcounter.model.ModelException;
import io.modelcounter.report.read.ReportReader;
import io.modelcounter.spi.ModelInput;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.Channels;
import java.util.List;
import java.util.Optional;

/** Makes reports of JSON reports, of each on its own; a bad one does not stop the others. */
public final class ReportRun {
  private static final String UNREADABLE = "E0109";

  private final List<ModelSource> sources;
  private final ReportOutput output;
  private final int top;
  private final Messages messages;

  private ReportRun(List<ModelSource> sources, ReportOutput output, int top, Messages messages) {
    this.sources = sources;
    this.output = output;
    this.top = top;
    this.messages = messages;
  }

  /**
   * Makes reports.
   *
   * @param names JSON reports, patterns, or {@code -} for standard input
   * @param outputs what to make of each
   * @param top how many layers a short listing shows
   * @return the worst of what became of the reports
   * @throws CommandException if the request itself is wrong
   */
  public static ExitCode run(
      List<String> names,
      List<OutputRequest> outputs,
      int top,
      Console console,
      Messages messages) {
    InputRequest request =
        new InputRequest(names, false, List.of(), List.of(), Optional.empty(), false, "stdin");
    List<ModelSource> sources = ModelSelection.of(request, console.in());
    Renderers renderers = Renderers.using(ReportRun.class.getClassLoader());
    OutputPlan plan = OutputPlan.of(outputs, sources, renderers);
    return new ReportRun(sources, new ReportOutput(plan, console), top, messages).run();
  }

  private ExitCode run() {
    ExitCode worst = ExitCode.OK;
    for (int i = 0; i < sources.size(); i++) {
      try {
        make(i);
      } catch (ClosedPipeException gone) {
        return worst;
      } catch (RuntimeException | Error failure) {
        CommandException explained = Failures.explain(sources.get(i).name(), failure);
        messages.failure(explained);
        worst = worst.worse(explained.exitCode());
      }
    }
    return worst;
  }

  private void make(int index) throws ClosedPipeException {
    Report report = sources.get(index).read(this::read);
    Optional<PendingFiles> pending = output.write(index, report);
    if (pending.isPresent()) {
      try (PendingFiles files = pending.get()) {
        files.publish();
      }
    }
    output.print(report);
  }

  private Report read(ModelInput input) {
    try (InputStream in = Channels.newInputStream(input.open())) {
      return ReportReader.read(in, top);
    } catch (IOException failure) {
      throw new ModelException(
          UNREADABLE, "", "the report cannot be read: " + Causes.of(failure), null, failure);
    }
  }
}
