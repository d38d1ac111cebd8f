package io.modelcounter.cli.progress;

import io.modelcounter.cli.terminal.AtShutdown;
import io.modelcounter.cli.terminal.Console;
import io.modelcounter.cli.terminal.StandardStream;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Shows how far a run is, from a thread of its own.
 *
 * <p>Models may be entered and finished from several threads.
 */
public final class Progress implements AutoCloseable {
  private final ProgressState state;
  private final CountDownLatch closed = new CountDownLatch(1);
  private final Console console;
  private Optional<Shown> shown = Optional.empty();

  /** What shows the progress, and what takes it away if the process is stopped. */
  private record Shown(Thread thread, AtShutdown hiding) {}

  private Progress(ProgressState state, Console console) {
    this.state = state;
    this.console = console;
  }

  /**
   * Begins to show progress, or not, as the mode and the console want it.
   *
   * @param mode whether and how
   * @param console where to
   * @param models how many models there are
   * @param isQuiet whether nothing but errors is to be said, which {@link ProgressMode#AUTO} minds
   */
  public static Progress start(ProgressMode mode, Console console, int models, boolean isQuiet) {
    Progress progress = new Progress(new ProgressState(models, System::nanoTime), console);
    view(mode, console, isQuiet).ifPresent(progress::show);
    return progress;
  }

  private static Optional<ProgressView> view(ProgressMode mode, Console console, boolean isQuiet) {
    boolean isTerminal =
        console.isTerminal(StandardStream.ERROR)
            && console.environment("TERM").filter("dumb"::equals).isEmpty();
    return switch (mode) {
      case NEVER -> Optional.empty();
      case AUTO -> isTerminal && !isQuiet ? Optional.of(ProgressView.STATUS) : Optional.empty();
      case ALWAYS -> Optional.of(isTerminal ? ProgressView.STATUS : ProgressView.LINES);
      case JSON -> Optional.of(ProgressView.JSON);
    };
  }

  private void show(ProgressView view) {
    Thread thread = new Thread(() -> showUntilClosed(view), "progress");
    thread.setDaemon(true);
    thread.start();
    shown = Optional.of(new Shown(thread, AtShutdown.run("hide-progress", console::hideStatus)));
  }

  private void showUntilClosed(ProgressView view) {
    try {
      Duration pause = view.delay();
      while (!closed.await(pause.toNanos(), TimeUnit.NANOSECONDS)) {
        state.now().ifPresent(moment -> view.show(moment, console));
        pause = view.interval();
      }
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
  }

  /** Tells that a model has come to a phase. */
  public void enter(int model, String name, String phase) {
    state.enter(model, name, phase);
  }

  /** Tells that a model is done. */
  public void finish(int model) {
    state.finish(model);
  }

  /** Shows nothing more. */
  @Override
  public void close() {
    closed.countDown();
    shown.ifPresent(this::hide);
  }

  private void hide(Shown ending) {
    try {
      ending.thread().join();
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
    console.hideStatus();
    ending.hiding().close();
  }
}
