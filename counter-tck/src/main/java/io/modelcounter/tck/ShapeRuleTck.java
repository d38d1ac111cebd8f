package io.modelcounter.tck;

import static org.assertj.core.api.Assertions.assertThat;

import io.modelcounter.spi.Call;
import io.modelcounter.spi.Inferred;
import io.modelcounter.spi.InvalidNodeException;
import io.modelcounter.spi.SafeCalls;
import io.modelcounter.spi.ShapeRule;
import io.modelcounter.symbolic.Bindings;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * Rules that every {@link ShapeRule} keeps; a test class extends this one, gives the rule and
 * sample calls, and inherits them. It must keep them all.
 *
 * <p>Rules have numbers that stay; {@code docs/plugins.md} lists them with those of the other kits.
 *
 * <pre>{@code
 * final class ConvolutionShapeTest extends ShapeRuleTck {
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
 *   <li>S1: what it says of unknown shapes, or inputs of which nothing is known, holds once they
 *       are known; it gives unknown outputs or better, never an exception.
 *   <li>S2: symbolic sizes bound to numbers equal what it infers from those numbers. A size that
 *       was open may become known.
 *   <li>S3: it gives at least as many outputs as the node names.
 *   <li>S4: asked twice, with other calls in between, it answers the same.
 *   <li>S5: every operator that it declares has a sample of which it knows the rank of an output,
 *       and every sample is of an operator that it declares.
 *   <li>S6: however wrong a call is, it throws nothing but the exceptions that the interface names.
 *   <li>S7: S2 holds for sizes drawn at random, among them 1 and very large ones; a size of 0 gives
 *       an answer too.
 *   <li>S8: several threads at once get the same answers.
 * </ul>
 */
public abstract class ShapeRuleTck {
  private static final int DRAWS = 6;

  /** For subclasses. */
  protected ShapeRuleTck() {}

  /**
   * The rule to test.
   *
   * @return the rule
   */
  protected abstract ShapeRule shapeRule();

  /**
   * Valid calls with known ranks: at least one of every operator that the rule declares, at least
   * one with symbols among its sizes.
   *
   * @return the calls
   */
  protected abstract List<TestCall> samples();

  /**
   * Numbers for the symbols of a sample, with which it must still be valid; by default two
   * assignments of different multiples of eight.
   *
   * @param sample a sample with symbols
   * @return assignments for S2
   */
  protected List<Bindings> numbers(TestCall sample) {
    return Samples.numbers(sample);
  }

  @TestFactory
  @DisplayName("S1 answers for unknown shapes")
  Stream<DynamicTest> s1AnswersForUnknownShapes() {
    return Samples.each(
        samples(),
        sample -> {
          List<Inferred> known = sample.infer(shapeRule());
          for (TestCall variant : Samples.withLessKnown(sample)) {
            Refinement.requireOutputs(variant.toString(), variant.infer(shapeRule()), known);
          }
        });
  }

  @TestFactory
  @DisplayName("S2 symbolic sizes bound to numbers equal those of the numbers")
  Stream<DynamicTest> s2SymbolicSizesAgreeWithNumbers() {
    return Samples.symbolic(
        samples(),
        sample -> {
          List<Inferred> symbolic = sample.infer(shapeRule());
          for (Bindings numbers : numbers(sample)) {
            Refinement.requireOutputs(
                sample + " with " + numbers,
                bind(symbolic, numbers),
                sample.bind(numbers).infer(shapeRule()));
          }
        });
  }

  @TestFactory
  @DisplayName("S3 gives every output that the node names")
  Stream<DynamicTest> s3GivesEveryOutput() {
    return Samples.each(
        samples(),
        sample ->
            assertThat(shapeRule().outputs(sample.call()))
                .as("outputs of " + sample)
                .hasSizeGreaterThanOrEqualTo(sample.call().outputCount()));
  }

  @TestFactory
  @DisplayName("S4 answers the same twice")
  Stream<DynamicTest> s4AnswersTheSameTwice() {
    ShapeRule rule = shapeRule();
    return Samples.each(
        samples(),
        sample -> {
          List<String> first = describe(sample.infer(rule));
          samples().forEach(other -> SafeCalls.outputs(rule, other.call()));
          assertThat(describe(sample.infer(rule))).as("second answer").isEqualTo(first);
        });
  }

  @TestFactory
  @DisplayName("S5 answers for every operator that it declares")
  Stream<DynamicTest> s5AnswersForEveryOperator() {
    return Samples.eachOperator(
        shapeRule().operators(),
        samples(),
        samplesOfOperator ->
            assertThat(samplesOfOperator)
                .as("samples with a known output")
                .anyMatch(
                    sample -> sample.infer(shapeRule()).stream().anyMatch(ShapeRuleTck::isKnown)));
  }

  @TestFactory
  @DisplayName("S6 throws only what is declared however wrong a call is")
  Stream<DynamicTest> s6ThrowsOnlyWhatIsDeclared() {
    return Samples.each(samples(), sample -> WrongCalls.ask(shapeRule(), List.of(sample)));
  }

  @TestFactory
  @DisplayName("S7 holds for sizes drawn at random")
  Stream<DynamicTest> s7HoldsForRandomSizes() {
    return Samples.symbolic(
        samples(),
        sample -> {
          List<Inferred> symbolic = sample.infer(shapeRule());
          for (Bindings sizes : RandomCalls.of(sample).sizes(DRAWS)) {
            outputsIfValid(sample.bind(sizes))
                .ifPresent(
                    outputs ->
                        Refinement.requireOutputs(
                            sample + " with " + sizes, bind(symbolic, sizes), outputs));
          }
          RandomCalls.of(sample).withZeros().forEach(this::outputsIfValid);
        });
  }

  @Test
  @DisplayName("S8 answers the same in several threads")
  void s8AnswersTheSameInSeveralThreads() throws Exception {
    ShapeRule rule = shapeRule();
    List<Call> calls = samples().stream().map(TestCall::call).toList();
    Concurrently.requireSameAnswer(
        () -> calls.stream().map(call -> describe(SafeCalls.outputs(rule, call))).toList());
  }

  /** What is inferred of a call with numbers; empty if the call is not valid. */
  private Optional<List<Inferred>> outputsIfValid(TestCall numbers) {
    try {
      return Optional.of(numbers.infer(shapeRule()));
    } catch (InvalidNodeException contradiction) {
      return Optional.empty();
    }
  }

  private static List<Inferred> bind(List<Inferred> outputs, Bindings numbers) {
    return outputs.stream().map(output -> TestInput.bind(output, numbers)).toList();
  }

  private static boolean isKnown(Inferred output) {
    return !TypeParts.isUnknown(output.type());
  }

  private static List<String> describe(List<Inferred> outputs) {
    return outputs.stream().map(output -> output.type() + " = " + output.value()).toList();
  }
}
