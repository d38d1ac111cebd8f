package io.modelcounter.cli.operators;

import io.modelcounter.onnx.OperatorVersions;
import io.modelcounter.spi.CounterPlugin;
import io.modelcounter.spi.LayerCounter;
import io.modelcounter.spi.OperatorNote;
import io.modelcounter.spi.OperatorRange;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** Lists what plugins count. */
public final class OperatorCatalogue {
  private OperatorCatalogue() {}

  /**
   * Every operator of some plugins, an operator that two plugins count twice.
   *
   * @param plugins the plugins
   * @return the operators of one plugin after the other, each by domain and name; the operators
   *     that the engine counts itself (control flow) stand with the plugin that has notes on them
   */
  public static List<OperatorEntry> of(Collection<? extends CounterPlugin> plugins) {
    List<OperatorEntry> entries = new ArrayList<>();
    plugins.forEach(plugin -> entries.addAll(entries(plugin)));
    return entries;
  }

  private static List<OperatorEntry> entries(CounterPlugin plugin) {
    List<OperatorNote> notes = plugin.notes();
    Map<String, List<OperatorRange>> operators = new TreeMap<>();
    for (LayerCounter counter : plugin.counters()) {
      counter.operators().forEach(range -> add(operators, range));
    }
    notes.forEach(note -> note.operators().forEach(range -> add(operators, range)));
    List<OperatorEntry> entries = new ArrayList<>(operators.size());
    for (List<OperatorRange> ranges : operators.values()) {
      OperatorRange first = ranges.get(0);
      entries.add(
          new OperatorEntry(
              first.domain(), first.name(), versions(ranges), plugin.id(), about(first, notes)));
    }
    return entries;
  }

  private static void add(Map<String, List<OperatorRange>> operators, OperatorRange range) {
    operators
        .computeIfAbsent(range.domain() + ":" + range.name(), operator -> new ArrayList<>())
        .add(range);
  }

  private static List<Integer> versions(List<OperatorRange> ranges) {
    OperatorRange first = ranges.get(0);
    List<Integer> known = OperatorVersions.standard().of(first.domain(), first.name());
    if (!known.isEmpty()) {
      return known;
    }
    Set<Integer> versions = new TreeSet<>();
    ranges.forEach(range -> versions.add(range.firstVersion()));
    return List.copyOf(versions);
  }

  private static List<OperatorNote> about(OperatorRange operator, List<OperatorNote> notes) {
    return notes.stream()
        .filter(
            note ->
                note.operators().stream()
                    .anyMatch(
                        range ->
                            range.domain().equals(operator.domain())
                                && range.name().equals(operator.name())))
        .toList();
  }
}
