package io.modelcounter.cli.analyze;

import io.modelcounter.analysis.Analysis;
import io.modelcounter.analysis.Diagnostic;
import io.modelcounter.analysis.Report;
import io.modelcounter.cli.message.CommandException;
import io.modelcounter.cli.message.ExitCode;
import io.modelcounter.cli.message.Failures;
import io.modelcounter.cli.message.Message;
import io.modelcounter.cli.message.Messages;
import io.modelcounter.cli.message.Verbosity;
import io.modelcounter.cli.output.OutputPlan;
import io.modelcounter.cli.output.Renderers;
import io.modelcounter.cli.terminal.ClosedPipeException;
import io.modelcounter.cli.terminal.Console;
import io.modelcounter.core.AnalysisOptions;
import io.modelcounter.core.Analyzer;
import io.modelcounter.spi.ModelInput;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Analyses models one after the other; a bad one does not stop the others. */
public final class AnalysisRun {
  private static final int MOST_DIAGNOSTICS = 1_000;

  private final AnalyzeRequest request;
  private final Messages messages;
  private final Analyzer analyzer;
  private final AnalysisOptions options;
  private final Optional<UnknownLimit> unknownLimit;
  private final ReportOutput output;
  private int analysed;
  private int overLimit;
  private int failed;

  private AnalysisRun(
      AnalyzeRequest request, List<Path> models, Console console, Messages messages) {
    ClassLoader loader = AnalysisRun.class.getClassLoader();
    this.request = request;
    this.messages = messages;
    this.options = EngineOptions.of(request);
    this.unknownLimit = request.unknownLimit().map(UnknownLimit::parse);
    this.output =
        new ReportOutput(
            OutputPlan.of(request.outputs(), models, Renderers.using(loader)), console);
    this.analyzer = Analyzer.using(loader);
  }

  /**
   * Carries out a request. Everything that can be checked without a model is checked first.
   *
   * @return the worst of what became of the models
   * @throws CommandException if the request itself is wrong
   */
  public static ExitCode run(AnalyzeRequest request, Console console, Messages messages) {
    List<Path> models = request.models().stream().map(ModelFiles::path).toList();
    return new AnalysisRun(request, models, console, messages).analyzeAll(models);
  }

  private ExitCode analyzeAll(List<Path> models) {
    ExitCode worst = ExitCode.OK;
    for (int i = 0; i < models.size(); i++) {
      try {
        worst = worst.worse(analyze(i, models.get(i)));
      } catch (ClosedPipeException gone) {
        return worst;
      }
    }
    if (models.size() > 1) {
      String over = overLimit == 0 ? "" : overLimit + " with too many unknown layers, ";
      messages.say(analysed + " analysed, " + over + failed + " failed");
    }
    return worst;
  }

  private ExitCode analyze(int index, Path model) throws ClosedPipeException {
    try {
      ModelFiles.check(model);
      if (messages.verbosity().isAtLeast(Verbosity.VERBOSE)) {
        Log.LOGGER.info("analysing {}", model);
      }
      Analysis analysis = analyzer.analyze(ModelInput.of(model), options);
      show(model, analysis.diagnostics());
      output.write(
          index, new Report(analysis, request.toolVersion(), request.commandLine(), request.top()));
      analysed++;
      return verdict(model, analysis);
    } catch (ClosedPipeException gone) {
      throw gone;
    } catch (Exception | Error failure) {
      CommandException explained = Failures.explain(model.toString(), failure);
      messages.failure(explained);
      failed++;
      return explained.exitCode();
    }
  }

  private ExitCode verdict(Path model, Analysis analysis) {
    if (unknownLimit.isEmpty()) {
      return ExitCode.OK;
    }
    UnknownLimit limit = unknownLimit.get();
    messages.say(limit.verdict(model.toString(), analysis.coverage()));
    if (limit.isExceededBy(analysis.coverage())) {
      overLimit++;
      return ExitCode.BUDGET;
    }
    return ExitCode.OK;
  }

  private void show(Path model, List<Diagnostic> diagnostics) {
    for (Diagnostic diagnostic :
        diagnostics.subList(0, Math.min(diagnostics.size(), MOST_DIAGNOSTICS))) {
      Message message =
          Message.of(diagnostic.code(), model.toString(), diagnostic.message())
              .at(diagnostic.place())
              .withHint(diagnostic.hint().orElse(""));
      if (diagnostic.severity() == Diagnostic.Severity.WARNING) {
        messages.warning(message);
      } else {
        messages.note(message);
      }
    }
    if (diagnostics.size() > MOST_DIAGNOSTICS
        && messages.verbosity().isAtLeast(Verbosity.VERBOSE)) {
      messages.say("and " + (diagnostics.size() - MOST_DIAGNOSTICS) + " more");
    }
  }

  /** Held apart, because making a logger starts the log, which takes longer than most analyses. */
  private static final class Log {
    static final Logger LOGGER = LoggerFactory.getLogger(AnalysisRun.class);
  }
}
