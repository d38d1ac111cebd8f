package io.modelcounter.tck;

import io.modelcounter.spi.OperatorRange;
import io.modelcounter.symbolic.Bindings;
import io.modelcounter.symbolic.Symbol;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;

/** Runs a rule over the sample calls of a kit. */
final class Samples {
  private Samples() {}

  /** A test for every sample. */
  static Stream<DynamicTest> each(List<TestCall> samples, Consumer<TestCall> check) {
    return some(samples, sample -> true, "at least one sample", check);
  }

  /** A test for every sample with a symbol of the file. */
  static Stream<DynamicTest> symbolic(List<TestCall> samples, Consumer<TestCall> check) {
    return some(
        samples,
        sample -> !fileSymbols(sample).isEmpty(),
        "a sample with a symbol among its sizes, such as float32[batch, 3]",
        check);
  }

  /** A test for every sample that meets a condition; fails if there is none. */
  static Stream<DynamicTest> some(
      List<TestCall> samples,
      Predicate<TestCall> condition,
      String wanted,
      Consumer<TestCall> check) {
    List<TestCall> chosen = samples.stream().filter(condition).toList();
    if (chosen.isEmpty()) {
      throw new AssertionError("samples() must give " + wanted + " for this rule to check");
    }
    return chosen.stream()
        .map(sample -> DynamicTest.dynamicTest(sample.toString(), () -> check.accept(sample)));
  }

  /** A test for every operator that is declared, with the samples of it. */
  static Stream<DynamicTest> eachOperator(
      List<OperatorRange> ranges, List<TestCall> samples, Consumer<List<TestCall>> check) {
    if (ranges.isEmpty()) {
      throw new AssertionError("operators() must give at least one range");
    }
    for (TestCall sample : samples) {
      if (ranges.stream().noneMatch(range -> range.contains(sample.operator()))) {
        throw new AssertionError("operators() does not declare the operator of sample " + sample);
      }
    }
    return ranges.stream()
        .map(
            range ->
                DynamicTest.dynamicTest(
                    range.domain() + ":" + range.name(), () -> check.accept(of(range, samples))));
  }

  private static List<TestCall> of(OperatorRange range, List<TestCall> samples) {
    List<TestCall> found =
        samples.stream().filter(sample -> range.contains(sample.operator())).toList();
    if (found.isEmpty()) {
      throw new AssertionError("samples() must give a sample of " + range);
    }
    return found;
  }

  /** The sample with ever less known of its inputs; none if it has none. */
  static List<TestCall> withLessKnown(TestCall sample) {
    List<TestCall> variants = new ArrayList<>();
    if (sample.hasInputs()) {
      variants.add(sample.withUnknownRanks());
      variants.add(sample.withUnknownTypes());
    }
    for (int i = 0; i < sample.inputCount(); i++) {
      variants.add(sample.withUnknownRank(i));
    }
    return variants;
  }

  /** Two assignments of numbers that differ from symbol to symbol and have many divisors. */
  static List<Bindings> numbers(TestCall sample) {
    return List.of(numbers(sample, 16, 1), numbers(sample, 24, 2));
  }

  private static Bindings numbers(TestCall sample, int factor, int first) {
    Map<String, Long> numbers = new TreeMap<>();
    long next = first;
    for (Symbol symbol : fileSymbols(sample)) {
      numbers.put(symbol.name(), factor * next);
      next++;
    }
    return Bindings.of(numbers);
  }

  /** The symbols that the file names, without those that only the data decide. */
  static List<Symbol> fileSymbols(TestCall sample) {
    return sample.symbols().stream().filter(symbol -> !symbol.isDataDependent()).toList();
  }
}
