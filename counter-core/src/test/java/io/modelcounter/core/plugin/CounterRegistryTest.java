package io.modelcounter.core.plugin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.modelcounter.core.PluginException;
import io.modelcounter.cost.Cost;
import io.modelcounter.model.OperatorId;
import io.modelcounter.spi.Call;
import io.modelcounter.spi.CounterPlugin;
import io.modelcounter.spi.LayerCounter;
import io.modelcounter.spi.OperatorRange;
import java.util.List;
import org.junit.jupiter.api.Test;

class CounterRegistryTest {

  private record Counter(OperatorRange range, boolean wants) implements LayerCounter {
    @Override
    public List<OperatorRange> operators() {
      return List.of(range);
    }

    @Override
    public boolean handles(Call call) {
      return wants;
    }

    @Override
    public Cost count(Call call) {
      return Cost.free("a test");
    }
  }

  private record Plugin(String id, List<LayerCounter> counters) implements CounterPlugin {}

  private static Plugin plugin(String id, OperatorRange range) {
    return new Plugin(id, List.of(new Counter(range, true)));
  }

  @Test
  void findsTheCounterThatServesAVersion() {
    CounterRegistry registry =
        CounterRegistry.of(
            List.of(
                plugin("old", OperatorRange.of("acme", "Op").until(4)),
                plugin("new", OperatorRange.of("acme", "Op").since(5))));

    assertThat(registry.counter(call(4)).orElseThrow().plugin()).isEqualTo("old");
    assertThat(registry.counter(call(9)).orElseThrow().plugin()).isEqualTo("new");
  }

  @Test
  void passesOnACallThatTheCounterDeclines() {
    Plugin picky = new Plugin("picky", List.of(new Counter(OperatorRange.of("acme", "Op"), false)));

    assertThat(CounterRegistry.of(List.of(picky)).counter(call(1))).isEmpty();
  }

  @Test
  void refusesTwoPluginsForOneOperatorNamingBoth() {
    assertThatThrownBy(
            () ->
                CounterRegistry.of(
                    List.of(
                        plugin("first", OperatorRange.of("acme", "Op")),
                        plugin("second", OperatorRange.of("acme", "Op").since(3)))))
        .isInstanceOf(PluginException.class)
        .hasMessageContaining("first")
        .hasMessageContaining("second")
        .hasMessageContaining("acme:Op");
  }

  @Test
  void refusesTwoPluginsOfOneId() {
    assertThatThrownBy(
            () ->
                CounterRegistry.of(
                    List.of(
                        plugin("same", OperatorRange.of("acme", "A")),
                        plugin("same", OperatorRange.of("acme", "B")))))
        .isInstanceOf(PluginException.class)
        .hasMessageContaining("same");
  }

  private static Call call(int version) {
    return Call.of(new OperatorId("acme", "Op", version)).build();
  }
}
