package io.modelcounter.core.inference;

import io.modelcounter.model.AttributeValue;
import io.modelcounter.model.Graph;
import io.modelcounter.model.Node;
import io.modelcounter.model.ValueInfo;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Names that the graphs in a node's attributes take from the graphs around them. */
public final class Captures {
  private Captures() {}

  /**
   * Names that a node's graphs take from outside.
   *
   * @param node a node
   * @return the names; empty for a node without graphs in its attributes
   */
  public static Set<String> of(Node node) {
    Set<String> captured = new LinkedHashSet<>();
    for (AttributeValue attribute : node.attributes().asMap().values()) {
      if (attribute.value() instanceof Graph graph) {
        collect(graph, captured);
      } else if (attribute.kind() == AttributeValue.Kind.GRAPHS
          && attribute.value() instanceof List<?> graphs) {
        graphs.forEach(graph -> collect((Graph) graph, captured));
      }
    }
    return captured;
  }

  private static void collect(Graph graph, Set<String> captured) {
    Set<String> own = new HashSet<>(graph.initializers().keySet());
    graph.inputs().forEach(input -> own.add(input.name()));
    graph.nodes().forEach(node -> own.addAll(node.outputs()));
    for (Node node : graph.nodes()) {
      addForeign(node.inputs(), own, captured);
      addForeign(of(node), own, captured);
    }
    addForeign(graph.outputs().stream().map(ValueInfo::name).toList(), own, captured);
  }

  private static void addForeign(Iterable<String> names, Set<String> own, Set<String> captured) {
    for (String name : names) {
      if (!name.isEmpty() && !own.contains(name)) {
        captured.add(name);
      }
    }
  }
}
