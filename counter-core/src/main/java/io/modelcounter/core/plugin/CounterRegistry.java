package io.modelcounter.core.plugin;

import io.modelcounter.core.PluginException;
import io.modelcounter.core.plugin.PluginOffer.Served;
import io.modelcounter.cost.CountingConvention;
import io.modelcounter.model.OperatorId;
import io.modelcounter.spi.LayerCounter;
import io.modelcounter.spi.OperatorRange;
import io.modelcounter.spi.ShapeRule;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;

/** Which plugin counts, and infers, which operator. */
public final class CounterRegistry {

  /**
   * A counter, rule or convention and the plugin that it belongs to.
   *
   * @param what the counter, rule or convention
   * @param plugin id of the plugin
   */
  public record Registered<T>(T what, String plugin) {}

  private record Offer<T>(T what, OperatorRange range, PluginOffer plugin) {}

  private final Set<String> preferred;
  private final Map<String, List<Offer<LayerCounter>>> counters = new HashMap<>();
  private final Map<String, List<Offer<ShapeRule>>> rules = new HashMap<>();
  private final Map<String, Offer<CountingConvention>> conventions = new TreeMap<>();

  private CounterRegistry(Set<String> preferred) {
    this.preferred = Set.copyOf(preferred);
  }

  /**
   * Registers what plugins offer.
   *
   * @param plugins the plugins, each with an id of its own
   * @param preferred ids of those that come before others that offer the same
   * @return the registry
   * @throws PluginException if two plugins offer a counter, rule or convention for the same thing,
   *     and not exactly one of them is preferred
   */
  public static CounterRegistry of(Collection<PluginOffer> plugins, Set<String> preferred) {
    return of(
        plugins,
        preferred,
        conflict -> {
          throw conflict.problem();
        });
  }

  /** Registers what plugins offer; where two offer the same thing, the first is taken. */
  static CounterRegistry of(
      Collection<PluginOffer> plugins, Set<String> preferred, Consumer<Conflicts.Conflict> found) {
    CounterRegistry registry = new CounterRegistry(preferred);
    Conflicts conflicts = new Conflicts();
    for (PluginOffer plugin : plugins) {
      registry.add(plugin, conflicts);
    }
    conflicts.forEach(found);
    return registry;
  }

  private void add(PluginOffer plugin, Conflicts conflicts) {
    plugin.counters().forEach(served -> offer(counters, served, plugin, conflicts));
    plugin.rules().forEach(served -> offer(rules, served, plugin, conflicts));
    for (CountingConvention convention : plugin.conventions()) {
      Offer<CountingConvention> own =
          new Offer<>(convention, OperatorRange.of("", convention.id()), plugin);
      Offer<CountingConvention> other = conventions.putIfAbsent(convention.id(), own);
      if (other != null) {
        conflicts.addConvention(other.plugin(), plugin, convention.id());
      }
    }
  }

  private <T> void offer(
      Map<String, List<Offer<T>>> offers,
      Served<T> served,
      PluginOffer plugin,
      Conflicts conflicts) {
    OperatorRange range = served.range();
    boolean isPreferred = preferred.contains(plugin.info().id());
    List<Offer<T>> same =
        offers.computeIfAbsent(key(range.domain(), range.name()), key -> new ArrayList<>());
    for (Offer<T> other : same) {
      if (other.range().overlaps(range)
          && isPreferred == preferred.contains(other.plugin().info().id())) {
        conflicts.addOperator(other.plugin(), plugin, range, isPreferred);
      }
    }
    Offer<T> own = new Offer<>(served.what(), range, plugin);
    if (isPreferred) {
      same.add(0, own);
    } else {
      same.add(own);
    }
  }

  /**
   * Counters for an operator.
   *
   * @param operator the operator
   * @return the counters that serve it, the first to be asked first
   */
  public List<Registered<LayerCounter>> counters(OperatorId operator) {
    return find(counters, operator);
  }

  /**
   * Counters for an operator that come even before a function of the model.
   *
   * @param operator the operator
   * @return the counters of preferred plugins that serve it, the first to be asked first
   */
  public List<Registered<LayerCounter>> preferredCounters(OperatorId operator) {
    return preferred.isEmpty()
        ? List.of()
        : counters(operator).stream().filter(this::isPreferred).toList();
  }

  /**
   * Shape rule for an operator.
   *
   * @param operator the operator
   * @return the rule that serves it, or empty
   */
  public Optional<Registered<ShapeRule>> rule(OperatorId operator) {
    return find(rules, operator).stream().findFirst();
  }

  /**
   * Shape rule for an operator that comes even before a function of the model.
   *
   * @param operator the operator
   * @return the rule of a preferred plugin that serves it, or empty
   */
  public Optional<Registered<ShapeRule>> preferredRule(OperatorId operator) {
    return rule(operator).filter(this::isPreferred);
  }

  private boolean isPreferred(Registered<?> found) {
    return preferred.contains(found.plugin());
  }

  /**
   * All conventions.
   *
   * @param guard what runs those of other plugins than the built-in ones
   * @return the conventions, by id
   */
  public Map<String, CountingConvention> conventions(PluginGuard guard) {
    Map<String, CountingConvention> all = new TreeMap<>();
    conventions.forEach(
        (id, offer) ->
            all.put(
                id,
                offer.plugin().isBuiltIn()
                    ? offer.what()
                    : new GuardedConvention(offer.what(), offer.plugin().info().id(), guard)));
    return all;
  }

  private static <T> List<Registered<T>> find(
      Map<String, List<Offer<T>>> offers, OperatorId operator) {
    List<Offer<T>> same = offers.getOrDefault(key(operator.domain(), operator.name()), List.of());
    List<Registered<T>> found = new ArrayList<>(same.size());
    for (Offer<T> offer : same) {
      if (offer.range().contains(operator)) {
        found.add(new Registered<>(offer.what(), offer.plugin().info().id()));
      }
    }
    return found;
  }

  private static String key(String domain, String name) {
    return domain + ":" + name;
  }
}
