package io.modelcounter.bench;

import io.modelcounter.symbolic.Bindings;
import io.modelcounter.symbolic.Size;
import io.modelcounter.symbolic.Symbol;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** Times the arithmetic with sizes that every node asks for. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(2)
public class SizeBenchmark {
  private final Size batch = Size.of(Symbol.named("batch"));
  private final Size sequence = Size.of(Symbol.named("sequence"));
  private final List<Size> numbers = List.of(Size.of(8), Size.of(64), Size.of(56), Size.of(56));
  private final List<Size> image = List.of(batch, Size.of(64), Size.of(56), Size.of(56));
  private final List<Size> scores = List.of(batch, Size.of(12), sequence, sequence);
  private final Size scored = Size.product(scores);
  private final Size projected = Size.product(List.of(batch, sequence, Size.of(768)));
  private final Bindings bindings = Bindings.of("batch", 8);

  /** For JMH. */
  public SizeBenchmark() {}

  /** {@return the elements of a shape of numbers} */
  @Benchmark
  public Size elementsOfNumbers() {
    return Size.product(numbers);
  }

  /** {@return the elements of a shape with one symbol} */
  @Benchmark
  public Size elementsOfOneSymbol() {
    return Size.product(image);
  }

  /** {@return the elements of a shape with two symbols} */
  @Benchmark
  public Size elementsOfTwoSymbols() {
    return Size.product(scores);
  }

  /** {@return a sum of two terms} */
  @Benchmark
  public Size sum() {
    return scored.plus(projected);
  }

  /** {@return whether one term is known to be at least as large as another} */
  @Benchmark
  public boolean comparison() {
    return scored.isAtLeast(projected);
  }

  /** {@return a term with one of its symbols replaced by a number} */
  @Benchmark
  public Size binding() {
    return scored.bind(bindings);
  }
}
