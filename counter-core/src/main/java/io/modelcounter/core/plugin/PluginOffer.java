package io.modelcounter.core.plugin;

import io.modelcounter.core.PluginException;
import io.modelcounter.core.PluginInfo;
import io.modelcounter.core.PluginOrigin;
import io.modelcounter.cost.CountingConvention;
import io.modelcounter.spi.CounterPlugin;
import io.modelcounter.spi.LayerCounter;
import io.modelcounter.spi.OperatorRange;
import io.modelcounter.spi.PluginDescriptor;
import io.modelcounter.spi.ShapeRule;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * All that a plugin offers, asked for once and checked.
 *
 * @param info what is known of the plugin
 * @param counters its counters with what they serve
 * @param rules its shape rules with what they serve
 * @param conventions its conventions
 */
public record PluginOffer(
    PluginInfo info,
    List<Served<LayerCounter>> counters,
    List<Served<ShapeRule>> rules,
    List<CountingConvention> conventions) {

  /**
   * A counter or rule and one of the ranges that it serves.
   *
   * @param what the counter or rule
   * @param range the range
   */
  public record Served<T>(T what, OperatorRange range) {}

  /**
   * Asks a plugin that is in memory.
   *
   * @param plugin the plugin
   * @param origin where it comes from
   * @param details what else is known of it, by key
   * @return what it offers
   * @throws PluginException if it fails, or if what it offers is not as it must be
   */
  public static PluginOffer of(
      CounterPlugin plugin, PluginOrigin origin, Map<String, String> details) {
    OfferQuestions questions = new OfferQuestions(plugin, origin);
    String id = questions.id();
    if (!origin.isBuiltIn()) {
      try {
        PluginDescriptor.requireId(id);
      } catch (IllegalArgumentException wrong) {
        throw questions.wrong(String.valueOf(wrong.getMessage()), "change what id() returns");
      }
    }
    return questions.ask(id, details, Set.of());
  }

  /**
   * Asks a plugin that has a descriptor.
   *
   * @param plugin the plugin
   * @param origin where it comes from
   * @param descriptor what it must agree with
   * @return what it offers
   * @throws PluginException if it fails, or if what it offers is not as it must be
   */
  static PluginOffer of(CounterPlugin plugin, PluginOrigin origin, PluginDescriptor descriptor) {
    OfferQuestions questions = new OfferQuestions(plugin, origin);
    String id = questions.id();
    if (!id.equals(descriptor.id())) {
      throw questions.wrong(
          "its descriptor gives it the id \"" + descriptor.id() + "\", its code \"" + id + "\"",
          "make both the same");
    }
    return questions.ask(id, descriptor.details(), descriptor.domains());
  }

  /** How messages name the plugin. */
  String name() {
    return info.name();
  }

  boolean isBuiltIn() {
    return info.origin().isBuiltIn();
  }
}
