package io.modelcounter.analysis;

import io.modelcounter.symbolic.Amount;
import io.modelcounter.symbolic.Bindings;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What a module costs with all that is inside it.
 *
 * @param path names of the module and those around it joined by dots; empty for the whole model
 * @param name last name of the path
 * @param layers number of layers inside
 * @param amounts amount by convention id
 * @param parameters elements of the parameters first used inside
 * @param children modules directly inside, in the order of their first layer
 */
public record ModuleCost(
    String path,
    String name,
    int layers,
    Map<String, Amount> amounts,
    Amount parameters,
    List<ModuleCost> children) {

  /**
   * Makes a module.
   *
   * @param path path joined by dots
   * @param name last name of the path
   * @param layers number of layers inside
   * @param amounts amount by convention id
   * @param parameters elements of the parameters first used inside
   * @param children modules directly inside
   */
  public ModuleCost {
    children = List.copyOf(children);
  }

  /**
   * This module with symbols replaced by values.
   *
   * @param bindings values of symbols
   * @return the bound module
   */
  public ModuleCost bind(Bindings bindings) {
    Map<String, Amount> bound = new TreeMap<>();
    amounts.forEach((id, amount) -> bound.put(id, amount.bind(bindings)));
    return new ModuleCost(
        path,
        name,
        layers,
        bound,
        parameters.bind(bindings),
        children.stream().map(child -> child.bind(bindings)).toList());
  }
}
