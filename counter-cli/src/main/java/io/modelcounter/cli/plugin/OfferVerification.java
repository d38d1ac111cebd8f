package io.modelcounter.cli.plugin;

import io.modelcounter.core.PluginInfo;
import io.modelcounter.model.ElementType;
import io.modelcounter.model.OperatorId;
import io.modelcounter.model.Shape;
import io.modelcounter.model.ValueType;
import io.modelcounter.spi.Call;
import io.modelcounter.spi.CounterPlugin;
import io.modelcounter.spi.Inferred;
import io.modelcounter.spi.InvalidNodeException;
import io.modelcounter.spi.LayerCounter;
import io.modelcounter.spi.OperatorRange;
import io.modelcounter.spi.SafeCalls;
import io.modelcounter.spi.ShapeRule;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Checks what a plugin offers, without a model. */
final class OfferVerification {
  private static final String STABLE = "it offers the same each time";
  private static final String COMPLETE = "every operator has a counter and a shape rule";
  private static final String UNKNOWN = "inputs of unknown shape are no failure";
  private static final int MOST_INPUTS = 4;

  private final CounterPlugin plugin;
  private final List<PluginInfo> all;

  private OfferVerification(CounterPlugin plugin, List<PluginInfo> all) {
    this.plugin = plugin;
    this.all = all;
  }

  /**
   * Checks a plugin.
   *
   * @param plugin the plugin
   * @param all all plugins that work with it, itself included
   */
  static List<Finding> of(CounterPlugin plugin, List<PluginInfo> all) {
    OfferVerification verification = new OfferVerification(plugin, all);
    return List.of(verification.stable(), verification.complete(), verification.unknown());
  }

  private Finding stable() {
    List<String> first = offer();
    return first.equals(offer())
        ? Finding.passed(STABLE, first.size() + " entries")
        : Finding.failed(STABLE, "the lists differ when they are asked for twice");
  }

  private List<String> offer() {
    List<String> offer = new ArrayList<>();
    offer.add(plugin.id());
    plugin.counters().forEach(counter -> offer.add("counter of " + counter.operators()));
    plugin.shapeRules().forEach(rule -> offer.add("rule of " + rule.operators()));
    plugin.conventions().forEach(convention -> offer.add("convention " + convention.id()));
    return offer;
  }

  private Finding complete() {
    Set<String> counted = new LinkedHashSet<>();
    Set<String> inferred = new LinkedHashSet<>();
    all.forEach(info -> info.counted().forEach(range -> counted.add(PluginText.name(range))));
    all.forEach(info -> info.inferred().forEach(range -> inferred.add(PluginText.name(range))));
    List<String> missing = new ArrayList<>();
    for (LayerCounter counter : plugin.counters()) {
      counter.operators().stream()
          .map(PluginText::name)
          .filter(name -> !inferred.contains(name))
          .forEach(
              name -> missing.add(name + " has no shape rule, so that later layers are unknown"));
    }
    for (ShapeRule rule : plugin.shapeRules()) {
      rule.operators().stream()
          .map(PluginText::name)
          .filter(name -> !counted.contains(name))
          .forEach(name -> missing.add(name + " has no counter, so that it is unknown"));
    }
    return missing.isEmpty()
        ? Finding.passed(COMPLETE, "")
        : Finding.warning(COMPLETE, String.join("; ", missing));
  }

  private Finding unknown() {
    int asked = 0;
    for (LayerCounter counter : plugin.counters()) {
      for (OperatorRange range : counter.operators()) {
        for (int inputs = 1; inputs <= MOST_INPUTS; inputs++) {
          Optional<String> failure = ask(counter, range, inputs);
          if (failure.isPresent()) {
            return Finding.failed(
                UNKNOWN, PluginText.name(range) + " with " + inputs + " inputs: " + failure.get());
          }
        }
        asked++;
      }
    }
    return Finding.passed(UNKNOWN, "asked about " + asked + " operators");
  }

  private Optional<String> ask(LayerCounter counter, OperatorRange range, int inputs) {
    OperatorId operator = new OperatorId(range.domain(), range.name(), range.firstVersion());
    Call.Builder builder = Call.of(operator).output("output");
    for (int i = 0; i < inputs; i++) {
      builder.input(
          Inferred.tensor(ElementType.FLOAT32, Shape.unknownRank("nobody knows the shape")));
    }
    try {
      askAll(counter, builder.build());
      return Optional.empty();
    } catch (InvalidNodeException contradiction) {
      return Optional.empty(); // the operator has another number of inputs, or needs an attribute
    } catch (RuntimeException | LinkageError failure) {
      return Optional.of(failure.toString());
    }
  }

  private void askAll(LayerCounter counter, Call call) {
    List<ValueType> types = new ArrayList<>();
    for (ShapeRule rule : plugin.shapeRules()) {
      if (types.isEmpty()
          && rule.operators().stream().anyMatch(range -> range.contains(call.operator()))) {
        SafeCalls.outputs(rule, call).forEach(output -> types.add(output.type()));
      }
    }
    Call typed = call.withOutputs(types);
    if (SafeCalls.handles(counter, typed)) {
      SafeCalls.count(counter, typed).low();
      SafeCalls.traffic(counter, typed).readBytes();
      SafeCalls.scratchBytes(counter, typed);
      for (int i = 0; i < typed.inputCount(); i++) {
        SafeCalls.role(counter, typed, i);
      }
    }
  }
}
