package io.modelcounter.core.counting;

import io.modelcounter.analysis.LayerCost;
import io.modelcounter.analysis.ModuleCost;
import io.modelcounter.symbolic.Amount;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Sums layers up by the modules that the exporter recorded. */
public final class ModuleTree {
  /** Deeper modules are summed up in the one at this depth. */
  private static final int MAX_DEPTH = 64;

  private final String path;
  private final String name;
  private final Map<String, ModuleTree> children = new LinkedHashMap<>();
  private final List<LayerCost> own = new ArrayList<>();

  private ModuleTree(String path, String name) {
    this.path = path;
    this.name = name;
  }

  /**
   * Builds the tree.
   *
   * @param layers all layers
   * @param totals amount by convention id of the whole model
   * @param parameters elements of all parameters of the model
   * @return the root; its amounts are the totals
   */
  public static ModuleCost of(
      List<LayerCost> layers, Map<String, Amount> totals, Amount parameters) {
    ModuleTree root = new ModuleTree("", "");
    for (LayerCost layer : layers) {
      root.add(layer, 0);
    }
    ModuleCost summed = root.sum();
    return new ModuleCost(
        "", "", summed.layers(), new TreeMap<>(totals), parameters, summed.children());
  }

  private void add(LayerCost layer, int depth) {
    if (depth == Math.min(layer.scope().size(), MAX_DEPTH)) {
      own.add(layer);
      return;
    }
    String child = layer.scope().get(depth);
    children
        .computeIfAbsent(child, key -> new ModuleTree(path.isEmpty() ? key : path + "." + key, key))
        .add(layer, depth + 1);
  }

  private ModuleCost sum() {
    List<ModuleCost> inner = children.values().stream().map(ModuleTree::sum).toList();
    Map<String, List<Amount>> parts = new TreeMap<>();
    List<Amount> parameters = new ArrayList<>();
    int layers = own.size();
    for (LayerCost layer : own) {
      layer.amounts().forEach((id, amount) -> add(parts, id, amount));
      parameters.add(layer.parameters());
    }
    for (ModuleCost module : inner) {
      module.amounts().forEach((id, amount) -> add(parts, id, amount));
      parameters.add(module.parameters());
      layers += module.layers();
    }
    Map<String, Amount> amounts = new TreeMap<>();
    parts.forEach((id, list) -> amounts.put(id, Amount.sum(list)));
    return new ModuleCost(path, name, layers, amounts, Amount.sum(parameters), inner);
  }

  private static void add(Map<String, List<Amount>> parts, String id, Amount amount) {
    parts.computeIfAbsent(id, key -> new ArrayList<>()).add(amount);
  }
}
