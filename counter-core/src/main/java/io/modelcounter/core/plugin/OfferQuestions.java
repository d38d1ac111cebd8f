package io.modelcounter.core.plugin;

import io.modelcounter.core.PluginException;
import io.modelcounter.core.PluginInfo;
import io.modelcounter.core.PluginOrigin;
import io.modelcounter.core.plugin.PluginOffer.Served;
import io.modelcounter.cost.CountingConvention;
import io.modelcounter.model.OperatorId;
import io.modelcounter.spi.CounterPlugin;
import io.modelcounter.spi.LayerCounter;
import io.modelcounter.spi.OperatorRange;
import io.modelcounter.spi.ShapeRule;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.regex.Pattern;

/**
 * Asks one plugin for everything that it offers, and checks the answers.
 *
 * @param plugin the plugin
 * @param origin where it comes from
 */
record OfferQuestions(CounterPlugin plugin, PluginOrigin origin) {
  private static final Comparator<OperatorRange> ORDER =
      Comparator.comparing(OperatorRange::domain)
          .thenComparing(OperatorRange::name)
          .thenComparing(OperatorRange::firstVersion);

  private static final Pattern CONVENTION_ID = Pattern.compile("[a-z0-9][a-z0-9-]{0,63}");

  /** Operators of the standard set that run graphs, which no counter is ever asked about. */
  private static final Set<String> RUN_BY_ENGINE = Set.of("If", "Loop", "Scan", "SequenceMap");

  PluginOffer ask(String id, Map<String, String> details, Set<String> domains) {
    List<Served<LayerCounter>> counters = new ArrayList<>();
    for (LayerCounter counter : list("counters()", plugin::counters)) {
      addTo(counters, counter, LayerCounter::operators, domains, "counter");
    }
    if (!origin.isBuiltIn()) {
      counters.replaceAll(
          served -> new Served<>(new CheckedCounter(served.what()), served.range()));
    }
    List<Served<ShapeRule>> rules = new ArrayList<>();
    for (ShapeRule rule : list("shapeRules()", plugin::shapeRules)) {
      addTo(rules, rule, ShapeRule::operators, domains, "shape rule");
    }
    List<CountingConvention> conventions = list("conventions()", plugin::conventions);
    PluginInfo info =
        new PluginInfo(
            plugin,
            id,
            origin,
            details,
            sorted(counters),
            sorted(rules),
            conventions.stream().map(this::conventionId).sorted().toList());
    return new PluginOffer(info, counters, rules, conventions);
  }

  String id() {
    return answer("id()", plugin::id);
  }

  private <T> void addTo(
      List<Served<T>> served,
      T what,
      Function<T, List<OperatorRange>> operators,
      Set<String> domains,
      String kind) {
    List<OperatorRange> ranges = list("operators()", () -> operators.apply(what));
    if (ranges.isEmpty()) {
      throw wrong(
          "its " + kind + " " + what.getClass().getName() + " serves no operator",
          "name at least one in operators()");
    }
    for (OperatorRange range : ranges) {
      requireDomain(range, domains);
      requireCounted(range, kind);
      for (Served<T> earlier : served) {
        if (earlier.range().overlaps(range)) {
          throw wrong("it offers two " + kind + "s for " + text(range), "leave one of them out");
        }
      }
      served.add(new Served<>(what, range));
    }
  }

  private void requireDomain(OperatorRange range, Set<String> domains) {
    if (!domains.isEmpty() && !domains.contains(range.domain())) {
      throw wrong(
          "it serves "
              + text(range)
              + ", but its descriptor names the domains "
              + String.join(", ", domains),
          "add the domain to the descriptor");
    }
  }

  private void requireCounted(OperatorRange range, String kind) {
    if (range.domain().equals(OperatorId.ONNX) && RUN_BY_ENGINE.contains(range.name())) {
      throw wrong(
          "it offers a " + kind + " for " + text(range) + ", which nobody would ask",
          "leave it out: the engine runs the graphs of " + range.name() + " itself");
    }
  }

  private String conventionId(CountingConvention convention) {
    String id = answer("id() of a convention", convention::id);
    if (!CONVENTION_ID.matcher(id).matches()) {
      throw wrong(
          "it has a convention named \"" + id + "\"",
          "an id is made of lower-case letters, digits and hyphens");
    }
    return id;
  }

  private <T> List<T> list(String method, Supplier<List<T>> question) {
    List<T> answer = answer(method, question);
    try {
      return List.copyOf(answer);
    } catch (NullPointerException hole) {
      throw wrong("the list that " + method + " returns holds null", "leave it out");
    }
  }

  private <T> T answer(String method, Supplier<T> question) {
    T answer;
    try {
      answer = question.get();
    } catch (RuntimeException | LinkageError | StackOverflowError failure) {
      throw new PluginException(
          PluginCodes.CONSTRUCTION,
          origin.place(),
          method + " failed: " + failure,
          Providers.hint(failure),
          failure);
    }
    if (answer == null) {
      throw wrong(method + " returns null", "return an empty list, or a text");
    }
    return answer;
  }

  PluginException wrong(String reason, String hint) {
    return new PluginException(PluginCodes.OFFER, origin.place(), reason, hint);
  }

  private static <T> List<OperatorRange> sorted(List<Served<T>> served) {
    return served.stream().map(Served::range).sorted(ORDER).toList();
  }

  private static String text(OperatorRange range) {
    return range.domain() + ":" + range.name();
  }
}
