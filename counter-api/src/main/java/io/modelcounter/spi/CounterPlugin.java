package io.modelcounter.spi;

import io.modelcounter.cost.CountingConvention;
import java.util.List;

/**
 * What a plugin jar offers. This is a service type: plugins are found by {@link
 * java.util.ServiceLoader}.
 *
 * <p>Every list is empty by default, so that the interface can grow.
 */
public interface CounterPlugin {

  /**
   * Identifier of the plugin.
   *
   * @return one to 64 lower-case letters, digits, dots and hyphens; {@code modelcounter} and names
   *     that begin with {@code modelcounter.} are reserved
   */
  String id();

  /**
   * Counters that the plugin offers.
   *
   * @return the counters
   */
  default List<LayerCounter> counters() {
    return List.of();
  }

  /**
   * Shape rules that the plugin offers.
   *
   * @return the rules
   */
  default List<ShapeRule> shapeRules() {
    return List.of();
  }

  /**
   * Conventions that the plugin offers.
   *
   * @return the conventions
   */
  default List<CountingConvention> conventions() {
    return List.of();
  }

  /**
   * How the operators of the plugin are counted, in words. Read only when somebody asks.
   *
   * @return the notes
   */
  default List<OperatorNote> notes() {
    return List.of();
  }
}
