package io.modelcounter.tck;

import static org.assertj.core.api.Assertions.assertThat;

import io.modelcounter.spi.Inferred;
import io.modelcounter.spi.SafeCalls;
import io.modelcounter.spi.ShapeRule;
import io.modelcounter.symbolic.Bindings;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * Rules that every {@link ShapeRule} keeps; a test class extends this one, gives the rule and
 * sample calls, and inherits them.
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
 * </ul>
 */
public abstract class ShapeRuleTck {

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
  Stream<DynamicTest> answersForUnknownShapes() {
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
  Stream<DynamicTest> symbolicSizesAgreeWithNumbers() {
    return Samples.symbolic(
        samples(),
        sample -> {
          List<Inferred> symbolic = sample.infer(shapeRule());
          for (Bindings numbers : numbers(sample)) {
            Refinement.requireOutputs(
                sample + " with " + numbers,
                symbolic.stream().map(output -> TestInput.bind(output, numbers)).toList(),
                sample.bind(numbers).infer(shapeRule()));
          }
        });
  }

  @TestFactory
  @DisplayName("S3 gives every output that the node names")
  Stream<DynamicTest> givesEveryOutput() {
    return Samples.each(
        samples(),
        sample ->
            assertThat(shapeRule().outputs(sample.call()))
                .as("outputs of " + sample)
                .hasSizeGreaterThanOrEqualTo(sample.call().outputCount()));
  }

  @TestFactory
  @DisplayName("S4 answers the same twice")
  Stream<DynamicTest> answersTheSameTwice() {
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
  Stream<DynamicTest> answersForEveryOperator() {
    return Samples.eachOperator(
        shapeRule().operators(),
        samples(),
        samplesOfOperator ->
            assertThat(samplesOfOperator)
                .as("samples with a known output")
                .anyMatch(
                    sample -> sample.infer(shapeRule()).stream().anyMatch(ShapeRuleTck::isKnown)));
  }

  private static boolean isKnown(Inferred output) {
    return !TypeParts.isUnknown(output.type());
  }

  private static List<String> describe(List<Inferred> outputs) {
    return outputs.stream().map(output -> output.type() + " = " + output.value()).toList();
  }
}
