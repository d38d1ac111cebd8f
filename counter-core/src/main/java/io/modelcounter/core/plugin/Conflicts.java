package io.modelcounter.core.plugin;

import io.modelcounter.core.PluginException;
import io.modelcounter.spi.OperatorRange;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;

/** What two plugins both offer, gathered so that there is one message for two plugins. */
final class Conflicts {
  private static final int SHOWN = 3;

  private final Map<String, Pair> operators = new LinkedHashMap<>();
  private final Map<String, Pair> conventions = new LinkedHashMap<>();

  /** Two plugins, and the names of what both offer. */
  private record Pair(
      PluginOffer first, PluginOffer second, boolean arePreferred, Set<String> names) {
    static Pair of(PluginOffer first, PluginOffer second, boolean arePreferred) {
      return new Pair(first, second, arePreferred, new TreeSet<>());
    }

    String ids() {
      return first.info().id() + " " + second.info().id();
    }
  }

  /**
   * A conflict.
   *
   * @param plugins ids of the plugins that must not stay as they are
   * @param problem the message
   */
  record Conflict(Set<String> plugins, PluginException problem) {}

  void addOperator(
      PluginOffer first, PluginOffer second, OperatorRange range, boolean arePreferred) {
    add(operators, Pair.of(first, second, arePreferred), range.domain() + ":" + range.name());
  }

  void addConvention(PluginOffer first, PluginOffer second, String id) {
    add(conventions, Pair.of(first, second, false), id);
  }

  private static void add(Map<String, Pair> pairs, Pair pair, String name) {
    pairs.computeIfAbsent(pair.ids(), ids -> pair).names().add(name);
  }

  void forEach(Consumer<Conflict> found) {
    for (Pair pair : operators.values()) {
      boolean isOverride = pair.first().isBuiltIn() != pair.second().isBuiltIn();
      found.accept(isOverride ? override(pair) : both(pair));
    }
    conventions.values().forEach(pair -> found.accept(sameConvention(pair)));
  }

  private static Conflict both(Pair pair) {
    String first = pair.first().info().id();
    String second = pair.second().info().id();
    return conflict(
        PluginCodes.CONFLICT,
        pair,
        (pair.arePreferred() ? "two preferred plugins serve " : "two plugins serve ")
            + list(pair.names())
            + ": "
            + pair.first().name()
            + " and "
            + pair.second().name(),
        pair.arePreferred()
            ? "prefer one of them only"
            : "choose one with --prefer " + first + " or --prefer " + second + ", or remove one");
  }

  private static Conflict override(Pair pair) {
    PluginOffer outside = pair.first().isBuiltIn() ? pair.second() : pair.first();
    PluginOffer builtIn = pair.first().isBuiltIn() ? pair.first() : pair.second();
    return new Conflict(
        Set.of(outside.info().id()),
        new PluginException(
            PluginCodes.OVERRIDE,
            outside.info().origin().place(),
            "plugin "
                + outside.info().id()
                + " serves "
                + list(pair.names())
                + ", which "
                + builtIn.name()
                + " serves already",
            "to let it come first: --prefer " + outside.info().id()));
  }

  private static Conflict sameConvention(Pair pair) {
    return conflict(
        PluginCodes.CONFLICT,
        pair,
        "two plugins have a convention "
            + list(pair.names())
            + ": "
            + pair.first().name()
            + " and "
            + pair.second().name(),
        "give the convention another id, or remove one of the plugins");
  }

  private static Conflict conflict(String code, Pair pair, String reason, String hint) {
    return new Conflict(
        Set.of(pair.first().info().id(), pair.second().info().id()),
        new PluginException(code, "", reason, hint));
  }

  private static String list(Set<String> names) {
    List<String> shown = names.stream().limit(SHOWN).toList();
    int more = names.size() - shown.size();
    return String.join(", ", shown) + (more > 0 ? " and " + more + " more" : "");
  }
}
