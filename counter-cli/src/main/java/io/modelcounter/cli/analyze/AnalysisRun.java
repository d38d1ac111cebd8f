package io.modelcounter.cli.analyze;

import io.modelcounter.analysis.Coverage;
import io.modelcounter.analysis.Report;
import io.modelcounter.cli.input.ModelSelection;
import io.modelcounter.cli.input.ModelSource;
import io.modelcounter.cli.message.CommandException;
import io.modelcounter.cli.message.ExitCode;
import io.modelcounter.cli.message.Failures;
import io.modelcounter.cli.message.Messages;
import io.modelcounter.cli.message.Verbosity;
import io.modelcounter.cli.output.OutputPlan;
import io.modelcounter.cli.output.PendingFiles;
import io.modelcounter.cli.output.Renderers;
import io.modelcounter.cli.plugin.Plugins;
import io.modelcounter.cli.progress.Progress;
import io.modelcounter.cli.terminal.ClosedPipeException;
import io.modelcounter.cli.terminal.Console;
import io.modelcounter.core.Analyzer;
import io.modelcounter.core.PluginException;
import io.modelcounter.core.PluginSet;
import java.util.List;
import java.util.Optional;

/** Analyses models, each on its own; a bad one does not stop the others unless that is asked. */
public final class AnalysisRun implements InOrder.Taker<Outcome> {
  private final RunRequest request;
  private final Messages messages;
  private final Optional<UnknownLimit> unknownLimit;
  private final ReportOutput output;
  private final ModelWork work;
  private final Tally tally;

  private AnalysisRun(
      AnalyzeRequest request,
      List<ModelSource> models,
      PluginSet plugins,
      Console console,
      Messages messages,
      Progress progress) {
    ClassLoader loader = AnalysisRun.class.getClassLoader();
    this.request = request.run();
    this.messages = messages;
    this.unknownLimit = request.run().unknownLimit().map(UnknownLimit::parse);
    this.output =
        new ReportOutput(
            OutputPlan.of(request.reports().outputs(), models, Renderers.using(loader)), console);
    this.work =
        new ModelWork(
            models,
            Analyzer.using(plugins),
            EngineOptions.of(request.engine(), request.plugins()),
            new ReportMaking(request.reports()),
            output,
            progress,
            messages.verbosity().isAtLeast(Verbosity.VERBOSE));
    this.tally = new Tally(models.size());
  }

  /**
   * Carries out a request. Everything that can be checked without a model is checked first.
   *
   * @return the worst of what became of the models
   * @throws CommandException if the request itself is wrong
   * @throws PluginException if a plugin cannot be used
   */
  public static ExitCode run(AnalyzeRequest request, Console console, Messages messages) {
    List<ModelSource> models = ModelSelection.of(request.inputs(), console.in());
    boolean isQuiet = !messages.verbosity().isAtLeast(Verbosity.NORMAL);
    try (PluginSet plugins = Plugins.load(request.plugins(), console, messages);
        Progress progress =
            Progress.start(request.run().progress(), console, models.size(), isQuiet)) {
      return new AnalysisRun(request, models, plugins, console, messages, progress)
          .run(models.size());
    }
  }

  private ExitCode run(int models) {
    int jobs = request.jobs() == 0 ? Runtime.getRuntime().availableProcessors() : request.jobs();
    try {
      new InOrder<>(Math.min(jobs, models), work, this).run(models);
    } catch (ClosedPipeException gone) {
      return tally.worst();
    }
    if (models > 1) {
      messages.say(tally.toString());
    }
    return tally.worst();
  }

  @Override
  public boolean take(Outcome outcome) throws ClosedPipeException {
    String model = outcome.model().name();
    try (outcome) {
      Report report = outcome.report().get();
      DiagnosticMessages.show(model, report.analysis().diagnostics(), messages);
      outcome.files().ifPresent(PendingFiles::publish);
      output.print(report);
      ExitCode verdict = verdict(model, report.analysis().coverage());
      tally.addAnalysed(verdict);
      return verdict == ExitCode.OK || !request.failFast();
    } catch (ClosedPipeException gone) {
      throw gone;
    } catch (Exception | Error failure) {
      CommandException explained = Failures.explain(model, failure);
      messages.failure(explained);
      tally.addFailed(explained.exitCode());
      return !request.failFast();
    }
  }

  private ExitCode verdict(String model, Coverage coverage) {
    if (unknownLimit.isEmpty()) {
      return ExitCode.OK;
    }
    messages.say(unknownLimit.get().verdict(model, coverage));
    return unknownLimit.get().isExceededBy(coverage) ? ExitCode.BUDGET : ExitCode.OK;
  }

  @Override
  public void stop() {
    work.stop();
  }

  @Override
  public void discard(Outcome outcome) {
    outcome.close();
  }
}
