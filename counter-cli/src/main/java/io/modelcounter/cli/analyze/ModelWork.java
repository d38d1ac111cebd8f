package io.modelcounter.cli.analyze;

import io.modelcounter.analysis.Analysis;
import io.modelcounter.analysis.Report;
import io.modelcounter.cli.input.ModelSource;
import io.modelcounter.cli.message.Failures;
import io.modelcounter.cli.progress.Progress;
import io.modelcounter.core.AnalysisOptions;
import io.modelcounter.core.AnalysisPhase;
import io.modelcounter.core.Analyzer;
import io.modelcounter.spi.ModelInput;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.IntFunction;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Analyses models and writes their files, up to what others can see of it. Safe for use from
 * several threads.
 */
final class ModelWork implements IntFunction<Outcome> {
  private final List<ModelSource> models;
  private final Analyzer analyzer;
  private final AnalysisOptions options;
  private final ReportMaking reports;
  private final ReportOutput output;
  private final Progress progress;
  private final boolean logs;
  private final AtomicBoolean isStopped = new AtomicBoolean();

  ModelWork(
      List<ModelSource> models,
      Analyzer analyzer,
      AnalysisOptions options,
      ReportMaking reports,
      ReportOutput output,
      Progress progress,
      boolean logs) {
    this.models = models;
    this.analyzer = analyzer;
    this.options = options;
    this.reports = reports;
    this.output = output;
    this.progress = progress;
    this.logs = logs;
  }

  /** Analyses a model; whatever goes wrong is part of the outcome. */
  @Override
  public Outcome apply(int index) {
    ModelSource model = models.get(index);
    try {
      if (logs) {
        Log.LOGGER.info("analysing {}", model.name());
      }
      enter(index, AnalysisPhase.READING.name());
      Report report = reports.of(model.read(input -> analyze(index, input)));
      enter(index, "writing");
      return Outcome.analysed(index, model, report, output.write(index, report));
    } catch (Exception | Error failure) {
      return Outcome.failed(index, model, Failures.explain(model.name(), failure));
    } finally {
      progress.finish(index);
    }
  }

  /** Lets models that are being analysed end soon, without an outcome that anybody wants. */
  void stop() {
    isStopped.set(true);
  }

  private Analysis analyze(int index, ModelInput input) {
    return analyzer.analyze(input, options, phase -> enter(index, phase.name()));
  }

  private void enter(int index, String phase) {
    if (isStopped.get()) {
      throw new CancellationException("The model is no longer wanted.");
    }
    progress.enter(index, models.get(index).name(), phase.toLowerCase(Locale.ROOT));
  }

  /** Held apart, because making a logger starts the log, which takes longer than most analyses. */
  private static final class Log {
    static final Logger LOGGER = LoggerFactory.getLogger(AnalysisRun.class);
  }
}
