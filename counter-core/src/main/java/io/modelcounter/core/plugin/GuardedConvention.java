package io.modelcounter.core.plugin;

import io.modelcounter.cost.CountingConvention;
import io.modelcounter.cost.LayerView;
import io.modelcounter.cost.ModelView;
import io.modelcounter.cost.NamedAmount;
import io.modelcounter.symbolic.Amount;
import java.util.List;

/** A convention of others, run so that a failure names its plugin. */
record GuardedConvention(CountingConvention convention, String plugin, PluginGuard guard)
    implements CountingConvention {
  @Override
  public String id() {
    return convention.id();
  }

  @Override
  public String description() {
    return guard.call(plugin, place(), convention::description, reason -> reason);
  }

  @Override
  public boolean countsOperations() {
    return guard.call(plugin, place(), convention::countsOperations, reason -> true);
  }

  @Override
  public Amount count(LayerView layer) {
    String place = place() + ", a layer of " + layer.operator().text();
    return guard.call(plugin, place, () -> convention.count(layer), Amount::unknown);
  }

  @Override
  public Amount total(ModelView model) {
    return guard.call(
        plugin, place() + ", the total", () -> convention.total(model), Amount::unknown);
  }

  @Override
  public List<NamedAmount> terms(LayerView layer) {
    String place = place() + ", the parts of a layer of " + layer.operator().text();
    return guard.call(plugin, place, () -> convention.terms(layer), GuardedConvention::unknown);
  }

  @Override
  public List<NamedAmount> totalTerms(ModelView model) {
    String place = place() + ", the parts of the total";
    return guard.call(
        plugin, place, () -> convention.totalTerms(model), GuardedConvention::unknown);
  }

  @Override
  public List<String> notes(ModelView model) {
    return guard.call(plugin, place() + ", the notes", () -> convention.notes(model), List::of);
  }

  private static List<NamedAmount> unknown(String reason) {
    return List.of(new NamedAmount(NamedAmount.OTHER, Amount.unknown(reason)));
  }

  private String place() {
    return "convention \"" + convention.id() + "\"";
  }
}
