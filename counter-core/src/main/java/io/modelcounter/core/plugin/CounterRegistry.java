package io.modelcounter.core.plugin;

import io.modelcounter.core.PluginException;
import io.modelcounter.cost.CountingConvention;
import io.modelcounter.model.OperatorId;
import io.modelcounter.spi.Call;
import io.modelcounter.spi.CounterPlugin;
import io.modelcounter.spi.LayerCounter;
import io.modelcounter.spi.OperatorRange;
import io.modelcounter.spi.ShapeRule;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Which plugin counts, and infers, which operator. */
public final class CounterRegistry {

  /**
   * A counter and the plugin that it belongs to.
   *
   * @param counter the counter
   * @param plugin id of the plugin
   */
  public record Registered(LayerCounter counter, String plugin) {}

  private record Offer<T>(T what, OperatorRange range, String plugin) {}

  private final Map<String, List<Offer<LayerCounter>>> counters = new HashMap<>();
  private final Map<String, List<Offer<ShapeRule>>> rules = new HashMap<>();
  private final Map<String, CountingConvention> conventions = new TreeMap<>();

  private CounterRegistry() {}

  /**
   * Registers what plugins offer.
   *
   * @param plugins the plugins
   * @return the registry
   * @throws PluginException if two plugins have one id, or offer a counter, rule or convention for
   *     the same thing
   */
  public static CounterRegistry of(Collection<? extends CounterPlugin> plugins) {
    CounterRegistry registry = new CounterRegistry();
    Map<String, CounterPlugin> byId = new HashMap<>();
    for (CounterPlugin plugin : plugins) {
      CounterPlugin earlier = byId.putIfAbsent(plugin.id(), plugin);
      if (earlier != null) {
        throw new PluginException(
            "two plugins have the id "
                + plugin.id()
                + ": "
                + earlier.getClass().getName()
                + " and "
                + plugin.getClass().getName());
      }
      registry.add(plugin);
    }
    return registry;
  }

  private void add(CounterPlugin plugin) {
    for (LayerCounter counter : plugin.counters()) {
      counter.operators().forEach(range -> offer(counters, counter, range, plugin.id()));
    }
    for (ShapeRule rule : plugin.shapeRules()) {
      rule.operators().forEach(range -> offer(rules, rule, range, plugin.id()));
    }
    for (CountingConvention convention : plugin.conventions()) {
      if (conventions.putIfAbsent(convention.id(), convention) != null) {
        throw new PluginException(
            "plugin " + plugin.id() + " offers a second convention named " + convention.id());
      }
    }
  }

  private static <T> void offer(
      Map<String, List<Offer<T>>> offers, T what, OperatorRange range, String plugin) {
    List<Offer<T>> same =
        offers.computeIfAbsent(key(range.domain(), range.name()), key -> new ArrayList<>());
    for (Offer<T> other : same) {
      if (other.range().overlaps(range)) {
        throw new PluginException(
            "plugins "
                + other.plugin()
                + " and "
                + plugin
                + " both serve "
                + range.domain()
                + ":"
                + range.name());
      }
    }
    same.add(new Offer<>(what, range, plugin));
  }

  /**
   * Counter for a call.
   *
   * @param call a call with the types of its outputs
   * @return the counter that serves the operator and does not decline, or empty
   */
  public Optional<Registered> counter(Call call) {
    return find(counters, call.operator())
        .filter(offer -> offer.what().handles(call))
        .map(offer -> new Registered(offer.what(), offer.plugin()));
  }

  /**
   * Shape rule for an operator.
   *
   * @param operator the operator
   * @return the rule that serves it, or empty
   */
  public Optional<ShapeRule> rule(OperatorId operator) {
    return find(rules, operator).map(Offer::what);
  }

  /**
   * All conventions.
   *
   * @return the conventions, by id
   */
  public Map<String, CountingConvention> conventions() {
    return Collections.unmodifiableMap(conventions);
  }

  private static <T> Optional<Offer<T>> find(
      Map<String, List<Offer<T>>> offers, OperatorId operator) {
    for (Offer<T> offer : offers.getOrDefault(key(operator.domain(), operator.name()), List.of())) {
      if (offer.range().contains(operator)) {
        return Optional.of(offer);
      }
    }
    return Optional.empty();
  }

  private static String key(String domain, String name) {
    return domain + ":" + name;
  }
}
