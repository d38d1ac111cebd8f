package io.modelcounter.tck;

import static io.modelcounter.tck.Kits.run;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.modelcounter.cost.CountingConvention;
import io.modelcounter.cost.LayerView;
import io.modelcounter.cost.WorkKind;
import io.modelcounter.symbolic.Amount;
import io.modelcounter.symbolic.Size;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

final class ConventionTckTest {
  private static final CountingConvention FLOPS =
      CountingConvention.weighted("flops", "a multiply-add is 2", Map.of());

  /** A correct convention keeps every rule of the kit. */
  @Nested
  final class FlopsTest extends ConventionTck {
    @Override
    protected CountingConvention convention() {
      return FLOPS;
    }
  }

  private static ConventionTck kit(CountingConvention convention) {
    return new ConventionTck() {
      @Override
      protected CountingConvention convention() {
        return convention;
      }
    };
  }

  private static ConventionTck kit(Function<LayerView, Amount> count) {
    return kit(convention("test", "for a test", count));
  }

  private static CountingConvention convention(
      String id, String description, Function<LayerView, Amount> count) {
    return new CountingConvention() {
      @Override
      public String id() {
        return id;
      }

      @Override
      public String description() {
        return description;
      }

      @Override
      public Amount count(LayerView layer) {
        return count.apply(layer);
      }
    };
  }

  @Test
  void findsAWrongIdAndDescription() {
    ConventionTck kit = kit(convention("My Flops", "two\nlines", layer -> Amount.zero()));
    assertThatThrownBy(kit::v1HasAWellFormedId).isInstanceOf(AssertionError.class);
    assertThatThrownBy(kit::v2DescribesItselfInOneLine).isInstanceOf(AssertionError.class);
  }

  @Test
  void findsAConventionThatRemembersLayers() {
    AtomicLong layers = new AtomicLong();
    ConventionTck kit = kit(layer -> Amount.exact(Size.of(layers.incrementAndGet())));
    assertThatThrownBy(() -> run(kit.v3CountsTheSameTwice()))
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining("second answer");
  }

  @Test
  void findsANegativeAmount() {
    ConventionTck kit = kit(layer -> Amount.exact(Size.of(-1)));
    assertThatThrownBy(() -> run(kit.v4GivesNoNegativeAmount()))
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining("is negative");
  }

  @Test
  void findsAnExactAmountOfAnUnknownLayer() {
    assertThatThrownBy(
            () -> run(kit(layer -> Amount.zero()).v5GivesNoExactAmountForAnUnknownLayer()))
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining("0 is exact");
  }

  @Test
  void findsASymbolicAmountThatDisagreesWithNumbers() {
    ConventionTck kit =
        kit(
            layer -> {
              Size work = layer.cost().low().amount(WorkKind.MULTIPLY_ADD);
              return Amount.exact(work.isConstant() ? work : work.times(2));
            });
    assertThatThrownBy(() -> run(kit.v6SymbolicAmountAgreesWithNumbers()))
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining("with batch = 1");
  }
}
