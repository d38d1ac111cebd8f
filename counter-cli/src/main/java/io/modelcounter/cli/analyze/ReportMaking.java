package io.modelcounter.cli.analyze;

import io.modelcounter.analysis.Analysis;
import io.modelcounter.analysis.Report;
import io.modelcounter.cli.message.Codes;
import io.modelcounter.cli.message.CommandException;
import io.modelcounter.cli.message.Message;
import io.modelcounter.symbolic.Size;
import java.util.Optional;

/** Makes the reports of analyses. */
final class ReportMaking {
  private static final String PER_SAMPLE = "--per-sample";

  private final ReportRequest request;
  private final Optional<Size> samples;

  /**
   * Prepares reports.
   *
   * @throws CommandException if the number of samples is none
   */
  ReportMaking(ReportRequest request) {
    this.request = request;
    this.samples = request.samples().filter(text -> !text.isEmpty()).map(ReportMaking::parse);
  }

  private static Size parse(String text) {
    Optional<Size> size = size(text).filter(samples -> samples.isAtLeast(Size.ONE));
    return size.orElseThrow(
        () ->
            CommandException.usage(
                Message.of(
                        Codes.OPTION_VALUE, PER_SAMPLE, "\"" + text + "\" is no number of samples")
                    .withHint("for example --per-sample=8, or --per-sample=batch")));
  }

  private static Optional<Size> size(String text) {
    try {
      return Optional.of(Size.parse(text));
    } catch (IllegalArgumentException | ArithmeticException invalid) {
      return Optional.empty();
    }
  }

  /**
   * Makes a report.
   *
   * @throws CommandException if samples are to be told from each other and cannot be
   */
  Report of(Analysis analysis) {
    return new Report(
        analysis, request.toolVersion(), request.commandLine(), request.top(), samples(analysis));
  }

  private Optional<Size> samples(Analysis analysis) {
    if (request.samples().isEmpty() || samples.isPresent()) {
      return samples;
    }
    Optional<Size> batch = analysis.batch().filter(size -> size.isAtLeast(Size.ONE));
    if (batch.isEmpty()) {
      throw CommandException.usage(
          Message.of(
                  Codes.OPTION_FOR_MODEL,
                  analysis.origin().name(),
                  "the inputs do not share a first size that could be the number of samples")
              .withHint("give it, for example " + PER_SAMPLE + "=8"));
    }
    return batch;
  }
}
