package io.modelcounter.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.modelcounter.core.counting.CountedNode;
import io.modelcounter.core.counting.NodeCounting;
import io.modelcounter.core.inference.ModelTyping;
import io.modelcounter.core.inference.TypedGraph;
import io.modelcounter.core.operator.StandardOperators;
import io.modelcounter.core.plugin.CounterRegistry;
import io.modelcounter.core.plugin.PluginGuard;
import io.modelcounter.core.plugin.PluginOffer;
import io.modelcounter.cost.Cost;
import io.modelcounter.cost.InputRole;
import io.modelcounter.cost.Traffic;
import io.modelcounter.model.ElementType;
import io.modelcounter.model.Model;
import io.modelcounter.model.Shape;
import io.modelcounter.model.TensorType;
import io.modelcounter.spi.Call;
import io.modelcounter.spi.CounterPlugin;
import io.modelcounter.spi.Inferred;
import io.modelcounter.spi.LayerCounter;
import io.modelcounter.spi.OperatorRange;
import io.modelcounter.spi.ShapeRule;
import io.modelcounter.symbolic.Size;
import io.modelcounter.tck.TestGraph;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What becomes of an exception that a plugin throws while a model is analysed. */
class PluginFailureTest {

  /** What of the plugin is broken. */
  private enum Part {
    OUTPUTS,
    ELEMENTS,
    HANDLES,
    COUNT,
    ROLE,
    TRAFFIC,
    SCRATCH
  }

  /** Offers one operator, and breaks wherever it is told to. */
  private record Broken(Part part) implements CounterPlugin, ShapeRule, LayerCounter {
    @Override
    public String id() {
      return "acme";
    }

    @Override
    public List<LayerCounter> counters() {
      return List.of(this);
    }

    @Override
    public List<ShapeRule> shapeRules() {
      return List.of(this);
    }

    @Override
    public List<OperatorRange> operators() {
      return List.of(OperatorRange.of("acme", "Op"));
    }

    private void breakIf(Part asked) {
      if (part == asked) {
        throw new IllegalStateException("no table");
      }
    }

    @Override
    public List<Inferred> outputs(Call call) {
      breakIf(Part.OUTPUTS);
      return List.of(
          Inferred.tensor(ElementType.INT64, Shape.of(100))
              .withValue(
                  () -> {
                    breakIf(Part.ELEMENTS);
                    return Optional.empty();
                  }));
    }

    @Override
    public boolean handles(Call call) {
      breakIf(Part.HANDLES);
      return true;
    }

    @Override
    public Cost count(Call call) {
      breakIf(Part.COUNT);
      return Cost.free("a test");
    }

    @Override
    public InputRole role(Call call, int input) {
      breakIf(Part.ROLE);
      return InputRole.CONSTANT;
    }

    @Override
    public Traffic traffic(Call call) {
      breakIf(Part.TRAFFIC);
      return LayerCounter.super.traffic(call);
    }

    @Override
    public Size scratchBytes(Call call) {
      breakIf(Part.SCRATCH);
      return Size.ZERO;
    }
  }

  private final List<PluginFailureException> noted = new ArrayList<>();

  private CountedNode count(Part part, PluginGuard guard) {
    TestGraph graph = TestGraph.named("g").opset("acme", 1);
    graph.weight("w", "float32[4,4]");
    graph.node("Op", "w").domain("acme").named("op").output("s");
    graph.input("x", "float32[1]");
    graph.output(graph.node("Expand", "x", "s").named("user").output("y"));
    Model model = graph.model();
    CounterRegistry registry =
        CounterRegistry.of(
            Stream.of(new StandardOperators(), new Broken(part))
                .map(plugin -> PluginOffer.of(plugin, PluginOrigin.builtIn("1.0"), Map.of()))
                .toList(),
            Set.of());
    TypedGraph typed =
        ModelTyping.type(
            model, model.graph().inputs(), registry, guard, Optional.empty(), diagnostic -> {});
    return NodeCounting.count(typed, registry, guard).get(typed).get(0);
  }

  @ParameterizedTest
  @EnumSource(Part.class)
  void namesThePluginAndTheNodeThatItWasAskedAbout(Part part) {
    assertThatThrownBy(() -> count(part, PluginGuard.strict()))
        .isInstanceOf(PluginFailureException.class)
        .hasMessage(
            "plugin acme failed at node \"op\" (Op, main #0): java.lang.IllegalStateException: no"
                + " table");
  }

  @ParameterizedTest
  @EnumSource(Part.class)
  void goesOnIfToldTo(Part part) {
    count(part, PluginGuard.goingOn(noted::add));

    assertThat(noted)
        .isNotEmpty()
        .allSatisfy(failure -> assertThat(failure.plugin()).isEqualTo("acme"));
  }

  @Test
  void leavesTheOutputsOfABrokenRuleUnknown() {
    CountedNode node = count(Part.OUTPUTS, PluginGuard.goingOn(noted::add));

    assertThat(node.typed().call().outputType(0).text()).startsWith("unknown");
  }

  @Test
  void leavesTheCostOfABrokenCounterUnknown() {
    CountedNode node = count(Part.COUNT, PluginGuard.goingOn(noted::add));

    assertThat(node.cost().reason().orElseThrow()).contains("plugin acme failed");
    assertThat(node.typed().call().outputType(0))
        .isEqualTo(new TensorType(ElementType.INT64, Shape.of(100)));
  }

  @Test
  void leavesWhatAStoredTensorIsToTheTensorIfTheCounterCannotSay() {
    CountedNode node = count(Part.ROLE, PluginGuard.goingOn(noted::add));

    assertThat(node.role(0)).isEqualTo(InputRole.OPERAND);
  }
}
