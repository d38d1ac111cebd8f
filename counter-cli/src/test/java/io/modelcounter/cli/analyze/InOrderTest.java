package io.modelcounter.cli.analyze;

import static org.assertj.core.api.Assertions.assertThat;

import io.modelcounter.cli.terminal.ClosedPipeException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class InOrderTest {

  /** Notes what it takes, up to a number. */
  private static final class Notes implements InOrder.Taker<Integer> {
    private final int last;
    private final List<Integer> taken = new ArrayList<>();
    private final List<Integer> discarded = new ArrayList<>();
    private boolean isStopped;

    Notes(int last) {
      this.last = last;
    }

    @Override
    public boolean take(Integer result) {
      taken.add(result);
      return result < last;
    }

    @Override
    public void stop() {
      isStopped = true;
    }

    @Override
    public void discard(Integer result) {
      discarded.add(result);
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 8, 200})
  void handsResultsOverInOrder(int jobs) throws ClosedPipeException {
    Notes notes = new Notes(100);
    Random random = new Random(7);
    int[] pauses = random.ints(100, 0, 200_000).toArray();
    new InOrder<>(
            jobs,
            number -> {
              LockSupport.parkNanos(pauses[number]);
              return number;
            },
            notes)
        .run(100);
    assertThat(notes.taken).hasSize(100).isSorted().doesNotHaveDuplicates();
    assertThat(notes.discarded).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 5})
  void endsWhenNoMoreAreWanted(int jobs) throws ClosedPipeException {
    Notes notes = new Notes(3);
    Set<Integer> begun = new ConcurrentSkipListSet<>();
    new InOrder<>(
            jobs,
            number -> {
              begun.add(number);
              return number;
            },
            notes)
        .run(1_000);
    assertThat(notes.taken).containsExactly(0, 1, 2, 3);
    assertThat(notes.isStopped).isEqualTo(jobs > 1);
    assertThat(begun).as("works a little ahead").hasSizeLessThan(4 + 2 * jobs + 1);
    assertThat(notes.discarded).doesNotContainAnyElementsOf(notes.taken);
  }

  @Test
  void worksOnSeveralAtATime() throws ClosedPipeException {
    CountDownLatch all = new CountDownLatch(3);
    Notes notes = new Notes(3);
    new InOrder<>(
            3,
            number -> {
              all.countDown();
              await(all);
              return number;
            },
            notes)
        .run(3);
    assertThat(notes.taken).containsExactly(0, 1, 2);
  }

  @Test
  void worksOnTheCallingThreadIfNothingIsAhead() throws ClosedPipeException {
    Set<Thread> threads = ConcurrentHashMap.newKeySet();
    new InOrder<>(
            1,
            number -> {
              threads.add(Thread.currentThread());
              return number;
            },
            new Notes(10))
        .run(10);
    assertThat(threads).containsExactly(Thread.currentThread());
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException stopped) {
      throw new IllegalStateException(stopped);
    }
  }
}
