package io.modelcounter.cli.progress;

import java.time.Duration;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.LongSupplier;

/** What is going on in a run. Safe for use from several threads. */
final class ProgressState {

  /** A model that is being analysed. */
  private record Running(String name, String phase) {}

  /**
   * What is going on at a moment.
   *
   * @param done how many models are done
   * @param total how many models there are
   * @param running how many are being analysed
   * @param index number, from 1, of the first of these; of the last one done if there is none
   * @param name its name
   * @param phase what is being done with it
   * @param elapsed time since the beginning of the run
   */
  record Moment(
      int done, int total, int running, int index, String name, String phase, Duration elapsed) {}

  private final int total;
  private final LongSupplier nanoTime;
  private final long start;
  private final TreeMap<Integer, Running> running = new TreeMap<>();
  private int done;

  ProgressState(int total, LongSupplier nanoTime) {
    this.total = total;
    this.nanoTime = nanoTime;
    this.start = nanoTime.getAsLong();
  }

  synchronized void enter(int model, String name, String phase) {
    running.put(model, new Running(name, phase));
  }

  synchronized void finish(int model) {
    running.remove(model);
    done++;
  }

  /** What is going on now; empty between two models. */
  synchronized Optional<Moment> now() {
    if (running.isEmpty()) {
      return Optional.empty();
    }
    Running first = running.firstEntry().getValue();
    return Optional.of(
        new Moment(
            done,
            total,
            running.size(),
            running.firstKey() + 1,
            first.name(),
            first.phase(),
            Duration.ofNanos(nanoTime.getAsLong() - start)));
  }
}
