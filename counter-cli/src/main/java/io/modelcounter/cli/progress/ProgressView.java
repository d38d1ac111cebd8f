package io.modelcounter.cli.progress;

import io.modelcounter.cli.terminal.Console;
import io.modelcounter.cli.terminal.SafeText;
import io.modelcounter.report.table.Characters;
import java.time.Duration;
import java.util.Locale;

/**
 * A way to show progress.
 *
 * @param delay time before it is shown first
 * @param interval time between two times
 * @param line what is shown of a moment
 * @param isStatus whether a line takes the place of the one before it, on a terminal
 */
record ProgressView(Duration delay, Duration interval, Line line, boolean isStatus) {
  private static final int LONGEST_NAME = 40;

  /** For people at a terminal: not before it seems long, and often. */
  static final ProgressView STATUS =
      new ProgressView(Duration.ofMillis(400), Duration.ofMillis(100), ProgressView::text, true);

  /** For people who read a log. */
  static final ProgressView LINES =
      new ProgressView(Duration.ofSeconds(10), Duration.ofSeconds(10), ProgressView::text, false);

  /** For programs. */
  static final ProgressView JSON =
      new ProgressView(Duration.ofSeconds(1), Duration.ofSeconds(1), ProgressView::json, false);

  /** Writes a moment as one line. */
  @FunctionalInterface
  interface Line {
    String of(ProgressState.Moment moment);
  }

  void show(ProgressState.Moment moment, Console console) {
    if (isStatus) {
      console.showStatus(line.of(moment));
    } else {
      console.printError(line.of(moment));
    }
  }

  /** For example {@code [3/12] net.onnx shapes 2.1 s}. */
  static String text(ProgressState.Moment moment) {
    String more = moment.running() > 1 ? "  and " + (moment.running() - 1) + " more" : "";
    return String.format(
        Locale.ROOT,
        "[%d/%d] %s  %s  %.1f s%s",
        moment.index(),
        moment.total(),
        SafeText.nameEnd(moment.name(), LONGEST_NAME),
        moment.phase(),
        moment.elapsed().toMillis() / 1000.0,
        more);
  }

  /** One object, with the fields that {@code docs/command-line.md} names. */
  static String json(ProgressState.Moment moment) {
    return String.format(
        Locale.ROOT,
        "{\"event\": \"progress\", \"done\": %d, \"total\": %d, \"running\": %d, \"model\": %s,"
            + " \"phase\": \"%s\", \"elapsedMs\": %d}",
        moment.done(),
        moment.total(),
        moment.running(),
        quoted(moment.name()),
        moment.phase(),
        moment.elapsed().toMillis());
  }

  private static String quoted(String text) {
    return '"' + Characters.escape(text, c -> c >= ' ' && c <= '~' && c != '"' && c != '\\') + '"';
  }
}
