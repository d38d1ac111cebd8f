package io.modelcounter.tck;

import static org.assertj.core.api.Assertions.assertThat;

import io.modelcounter.cost.CountingConvention;
import io.modelcounter.cost.LayerView;
import io.modelcounter.cost.ModelView;
import io.modelcounter.model.ValueInfo;
import io.modelcounter.symbolic.Amount;
import io.modelcounter.symbolic.Bindings;
import io.modelcounter.symbolic.Size;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * Rules that every {@link CountingConvention} keeps; a test class extends this one, gives the
 * convention, and inherits them. It must keep them all.
 *
 * <p>Rules have numbers that stay; {@code docs/plugins.md} lists them with those of the other kits.
 *
 * <pre>{@code
 * final class EnergyConventionTest extends ConventionTck {
 *   protected CountingConvention convention() {
 *     return new EnergyConvention();
 *   }
 * }
 * }</pre>
 *
 * <ul>
 *   <li>V1: its id has 1 to 64 lower-case letters, digits and hyphens, the first one no hyphen.
 *   <li>V2: its description is one line of text.
 *   <li>V3: asked twice, with other layers in between, it answers the same.
 *   <li>V4: no amount is negative.
 *   <li>V5: a layer of which nothing is known has an amount that is not exact, and no exception.
 *   <li>V6: a symbolic amount bound to numbers equals the amount on those numbers; where it was not
 *       exact it holds that amount between its ends.
 *   <li>V7: the total of a model without layers is 0, and the total of any model is not negative.
 *   <li>V8: several threads at once get the same answers.
 * </ul>
 */
public abstract class ConventionTck {
  private static final List<Bindings> NUMBERS =
      List.of(Bindings.of("batch", 1), Bindings.of("batch", 8));

  /** For subclasses. */
  protected ConventionTck() {}

  /**
   * The convention to test.
   *
   * @return the convention
   */
  protected abstract CountingConvention convention();

  /**
   * Layers to count, with the symbol {@code batch} among their sizes.
   *
   * @return by default {@link LayerSample#typical()}; a convention that looks at operators of its
   *     own adds them
   */
  protected List<LayerSample> samples() {
    return LayerSample.typical();
  }

  @Test
  @DisplayName("V1 has a well-formed id")
  void v1HasAWellFormedId() {
    assertThat(convention().id()).matches("[a-z0-9][a-z0-9-]{0,63}");
    assertThat(convention().id()).as("second answer").isEqualTo(convention().id());
  }

  @Test
  @DisplayName("V2 describes itself in one line")
  void v2DescribesItselfInOneLine() {
    assertThat(convention().description()).isNotBlank().doesNotContain("\n", "\r");
  }

  @TestFactory
  @DisplayName("V3 counts the same twice")
  Stream<DynamicTest> v3CountsTheSameTwice() {
    CountingConvention convention = convention();
    return each(
        sample -> {
          String first = describe(convention.count(sample.view()));
          samples().forEach(other -> convention.count(other.view()));
          assertThat(describe(convention.count(sample.view())))
              .as("second answer")
              .isEqualTo(first);
        });
  }

  @TestFactory
  @DisplayName("V4 gives no negative amount")
  Stream<DynamicTest> v4GivesNoNegativeAmount() {
    return each(
        sample -> {
          requireNotNegative(convention().count(sample.view()));
          NUMBERS.forEach(
              numbers -> requireNotNegative(convention().count(sample.bind(numbers).view())));
        });
  }

  @TestFactory
  @DisplayName("V5 gives no exact amount for a layer of which nothing is known")
  Stream<DynamicTest> v5GivesNoExactAmountForAnUnknownLayer() {
    return each(
        sample -> {
          LayerSample unknown =
              new LayerSample(sample.call().withUnknownTypes(), sample.rule(), sample.counter());
          Amount amount = convention().count(unknown.view());
          if (unknown.view().cost().isUnknown()) {
            assertThat(amount.isExact()).as("%s is exact", amount).isFalse();
            assertThat(amount.reasons()).as("reasons").isNotEmpty();
          }
        });
  }

  @TestFactory
  @DisplayName("V6 a symbolic amount bound to numbers equals that of the numbers")
  Stream<DynamicTest> v6SymbolicAmountAgreesWithNumbers() {
    return each(
        sample -> {
          Amount symbolic = convention().count(sample.view());
          for (Bindings numbers : NUMBERS) {
            Refinement.requireAmount(
                sample + " with " + numbers,
                symbolic.bind(numbers),
                convention().count(sample.bind(numbers).view()));
          }
        });
  }

  @Test
  @DisplayName("V7 totals are not negative, and 0 without layers")
  void v7TotalsAreNotNegative() {
    assertThat(describe(convention().total(model(List.of()))))
        .as("total without layers")
        .isEqualTo(describe(Amount.zero()));
    requireNotNegative(convention().total(model(samples())));
  }

  @Test
  @DisplayName("V8 answers the same in several threads")
  void v8AnswersTheSameInSeveralThreads() throws Exception {
    CountingConvention convention = convention();
    List<LayerView> views = samples().stream().map(LayerSample::view).toList();
    Concurrently.requireSameAnswer(
        () -> views.stream().map(view -> describe(convention.count(view))).toList());
  }

  private Stream<DynamicTest> each(Consumer<LayerSample> check) {
    return samples().stream()
        .map(sample -> DynamicTest.dynamicTest(sample.toString(), () -> check.accept(sample)));
  }

  private static void requireNotNegative(Amount amount) {
    assertThat(Size.ZERO.isGreaterThan(amount.low())).as("%s is negative", amount).isFalse();
  }

  private static String describe(Amount amount) {
    return amount + " " + amount.reasons();
  }

  private static ModelView model(List<LayerSample> samples) {
    List<LayerView> layers = samples.stream().map(LayerSample::view).toList();
    return new ModelView() {
      @Override
      public List<LayerView> layers() {
        return layers;
      }

      @Override
      public List<ValueInfo> inputs() {
        return List.of();
      }

      @Override
      public Amount sum(Function<LayerView, Amount> amount) {
        return Amount.sum(layers.stream().map(amount).toList());
      }
    };
  }
}
