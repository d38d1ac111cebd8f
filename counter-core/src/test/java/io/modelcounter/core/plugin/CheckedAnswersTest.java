package io.modelcounter.core.plugin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.modelcounter.core.PluginFailureException;
import io.modelcounter.cost.Cost;
import io.modelcounter.cost.CountingConvention;
import io.modelcounter.cost.Formula;
import io.modelcounter.cost.LayerView;
import io.modelcounter.cost.Traffic;
import io.modelcounter.cost.Work;
import io.modelcounter.cost.WorkKind;
import io.modelcounter.model.Attributes;
import io.modelcounter.model.ElementType;
import io.modelcounter.model.OperatorId;
import io.modelcounter.spi.Call;
import io.modelcounter.spi.LayerCounter;
import io.modelcounter.spi.OperatorRange;
import io.modelcounter.symbolic.Amount;
import io.modelcounter.symbolic.Size;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Counters and conventions of others behind what checks them. */
class CheckedAnswersTest {
  private static final Call CALL = Call.of(new OperatorId("acme", "Op", 1)).build();

  /** Answers with one amount wherever it is asked for one. */
  private record Constant(long amount) implements LayerCounter {
    @Override
    public List<OperatorRange> operators() {
      return List.of(OperatorRange.of("acme", "Op"));
    }

    @Override
    public Cost count(Call call) {
      return Cost.of(
          Work.of(WorkKind.ADD, ElementType.FLOAT32, Size.of(amount)), Formula.of("constant"));
    }

    @Override
    public Traffic traffic(Call call) {
      return new Traffic(Amount.exact(Size.of(amount)), Amount.zero());
    }

    @Override
    public Size scratchBytes(Call call) {
      return Size.of(amount);
    }
  }

  @Test
  void handPossibleAnswersOn() {
    CheckedCounter checked = new CheckedCounter(new Constant(3));

    assertThat(checked.count(CALL).low()).isEqualTo(new Constant(3).count(CALL).low());
    assertThat(checked.traffic(CALL)).isEqualTo(new Constant(3).traffic(CALL));
    assertThat(checked.scratchBytes(CALL)).isEqualTo(Size.of(3));
    assertThat(checked.operators()).isEqualTo(new Constant(3).operators());
  }

  @Test
  void takeNegativeAmountsForFailures() {
    CheckedCounter checked = new CheckedCounter(new Constant(-3));

    assertThatThrownBy(() -> checked.count(CALL))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("it answers with a negative amount, -3 of ADD");
    assertThatThrownBy(() -> checked.traffic(CALL))
        .hasMessage("it answers with a negative amount, -3 of bytes read");
    assertThatThrownBy(() -> checked.scratchBytes(CALL))
        .hasMessage("it answers with a negative amount, -3 of bytes of working memory");
  }

  @ParameterizedTest
  @ValueSource(classes = {CheckedCounter.class, GuardedConvention.class})
  void leaveOutNoMethodOfTheirInterface(Class<?> wrapper) {
    List<String> missing = new ArrayList<>();
    for (Method method : wrapper.getInterfaces()[0].getMethods()) {
      boolean isOwn =
          Arrays.stream(wrapper.getDeclaredMethods())
              .anyMatch(
                  own ->
                      own.getName().equals(method.getName())
                          && Arrays.equals(own.getParameterTypes(), method.getParameterTypes()));
      if (!Modifier.isStatic(method.getModifiers()) && !isOwn) {
        missing.add(method.getName());
      }
    }
    assertThat(missing).isEmpty();
  }

  @Test
  void nameTheConventionThatFailed() {
    CountingConvention broken =
        new CountingConvention() {
          @Override
          public String id() {
            return "mine";
          }

          @Override
          public String description() {
            return "a test";
          }

          @Override
          public Amount count(LayerView layer) {
            throw new IllegalStateException("no weight");
          }
        };
    LayerView layer =
        new LayerView(
            new OperatorId("ai.onnx", "Relu", 14),
            Attributes.none(),
            List.of(),
            List.of(),
            List.of(),
            Cost.free("a test"),
            Amount.exact(Size.ONE));

    assertThatThrownBy(
            () -> new GuardedConvention(broken, "acme", PluginGuard.strict()).count(layer))
        .isInstanceOf(PluginFailureException.class)
        .hasMessage(
            "plugin acme failed at convention \"mine\", a layer of ai.onnx:Relu:"
                + " java.lang.IllegalStateException: no weight");
    assertThat(
            new GuardedConvention(broken, "acme", PluginGuard.goingOn(failure -> {})).count(layer))
        .satisfies(
            amount ->
                assertThat(amount.reasons())
                    .singleElement()
                    .asString()
                    .startsWith("plugin acme failed at convention \"mine\""));
  }
}
