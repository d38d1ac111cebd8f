package io.modelcounter.tck;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Asks the same question in several threads at once. */
final class Concurrently {
  private static final int THREADS = 4;

  private Concurrently() {}

  /** Fails unless all threads get the answer that one alone gets. */
  static <T> void requireSameAnswer(Callable<T> question) throws Exception {
    T expected = question.call();
    CyclicBarrier start = new CyclicBarrier(THREADS);
    ExecutorService threads = Executors.newFixedThreadPool(THREADS);
    try {
      List<Future<T>> answers = new ArrayList<>();
      for (int i = 0; i < THREADS; i++) {
        answers.add(
            threads.submit(
                () -> {
                  start.await();
                  return question.call();
                }));
      }
      for (Future<T> answer : answers) {
        assertThat(answer(answer)).as("answer in one of several threads").isEqualTo(expected);
      }
    } finally {
      threads.shutdownNow();
    }
  }

  private static <T> T answer(Future<T> answer) throws InterruptedException {
    try {
      return answer.get();
    } catch (ExecutionException failure) {
      throw new AssertionError("it failed in one of several threads", failure.getCause());
    }
  }
}
