package io.modelcounter.core;

import io.modelcounter.analysis.LayerCost;
import io.modelcounter.model.OperatorId;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * Says which layers are meant.
 *
 * <ul>
 *   <li>{@code name:/stage4/**}, or without a key, is about the name of the node, whose parts are
 *       separated by slashes;
 *   <li>{@code op:Softmax} and {@code op:com.microsoft:*} are about the operator; without a domain
 *       it is one of any domain;
 *   <li>{@code scope:encoder.layer.*} is about the module, whose parts are separated by dots;
 *       layers of modules inside it are meant too;
 *   <li>{@code graph:main/loop_3/**} is about the graph that the node stands in.
 * </ul>
 *
 * All take the signs of a {@link Glob}.
 */
public final class LayerPattern {

  /** What a pattern is about. */
  private enum Key {
    NAME,
    OP,
    SCOPE,
    GRAPH;

    String text() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  private final String text;
  private final Key key;
  private final Glob glob;

  private LayerPattern(String text, Key key, Glob glob) {
    this.text = text;
    this.key = key;
    this.glob = glob;
  }

  /**
   * Reads a pattern.
   *
   * @param text the pattern, with or without a key before a colon
   * @return the pattern
   * @throws IllegalArgumentException if it is empty
   */
  public static LayerPattern parse(String text) {
    for (Key key : Key.values()) {
      String prefix = key.text() + ":";
      if (text.startsWith(prefix)) {
        return of(text, key, text.substring(prefix.length()));
      }
    }
    return of(text, Key.NAME, text);
  }

  private static LayerPattern of(String text, Key key, String glob) {
    if (glob.isEmpty()) {
      throw new IllegalArgumentException(
          "\""
              + text
              + "\" names no layer; it may begin with "
              + Arrays.stream(Key.values())
                  .map(known -> known.text() + ":")
                  .collect(Collectors.joining(", ")));
    }
    // The parts of an operator are its domain, which may have dots, and its name.
    char separator = key == Key.SCOPE ? '.' : key == Key.OP ? ':' : '/';
    return new LayerPattern(text, key, Glob.of(glob, separator));
  }

  /**
   * Tells whether a layer is meant.
   *
   * @param layer the layer
   * @return true if it is of this pattern
   */
  public boolean matches(LayerCost layer) {
    return matches(layer.name(), layer.scope(), layer.operator(), layer.graph());
  }

  /**
   * Tells whether a layer is meant.
   *
   * @param name name of the node
   * @param scope module path, outermost first
   * @param operator its operator
   * @param graph path of its graph
   * @return true if it is of this pattern
   */
  public boolean matches(String name, List<String> scope, OperatorId operator, String graph) {
    return switch (key) {
      case NAME -> glob.matches(name);
      case OP -> glob.matches(operator.name()) || glob.matches(operator.text());
      case SCOPE -> isWithin(scope);
      case GRAPH -> glob.matches(graph);
    };
  }

  private boolean isWithin(List<String> scope) {
    StringBuilder path = new StringBuilder();
    for (String part : scope) {
      path.append(path.isEmpty() ? "" : ".").append(part);
      if (glob.matches(path.toString())) {
        return true;
      }
    }
    return false;
  }

  /** The text that it was read from. */
  @Override
  public String toString() {
    return text;
  }
}
