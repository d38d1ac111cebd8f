package io.modelcounter.cli.analyze;

import io.modelcounter.cli.terminal.ClosedPipeException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.IntFunction;

/**
 * Works on several things at a time and hands the results over in order, so that nobody can tell
 * how many were worked on.
 *
 * @param <R> type of a result
 */
final class InOrder<R> {
  private final int jobs;
  private final IntFunction<R> work;
  private final Taker<R> taker;

  /** Takes results in order, all on one thread. */
  interface Taker<R> {

    /**
     * Takes a result.
     *
     * @return whether more are wanted
     * @throws ClosedPipeException if nobody is there to see more
     */
    boolean take(R result) throws ClosedPipeException;

    /** Says, from now on, that results are no longer wanted, also those being worked on. */
    void stop();

    /** Throws away a result that nobody wants. */
    void discard(R result);
  }

  /**
   * Plans the work.
   *
   * @param jobs how many things to work on at a time; with 1, all is done on the calling thread
   * @param work makes a result of a number; must not throw
   * @param taker where results go
   */
  InOrder(int jobs, IntFunction<R> work, Taker<R> taker) {
    this.jobs = jobs;
    this.work = work;
    this.taker = taker;
  }

  /** Works on the numbers from 0, until all are done or no more are wanted. */
  void run(int count) throws ClosedPipeException {
    if (jobs > 1) {
      runAhead(count);
      return;
    }
    int next = 0;
    while (next < count && taker.take(work.apply(next))) {
      next++;
    }
  }

  private void runAhead(int count) throws ClosedPipeException {
    ExecutorService workers = Executors.newFixedThreadPool(jobs, InOrder::worker);
    Deque<Future<R>> ahead = new ArrayDeque<>();
    try {
      boolean goOn = true;
      for (int next = 0; goOn && (next < count || !ahead.isEmpty()); ) {
        // Results that wait for their turn take memory, so there are few of them.
        while (next < count && ahead.size() < 2 * jobs) {
          int number = next++;
          ahead.add(workers.submit(() -> work.apply(number)));
        }
        goOn = taker.take(result(ahead.remove()));
      }
    } finally {
      taker.stop();
      finish(workers, ahead);
    }
  }

  private static Thread worker(Runnable work) {
    Thread thread = new Thread(work, "analysis");
    thread.setDaemon(true);
    return thread;
  }

  private void finish(ExecutorService workers, Deque<Future<R>> ahead) {
    workers.shutdownNow();
    try {
      workers.awaitTermination(Long.MAX_VALUE, TimeUnit.NANOSECONDS);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
    for (Future<R> future : ahead) {
      if (future.isDone()) {
        taker.discard(result(future));
      }
    }
  }

  private R result(Future<R> future) {
    try {
      return future.get();
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("The wait for a result was interrupted.", stopped);
    } catch (ExecutionException unforeseen) {
      throw new IllegalStateException("The work threw an exception.", unforeseen);
    }
  }
}
