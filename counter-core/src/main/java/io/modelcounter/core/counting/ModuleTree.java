package io.modelcounter.core.counting;

import io.modelcounter.analysis.LayerCost;
import io.modelcounter.analysis.ModuleCost;
import io.modelcounter.symbolic.Amount;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Sums layers up by the modules that the exporter recorded. */
public final class ModuleTree {
  /** Deeper modules are summed up in the one at this depth. */
  private static final int MAX_DEPTH = 64;

  /** Sums up layers of which some stand in alternatives, which must not simply be added. */
  @FunctionalInterface
  public interface AlternativeSum {

    /**
     * Sums up some layers.
     *
     * @param convention id of the convention
     * @param inside indices of the layers
     * @return the amount
     */
    Amount of(String convention, BitSet inside);
  }

  private final String path;
  private final String name;
  private final AlternativeSum alternativeSum;
  private final Map<String, ModuleTree> children = new LinkedHashMap<>();
  private final List<LayerCost> own = new ArrayList<>();

  private ModuleTree(String path, String name, AlternativeSum alternativeSum) {
    this.path = path;
    this.name = name;
    this.alternativeSum = alternativeSum;
  }

  /**
   * Builds the tree.
   *
   * @param layers all layers
   * @param alternativeSum sums up layers of which some may not be executed
   * @param totals amount by convention id of the whole model
   * @param parameters elements of all parameters of the model
   * @return the root; its amounts are the totals
   */
  public static ModuleCost of(
      List<LayerCost> layers,
      AlternativeSum alternativeSum,
      Map<String, Amount> totals,
      Amount parameters) {
    ModuleTree root = new ModuleTree("", "", alternativeSum);
    for (LayerCost layer : layers) {
      root.add(layer, 0);
    }
    List<ModuleCost> modules =
        root.children.values().stream().map(child -> child.sum(new BitSet())).toList();
    return new ModuleCost("", "", layers.size(), new TreeMap<>(totals), parameters, modules);
  }

  private void add(LayerCost layer, int depth) {
    if (depth == Math.min(layer.scope().size(), MAX_DEPTH)) {
      own.add(layer);
      return;
    }
    String child = layer.scope().get(depth);
    children
        .computeIfAbsent(
            child,
            key -> new ModuleTree(path.isEmpty() ? key : path + "." + key, key, alternativeSum))
        .add(layer, depth + 1);
  }

  /** Sums this module up and adds the indices of its layers to those of the module around it. */
  private ModuleCost sum(BitSet around) {
    BitSet inside = new BitSet();
    List<ModuleCost> inner = children.values().stream().map(child -> child.sum(inside)).toList();
    boolean certain =
        own.stream().allMatch(layer -> layer.isIgnored() || layer.multiplicity().isExact());
    Map<String, List<Amount>> parts = new TreeMap<>();
    List<Amount> parameters = new ArrayList<>();
    for (LayerCost layer : own) {
      inside.set(layer.index());
      boolean counts = !layer.isIgnored();
      layer.amounts().forEach((id, amount) -> add(parts, id, counts ? amount : Amount.zero()));
      parameters.add(counts ? layer.parameters() : Amount.zero());
    }
    for (ModuleCost module : inner) {
      module.amounts().forEach((id, amount) -> add(parts, id, amount));
      certain &= module.amounts().values().stream().allMatch(Amount::isExact);
      parameters.add(module.parameters());
    }
    around.or(inside);
    Map<String, Amount> amounts = new TreeMap<>();
    for (Map.Entry<String, List<Amount>> part : parts.entrySet()) {
      amounts.put(
          part.getKey(),
          certain
              ? Amount.unlessTooComplex(() -> Amount.sum(part.getValue()))
              : alternativeSum.of(part.getKey(), inside));
    }
    return new ModuleCost(path, name, inside.cardinality(), amounts, Amount.sum(parameters), inner);
  }

  private static void add(Map<String, List<Amount>> parts, String id, Amount amount) {
    parts.computeIfAbsent(id, key -> new ArrayList<>()).add(amount);
  }
}
