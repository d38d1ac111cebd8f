package io.modelcounter.tck;

import static org.assertj.core.api.Assertions.assertThat;

import io.modelcounter.cost.CountingConvention;
import io.modelcounter.spi.CounterPlugin;
import io.modelcounter.spi.LayerCounter;
import io.modelcounter.spi.OperatorNote;
import io.modelcounter.spi.OperatorRange;
import io.modelcounter.spi.ShapeRule;
import java.util.ArrayList;
import java.util.List;
import java.util.ServiceLoader;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/**
 * Rules about what a {@link CounterPlugin} offers, wherever it comes from. Plugins of others have
 * to keep those of {@link PluginTck} too, which extends this class.
 *
 * <p>Rules that a plugin must keep:
 *
 * <ul>
 *   <li>P1: it is offered through {@link ServiceLoader}: a public class with a public constructor
 *       without parameters, named in {@code META-INF/services}.
 *   <li>P2: asked twice, and in another instance, it offers the same operators and conventions.
 *   <li>P3: no list holds null, and every counter and rule serves at least one operator.
 *   <li>P4: it does not offer two counters, or two shape rules, for one version of an operator, nor
 *       two conventions of one id.
 *   <li>P5: several threads at once get the same offer.
 * </ul>
 *
 * <p>Rules that it should keep; a subclass that has reasons leaves one out:
 *
 * <ul>
 *   <li>P6: what it counts, it has a shape rule for ({@link #infersWhatItCounts}); otherwise all
 *       layers behind such a node are unknown.
 *   <li>P7: its notes are about operators that it counts ({@link #notesWhatItCounts}).
 * </ul>
 */
public abstract class PluginOfferTck {

  /** For subclasses. */
  protected PluginOfferTck() {}

  /**
   * The plugin to test.
   *
   * @return a new instance each time
   */
  protected abstract CounterPlugin plugin();

  /**
   * Tells whether the plugin has a shape rule for every operator that it counts.
   *
   * @return true by default; false leaves P6 out, for a plugin that counts operators of which
   *     ModelCounter or another plugin infers the outputs
   */
  protected boolean infersWhatItCounts() {
    return true;
  }

  /**
   * Tells whether every note is about an operator that the plugin counts.
   *
   * @return true by default; false leaves P7 out
   */
  protected boolean notesWhatItCounts() {
    return true;
  }

  @Test
  @DisplayName("P1 is offered as a service")
  void p1IsOfferedAsAService() {
    Class<?> type = plugin().getClass();
    assertThat(
            ServiceLoader.load(CounterPlugin.class, type.getClassLoader()).stream()
                .map(ServiceLoader.Provider::type))
        .as("providers named in META-INF/services/" + CounterPlugin.class.getName())
        .contains(type.asSubclass(CounterPlugin.class));
  }

  @Test
  @DisplayName("P2 offers the same twice")
  void p2OffersTheSameTwice() {
    CounterPlugin plugin = plugin();
    List<String> first = describe(plugin);
    assertThat(describe(plugin)).as("second answer").isEqualTo(first);
    assertThat(describe(plugin())).as("answer of another instance").isEqualTo(first);
  }

  @Test
  @DisplayName("P3 offers nothing empty")
  void p3OffersNothingEmpty() {
    CounterPlugin plugin = plugin();
    assertThat(plugin.counters())
        .doesNotContainNull()
        .allSatisfy(counter -> assertThat(counter.operators()).isNotEmpty().doesNotContainNull());
    assertThat(plugin.shapeRules())
        .doesNotContainNull()
        .allSatisfy(rule -> assertThat(rule.operators()).isNotEmpty().doesNotContainNull());
    assertThat(plugin.conventions()).doesNotContainNull();
    assertThat(plugin.notes()).doesNotContainNull();
  }

  @Test
  @DisplayName("P4 offers nothing twice")
  void p4OffersNothingTwice() {
    CounterPlugin plugin = plugin();
    requireDistinct("counters", counted(plugin));
    requireDistinct("shape rules", inferred(plugin));
    assertThat(plugin.conventions().stream().map(CountingConvention::id))
        .as("ids of conventions")
        .doesNotHaveDuplicates();
  }

  @Test
  @DisplayName("P5 offers the same in several threads")
  void p5OffersTheSameInSeveralThreads() throws Exception {
    CounterPlugin plugin = plugin();
    Concurrently.requireSameAnswer(() -> describe(plugin));
  }

  @Test
  @DisplayName("P6 has a shape rule for what it counts")
  void p6HasAShapeRuleForWhatItCounts() {
    if (infersWhatItCounts()) {
      List<OperatorRange> inferred = inferred(plugin());
      assertThat(counted(plugin()))
          .as("operators that are counted, of which rules serve " + inferred)
          .allMatch(range -> inferred.stream().anyMatch(range::overlaps));
    }
  }

  @Test
  @DisplayName("P7 has notes about what it counts")
  void p7HasNotesAboutWhatItCounts() {
    if (notesWhatItCounts()) {
      List<OperatorRange> counted = counted(plugin());
      assertThat(plugin().notes().stream().map(OperatorNote::operators).flatMap(List::stream))
          .as("operators of notes, of which are counted " + counted)
          .allMatch(range -> counted.stream().anyMatch(range::overlaps));
    }
  }

  static List<OperatorRange> counted(CounterPlugin plugin) {
    return plugin.counters().stream().map(LayerCounter::operators).flatMap(List::stream).toList();
  }

  static List<OperatorRange> inferred(CounterPlugin plugin) {
    return plugin.shapeRules().stream().map(ShapeRule::operators).flatMap(List::stream).toList();
  }

  private static void requireDistinct(String what, List<OperatorRange> ranges) {
    for (int i = 0; i < ranges.size(); i++) {
      OperatorRange range = ranges.get(i);
      assertThat(ranges.subList(0, i))
          .as(what + " that share versions with " + range)
          .noneMatch(range::overlaps);
    }
  }

  private static List<String> describe(CounterPlugin plugin) {
    List<String> lines = new ArrayList<>();
    lines.add(plugin.id());
    counted(plugin).forEach(range -> lines.add("counts " + range));
    inferred(plugin).forEach(range -> lines.add("infers " + range));
    plugin
        .conventions()
        .forEach(convention -> lines.add(convention.id() + ": " + convention.description()));
    plugin.notes().forEach(note -> lines.add(note.toString()));
    return lines;
  }
}
