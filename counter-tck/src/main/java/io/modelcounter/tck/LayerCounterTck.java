package io.modelcounter.tck;

import static org.assertj.core.api.Assertions.assertThat;

import io.modelcounter.cost.Cost;
import io.modelcounter.cost.Formula;
import io.modelcounter.cost.Traffic;
import io.modelcounter.cost.Work;
import io.modelcounter.cost.WorkKind;
import io.modelcounter.spi.Call;
import io.modelcounter.spi.InvalidNodeException;
import io.modelcounter.spi.LayerCounter;
import io.modelcounter.spi.SafeCalls;
import io.modelcounter.spi.ShapeRule;
import io.modelcounter.spi.UnknownInputException;
import io.modelcounter.symbolic.Bindings;
import io.modelcounter.symbolic.Size;
import io.modelcounter.symbolic.TooComplexException;
import java.util.List;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * Rules that every {@link LayerCounter} keeps; a test class extends this one, gives the counter,
 * the shape rule beside it and sample calls, and inherits them.
 *
 * <p>Rules have numbers that stay; {@code docs/plugins.md} lists them with those of the other kits.
 *
 * <pre>{@code
 * final class ConvolutionCountTest extends LayerCounterTck {
 *   protected LayerCounter counter() {
 *     return new Convolution();
 *   }
 *
 *   protected ShapeRule shapeRule() {
 *     return new Convolution();
 *   }
 *
 *   protected List<TestCall> samples() {
 *     return List.of(
 *         TestCall.onnx("Conv", 11)
 *             .input("float32[batch, 3, 32, 32]")
 *             .stored("float32[8, 3, 3, 3]"));
 *   }
 * }
 * }</pre>
 *
 * <p>Rules that a counter must keep:
 *
 * <ul>
 *   <li>C1: asked twice, with other calls in between, it answers the same.
 *   <li>C2: it does not change the call.
 *   <li>C3: no amount of work, bytes or scratch memory is negative.
 *   <li>C4: an unknown shape gives an unknown amount or a free cost, not an exception and not 0.
 *   <li>C5: a symbolic cost bound to numbers equals the cost on those numbers; where it was open it
 *       holds that cost between its bounds.
 *   <li>C7: every operator that it declares has a sample that it handles and of which it does not
 *       say unknown, and every sample is of an operator that it declares.
 *   <li>C8: however wrong a call is, it throws nothing but the exceptions that the interface names.
 *   <li>C9: C3 and C5 hold for sizes drawn at random, among them 1, very large ones, and 0.
 *   <li>C10: several threads at once get the same answers.
 *   <li>C11: a larger batch never costs less.
 * </ul>
 *
 * <p>Rules that it should keep; a subclass that has reasons leaves one out:
 *
 * <ul>
 *   <li>C6: doubling the batch doubles the work ({@link #isProportionalToBatch}).
 *   <li>C12: a formula explains every name that it uses ({@link #explainsItsNames}).
 * </ul>
 */
public abstract class LayerCounterTck {
  private static final int DRAWS = 6;

  /** A name in an expression; a name before a parenthesis is that of a function. */
  private static final Pattern NAME = Pattern.compile("[A-Za-z_][A-Za-z_0-9.]*+(?!\\s*\\()");

  /** For subclasses. */
  protected LayerCounterTck() {}

  /**
   * The counter to test.
   *
   * @return the counter
   */
  protected abstract LayerCounter counter();

  /**
   * The rule that infers the outputs of the samples.
   *
   * @return the rule
   */
  protected abstract ShapeRule shapeRule();

  /**
   * Valid calls with known ranks that the counter wants: at least one of every operator that it
   * declares, at least one with symbols among its sizes, and one with the symbol {@link
   * #batchSymbol} unless C6 does not apply.
   *
   * @return the calls
   */
  protected abstract List<TestCall> samples();

  /**
   * Numbers for the symbols of a sample, with which it must still be valid; by default two
   * assignments of different multiples of eight.
   *
   * @param sample a sample with symbols
   * @return assignments for C3 and C5
   */
  protected List<Bindings> numbers(TestCall sample) {
    return Samples.numbers(sample);
  }

  /**
   * Tells whether the work grows in proportion to the batch.
   *
   * @return true by default; false leaves C6 out
   */
  protected boolean isProportionalToBatch() {
    return true;
  }

  /**
   * Tells whether the terms of a formula name everything that stands in its expression.
   *
   * @return true by default; false leaves C12 out
   */
  protected boolean explainsItsNames() {
    return true;
  }

  /**
   * The symbol that stands for the batch in the samples.
   *
   * @return {@code batch} by default
   */
  protected String batchSymbol() {
    return "batch";
  }

  @TestFactory
  @DisplayName("C1 counts the same twice")
  Stream<DynamicTest> c1CountsTheSameTwice() {
    LayerCounter counter = counter();
    return Samples.each(
        samples(),
        sample -> {
          String first = Costs.describe(sample.count(shapeRule(), counter));
          samples().forEach(other -> SafeCalls.count(counter, other.call(shapeRule())));
          assertThat(Costs.describe(sample.count(shapeRule(), counter)))
              .as("second answer")
              .isEqualTo(first);
        });
  }

  @TestFactory
  @DisplayName("C2 does not change the call")
  Stream<DynamicTest> c2DoesNotChangeTheCall() {
    return Samples.each(
        samples(),
        sample -> {
          Call call = sample.call(shapeRule());
          String before = describe(call);
          askEverything(call);
          assertThat(describe(call)).as("call after counting").isEqualTo(before);
        });
  }

  @TestFactory
  @DisplayName("C3 gives no negative amount")
  Stream<DynamicTest> c3GivesNoNegativeAmount() {
    return Samples.each(
        samples(),
        sample -> {
          requireNoNegativeAmount(sample);
          for (Bindings numbers : numbers(sample)) {
            requireNoNegativeAmount(sample.bind(numbers));
          }
        });
  }

  @TestFactory
  @DisplayName("C4 gives an unknown amount for an unknown shape")
  Stream<DynamicTest> c4GivesUnknownForUnknownShape() {
    return Samples.each(
        samples(),
        sample -> {
          Cost known = sample.count(shapeRule(), counter());
          for (TestCall variant : Samples.withLessKnown(sample)) {
            askEverything(variant.call(shapeRule()));
            Cost cost = variant.count(shapeRule(), counter());
            Refinement.requireCost(variant.toString(), cost, known);
          }
          requireOpen(sample.withUnknownRanks());
        });
  }

  @TestFactory
  @DisplayName("C5 a symbolic cost bound to numbers equals that of the numbers")
  Stream<DynamicTest> c5SymbolicCostAgreesWithNumbers() {
    return Samples.symbolic(
        samples(),
        sample -> {
          Cost symbolic = sample.count(shapeRule(), counter());
          for (Bindings numbers : numbers(sample)) {
            Refinement.requireCost(
                sample + " with " + numbers,
                symbolic.bind(numbers),
                sample.bind(numbers).count(shapeRule(), counter()));
          }
        });
  }

  @TestFactory
  @DisplayName("C6 doubling the batch doubles the work")
  Stream<DynamicTest> c6DoublingTheBatchDoublesTheWork() {
    if (!isProportionalToBatch()) {
      return Stream.empty();
    }
    return Samples.some(
        samples(),
        this::hasBatch,
        "a sample with the symbol " + batchSymbol() + ", or isProportionalToBatch() false,",
        sample -> {
          Cost single = withBatch(sample, 3);
          Cost twice = withBatch(sample, 6);
          assertThat(twice.low()).as("least work").isEqualTo(doubled(single.low()));
          assertThat(twice.high())
              .as("most work")
              .isEqualTo(single.high().map(LayerCounterTck::doubled));
        });
  }

  @TestFactory
  @DisplayName("C7 answers for every operator that it declares")
  Stream<DynamicTest> c7AnswersForEveryOperator() {
    return Samples.eachOperator(
        counter().operators(),
        samples(),
        samplesOfOperator ->
            assertThat(samplesOfOperator)
                .as("samples that are handled and not unknown")
                .anyMatch(
                    sample ->
                        counter().handles(sample.call(shapeRule()))
                            && !sample.count(shapeRule(), counter()).isUnknown()));
  }

  @TestFactory
  @DisplayName("C8 throws only what is declared however wrong a call is")
  Stream<DynamicTest> c8ThrowsOnlyWhatIsDeclared() {
    return Samples.each(
        samples(), sample -> WrongCalls.ask(shapeRule(), counter(), List.of(sample)));
  }

  @TestFactory
  @DisplayName("C9 holds for sizes drawn at random")
  Stream<DynamicTest> c9HoldsForRandomSizes() {
    return Samples.symbolic(
        samples(),
        sample -> {
          Cost symbolic = sample.count(shapeRule(), counter());
          for (Bindings sizes : RandomCalls.of(sample).sizes(DRAWS)) {
            costIfValid(sample.bind(sizes))
                .ifPresent(
                    cost ->
                        Refinement.requireCost(
                            sample + " with " + sizes, symbolic.bind(sizes), cost));
          }
          for (TestCall zero : RandomCalls.of(sample).withZeros()) {
            costIfValid(zero);
          }
        });
  }

  @Test
  @DisplayName("C10 answers the same in several threads")
  void c10AnswersTheSameInSeveralThreads() throws Exception {
    LayerCounter counter = counter();
    List<Call> calls = samples().stream().map(sample -> sample.call(shapeRule())).toList();
    Concurrently.requireSameAnswer(
        () -> calls.stream().map(call -> Costs.describe(SafeCalls.count(counter, call))).toList());
  }

  @TestFactory
  @DisplayName("C11 a larger batch does not cost less")
  Stream<DynamicTest> c11ALargerBatchDoesNotCostLess() {
    return samples().stream()
        .filter(this::hasBatch)
        .map(
            sample ->
                DynamicTest.dynamicTest(
                    sample.toString(),
                    () -> {
                      Work smaller = withBatch(sample, 3).low();
                      Work larger = withBatch(sample, 6).low();
                      for (WorkKind kind : WorkKind.values()) {
                        assertThat(smaller.amount(kind).isGreaterThan(larger.amount(kind)))
                            .as(kind + " of a batch of 3 is more than that of a batch of 6")
                            .isFalse();
                      }
                    }));
  }

  @TestFactory
  @DisplayName("C12 explains every name in its formula")
  Stream<DynamicTest> c12ExplainsEveryNameInItsFormula() {
    if (!explainsItsNames()) {
      return Stream.empty();
    }
    return Samples.each(
        samples(),
        sample -> {
          Formula formula = sample.count(shapeRule(), counter()).formula();
          List<String> terms = formula.terms().stream().map(Formula.Term::name).toList();
          assertThat(NAME.matcher(formula.expression()).results().map(MatchResult::group))
              .as("names in " + formula.expression() + ", of which terms explain " + terms)
              .allMatch(terms::contains);
        });
  }

  /** The cost of a call with numbers, which is checked; empty if the call is not valid. */
  private Optional<Cost> costIfValid(TestCall numbers) {
    try {
      requireNoNegativeAmount(numbers);
      return Optional.of(numbers.count(shapeRule(), counter()));
    } catch (InvalidNodeException contradiction) {
      return Optional.empty();
    }
  }

  private boolean hasBatch(TestCall sample) {
    return sample.symbols().stream().anyMatch(symbol -> symbol.name().equals(batchSymbol()));
  }

  private Cost withBatch(TestCall sample, long batch) {
    return sample.bind(Bindings.of(batchSymbol(), batch)).count(shapeRule(), counter());
  }

  private void askEverything(Call call) {
    LayerCounter counter = counter();
    if (SafeCalls.handles(counter, call)) {
      SafeCalls.count(counter, call);
      SafeCalls.traffic(counter, call);
      SafeCalls.scratchBytes(counter, call);
      for (int i = 0; i < call.inputCount(); i++) {
        SafeCalls.role(counter, call, i);
        SafeCalls.logicalElements(counter, call, i);
      }
    }
  }

  private void requireNoNegativeAmount(TestCall sample) {
    Call call = sample.call(shapeRule());
    Cost cost = countUnchecked(call);
    requireNotNegative(sample, cost.low());
    cost.high().ifPresent(high -> requireNotNegative(sample, high));
    Traffic traffic = SafeCalls.traffic(counter(), call);
    requireNotNegative(sample, "bytes read", traffic.readBytes().low());
    requireNotNegative(sample, "bytes written", traffic.writeBytes().low());
    requireNotNegative(sample, "scratch bytes", SafeCalls.scratchBytes(counter(), call).low());
  }

  /** The cost as the counter gives it: {@link SafeCalls} would hide a negative amount. */
  private Cost countUnchecked(Call call) {
    try {
      return counter().count(call);
    } catch (UnknownInputException | TooComplexException unknown) {
      return Cost.unknown(String.valueOf(unknown.getMessage()));
    }
  }

  private static void requireNotNegative(TestCall sample, Work work) {
    work.amounts()
        .forEach(
            (key, amount) -> requireNotNegative(sample, key.kind() + " of " + key.type(), amount));
  }

  private static void requireNotNegative(TestCall sample, String what, Size amount) {
    if (Size.ZERO.isGreaterThan(amount)) {
      throw new AssertionError(what + " is " + amount + ", which is negative, for " + sample);
    }
  }

  private void requireOpen(TestCall unknown) {
    if (unknown.hasInputs() && SafeCalls.handles(counter(), unknown.call(shapeRule()))) {
      Cost cost = unknown.count(shapeRule(), counter());
      assertThat(cost.isFree() || Costs.isOpen(cost))
          .as("cost of " + unknown + " must be free or not known, but is " + Costs.describe(cost))
          .isTrue();
    }
  }

  private static Work doubled(Work work) {
    return work.times(Size.of(2));
  }

  private static String describe(Call call) {
    StringBuilder text = new StringBuilder(call.name() + call.operator() + call.attributes());
    for (int i = 0; i < call.inputCount(); i++) {
      if (call.hasInput(i)) {
        text.append(' ').append(call.type(i)).append(call.value(i)).append(call.isStored(i));
      }
    }
    for (int i = 0; i < call.outputCount(); i++) {
      text.append(' ').append(call.outputType(i));
    }
    return text.toString();
  }
}
