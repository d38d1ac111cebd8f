package io.modelcounter.tck;

import static org.assertj.core.api.Assertions.assertThat;

import io.modelcounter.cost.Cost;
import io.modelcounter.cost.Traffic;
import io.modelcounter.cost.Work;
import io.modelcounter.spi.Call;
import io.modelcounter.spi.LayerCounter;
import io.modelcounter.spi.SafeCalls;
import io.modelcounter.spi.ShapeRule;
import io.modelcounter.spi.UnknownInputException;
import io.modelcounter.symbolic.Bindings;
import io.modelcounter.symbolic.Size;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * Rules that every {@link LayerCounter} keeps; a test class extends this one, gives the counter,
 * the shape rule beside it and sample calls, and inherits them.
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
 * <ul>
 *   <li>C1: asked twice, with other calls in between, it answers the same.
 *   <li>C2: it does not change the call.
 *   <li>C3: no amount of work, bytes or scratch memory is negative.
 *   <li>C4: an unknown shape gives an unknown amount or a free cost, not an exception and not 0.
 *   <li>C5: a symbolic cost bound to numbers equals the cost on those numbers; where it was open it
 *       holds that cost between its bounds.
 *   <li>C6: doubling the batch doubles the work, unless {@link #isProportionalToBatch} says that it
 *       does not.
 *   <li>C7: every operator that it declares has a sample that it handles and of which it does not
 *       say unknown, and every sample is of an operator that it declares.
 * </ul>
 */
public abstract class LayerCounterTck {

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
   * Valid calls with known ranks: at least one of every operator that the counter declares, at
   * least one with symbols among its sizes, and one with the symbol {@link #batchSymbol} unless C6
   * does not apply.
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
   * The symbol that stands for the batch in the samples.
   *
   * @return {@code batch} by default
   */
  protected String batchSymbol() {
    return "batch";
  }

  @TestFactory
  @DisplayName("C1 counts the same twice")
  Stream<DynamicTest> countsTheSameTwice() {
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
  Stream<DynamicTest> doesNotChangeTheCall() {
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
  Stream<DynamicTest> givesNoNegativeAmount() {
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
  Stream<DynamicTest> givesUnknownForUnknownShape() {
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
  Stream<DynamicTest> symbolicCostAgreesWithNumbers() {
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
  Stream<DynamicTest> doublingTheBatchDoublesTheWork() {
    if (!isProportionalToBatch()) {
      return Stream.empty();
    }
    return Samples.some(
        samples(),
        sample -> sample.symbols().stream().anyMatch(symbol -> symbol.name().equals(batchSymbol())),
        "a sample with the symbol " + batchSymbol() + ", or isProportionalToBatch() false,",
        sample -> {
          Cost single = sample.bind(Bindings.of(batchSymbol(), 3)).count(shapeRule(), counter());
          Cost twice = sample.bind(Bindings.of(batchSymbol(), 6)).count(shapeRule(), counter());
          assertThat(twice.low()).as("least work").isEqualTo(doubled(single.low()));
          assertThat(twice.high())
              .as("most work")
              .isEqualTo(single.high().map(LayerCounterTck::doubled));
        });
  }

  @TestFactory
  @DisplayName("C7 answers for every operator that it declares")
  Stream<DynamicTest> answersForEveryOperator() {
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

  private void askEverything(Call call) {
    LayerCounter counter = counter();
    if (counter.handles(call)) {
      SafeCalls.count(counter, call);
      SafeCalls.traffic(counter, call);
      scratchBytes(counter, call);
      for (int i = 0; i < call.inputCount(); i++) {
        counter.role(call, i);
      }
    }
  }

  /** Scratch memory has no way to say unknown but to pass on what the call says. */
  private static Optional<Size> scratchBytes(LayerCounter counter, Call call) {
    try {
      return Optional.of(counter.scratchBytes(call));
    } catch (UnknownInputException unknown) {
      return Optional.empty();
    }
  }

  private void requireNoNegativeAmount(TestCall sample) {
    Call call = sample.call(shapeRule());
    Cost cost = counter().count(call);
    requireNotNegative(cost.low());
    cost.high().ifPresent(LayerCounterTck::requireNotNegative);
    Traffic traffic = SafeCalls.traffic(counter(), call);
    requireNotNegative("bytes read", traffic.readBytes().low());
    requireNotNegative("bytes written", traffic.writeBytes().low());
    scratchBytes(counter(), call).ifPresent(bytes -> requireNotNegative("scratch bytes", bytes));
  }

  private static void requireNotNegative(Work work) {
    work.amounts().forEach((key, amount) -> requireNotNegative(key.toString(), amount));
  }

  private static void requireNotNegative(String what, Size amount) {
    assertThat(Size.ZERO.isGreaterThan(amount))
        .as(what + " is " + amount + ", which is negative")
        .isFalse();
  }

  private void requireOpen(TestCall unknown) {
    if (unknown.hasInputs() && counter().handles(unknown.call(shapeRule()))) {
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
