package io.modelcounter.core.plugin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.modelcounter.analysis.PluginUse;
import io.modelcounter.core.PluginException;
import io.modelcounter.core.PluginOrigin;
import io.modelcounter.core.plugin.CounterRegistry.Registered;
import io.modelcounter.cost.Cost;
import io.modelcounter.cost.CountingConvention;
import io.modelcounter.model.OperatorId;
import io.modelcounter.spi.Call;
import io.modelcounter.spi.CounterPlugin;
import io.modelcounter.spi.Inferred;
import io.modelcounter.spi.LayerCounter;
import io.modelcounter.spi.OperatorRange;
import io.modelcounter.spi.ShapeRule;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class CounterRegistryTest {
  private static final OperatorRange OP = OperatorRange.of("acme", "Op");
  private static final PluginOffer BUILT_IN =
      PluginOffer.of(new Plugin("modelcounter", OP), PluginOrigin.builtIn("1.0"), Map.of());

  private record Counter(List<OperatorRange> operators) implements LayerCounter, ShapeRule {
    @Override
    public Cost count(Call call) {
      return Cost.free("a test");
    }

    @Override
    public List<Inferred> outputs(Call call) {
      return List.of();
    }
  }

  private record Plugin(
      String id, List<LayerCounter> counters, List<CountingConvention> conventions)
      implements CounterPlugin {
    Plugin(String id, OperatorRange... ranges) {
      this(id, List.of(new Counter(Arrays.asList(ranges))), List.of());
    }
  }

  private static PluginOffer outside(String id, OperatorRange... ranges) {
    return outside(new Plugin(id, ranges));
  }

  private static PluginOffer outside(CounterPlugin plugin) {
    return PluginOffer.of(
        plugin,
        PluginOrigin.of(PluginUse.Origin.JAR, "1.2.0", Path.of(plugin.id() + ".jar"), "00"),
        Map.of());
  }

  private static CounterRegistry registry(PluginOffer... plugins) {
    return CounterRegistry.of(List.of(plugins), Set.of());
  }

  private static void assertRefused(
      List<PluginOffer> plugins, Set<String> preferred, String code, String reason, String hint) {
    assertThatThrownBy(() -> CounterRegistry.of(plugins, preferred))
        .isInstanceOfSatisfying(
            PluginException.class,
            refused -> {
              assertThat(refused.code()).isEqualTo(code);
              assertThat(refused.reason()).isEqualTo(reason);
              assertThat(refused.hint()).hasValue(hint);
            });
  }

  @Test
  void findsTheCounterThatServesAVersion() {
    CounterRegistry registry = registry(outside("old", OP.until(4)), outside("new", OP.since(5)));

    assertThat(registry.counters(operator(4)))
        .extracting(Registered::plugin)
        .containsExactly("old");
    assertThat(registry.counters(operator(9)))
        .extracting(Registered::plugin)
        .containsExactly("new");
  }

  @Test
  void refusesTwoPluginsForOneOperatorNamingBothJars() {
    assertRefused(
        List.of(outside("first", OP), outside("second", OP.since(3))),
        Set.of(),
        "E0710",
        "two plugins serve acme:Op: first 1.2.0 (first.jar) and second 1.2.0 (second.jar)",
        "choose one with --prefer first or --prefer second, or remove one");
  }

  @Test
  void namesTheFirstOfManyOperatorsThatTwoPluginsServe() {
    OperatorRange[] many =
        List.of("E", "D", "C", "B", "A").stream()
            .map(name -> OperatorRange.of("acme", name))
            .toArray(OperatorRange[]::new);

    assertThatThrownBy(() -> registry(outside("first", many), outside("second", many)))
        .hasMessageStartingWith("two plugins serve acme:A, acme:B, acme:C and 2 more: ");
  }

  @Test
  void letsAPreferredPluginComeFirst() {
    for (List<PluginOffer> order :
        List.of(
            List.of(outside("first", OP), outside("second", OP)),
            List.of(outside("second", OP), outside("first", OP)))) {
      CounterRegistry registry = CounterRegistry.of(order, Set.of("second"));

      assertThat(registry.counters(operator(1)))
          .extracting(Registered::plugin)
          .containsExactly("second", "first");
      assertThat(registry.preferredCounters(operator(1)))
          .extracting(Registered::plugin)
          .containsExactly("second");
    }
  }

  @Test
  void refusesTwoPreferredPluginsForOneOperator() {
    assertRefused(
        List.of(outside("first", OP), outside("second", OP)),
        Set.of("first", "second"),
        "E0710",
        "two preferred plugins serve acme:Op: first 1.2.0 (first.jar) and second 1.2.0"
            + " (second.jar)",
        "prefer one of them only");
  }

  @Test
  void refusesToReplaceWhatIsBuiltIn() {
    assertRefused(
        List.of(BUILT_IN, outside("acme", OP.since(3))),
        Set.of(),
        "E0711",
        "plugin acme serves acme:Op, which modelcounter (built in) serves already",
        "to let it come first: --prefer acme");
  }

  @Test
  void replacesWhatIsBuiltInIfItIsPreferred() {
    CounterRegistry registry =
        CounterRegistry.of(List.of(BUILT_IN, outside("acme", OP.since(3))), Set.of("acme"));

    assertThat(registry.counters(operator(2)))
        .extracting(Registered::plugin)
        .containsExactly("modelcounter");
    assertThat(registry.counters(operator(3)))
        .extracting(Registered::plugin)
        .containsExactly("acme", "modelcounter");
    assertThat(registry.preferredCounters(operator(2))).isEmpty();
  }

  @Test
  void servesANewOperatorWithoutBeingPreferred() {
    OperatorRange other = OperatorRange.of("acme", "Other");

    assertThat(
            registry(BUILT_IN, outside("acme", other)).counters(new OperatorId("acme", "Other", 1)))
        .hasSize(1);
  }

  @Test
  void refusesTwoCountersOfOnePluginForOneOperator() {
    assertThatThrownBy(() -> outside("acme", OP, OP.since(5)))
        .isInstanceOfSatisfying(
            PluginException.class, refused -> assertThat(refused.code()).isEqualTo("E0708"))
        .hasMessage("acme.jar: it offers two counters for acme:Op");
  }

  @Test
  void refusesASecondConventionOfAnId() {
    CountingConvention convention = CountingConvention.weighted("mine", "a test", Map.of());

    assertRefused(
        List.of(
            outside(new Plugin("first", List.of(), List.of(convention))),
            outside(new Plugin("second", List.of(), List.of(convention)))),
        Set.of("first"),
        "E0710",
        "two plugins have a convention mine: first 1.2.0 (first.jar) and second 1.2.0"
            + " (second.jar)",
        "give the convention another id, or remove one of the plugins");
  }

  @Test
  void refusesAConventionWithAnIdThatCannotBeWritten() {
    CountingConvention convention = CountingConvention.weighted("My Own", "a test", Map.of());

    assertThatThrownBy(() -> outside(new Plugin("acme", List.of(), List.of(convention))))
        .hasMessage("acme.jar: it has a convention named \"My Own\"");
  }

  private static OperatorId operator(int version) {
    return new OperatorId("acme", "Op", version);
  }
}
