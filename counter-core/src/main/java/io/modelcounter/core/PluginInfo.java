package io.modelcounter.core;

import io.modelcounter.spi.CounterPlugin;
import io.modelcounter.spi.OperatorRange;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What is known of a plugin.
 *
 * @param plugin the plugin itself
 * @param id its id
 * @param origin where it comes from
 * @param details what its descriptor says, by key; empty if it has none
 * @param counted operators that it counts, in alphabetical order
 * @param inferred operators whose outputs it infers, in alphabetical order
 * @param conventions ids of its conventions
 */
public record PluginInfo(
    CounterPlugin plugin,
    String id,
    PluginOrigin origin,
    Map<String, String> details,
    List<OperatorRange> counted,
    List<OperatorRange> inferred,
    List<String> conventions) {

  /**
   * Makes the information.
   *
   * @param plugin the plugin itself
   * @param id its id
   * @param origin where it comes from
   * @param details what its descriptor says, by key
   * @param counted operators that it counts
   * @param inferred operators whose outputs it infers
   * @param conventions ids of its conventions
   */
  public PluginInfo {
    details = Collections.unmodifiableMap(new LinkedHashMap<>(details));
    counted = List.copyOf(counted);
    inferred = List.copyOf(inferred);
    conventions = List.copyOf(conventions);
  }

  /**
   * How messages name the plugin.
   *
   * @return for example {@code acme 1.2.0 (plugins/acme.jar)} or {@code modelcounter (built in)}
   */
  public String name() {
    String version = origin.isBuiltIn() ? "" : " " + origin.version();
    return id + version + " (" + origin.place() + ")";
  }
}
