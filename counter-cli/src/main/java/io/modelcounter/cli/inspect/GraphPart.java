package io.modelcounter.cli.inspect;

import io.modelcounter.model.AttributeValue;
import io.modelcounter.model.Function;
import io.modelcounter.model.Graph;
import io.modelcounter.model.Model;
import io.modelcounter.model.Node;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * A graph of a model: the main one, one in an attribute of a node, or the body of a function.
 *
 * @param place how it is called: {@code main}, or the names of nodes and attributes that lead to it
 * @param graph the graph
 */
record GraphPart(String place, Graph graph) {

  /** All graphs of a model, the main one first, those of functions last. */
  static List<GraphPart> all(Model model) {
    List<GraphPart> parts = new ArrayList<>();
    parts.add(new GraphPart("main", model.graph()));
    model.functions().values().stream()
        .sorted(Comparator.comparing(GraphPart::name))
        .forEach(
            function -> parts.add(new GraphPart("function " + name(function), function.body())));
    for (int i = 0; i < parts.size(); i++) {
      GraphPart part = parts.get(i);
      int next = i + 1;
      for (Node node : part.graph.nodes()) {
        for (GraphPart inner : part.inside(node)) {
          parts.add(next++, inner);
        }
      }
    }
    return parts;
  }

  /** Domain, name and overload of a function. */
  static String name(Function function) {
    String overload = function.id().overload();
    return function.id().domain()
        + ":"
        + function.id().name()
        + (overload.isEmpty() ? "" : ":" + overload);
  }

  private List<GraphPart> inside(Node node) {
    List<GraphPart> inside = new ArrayList<>();
    node.attributes()
        .asMap()
        .forEach(
            (attribute, value) -> {
              String path = place + "/" + node.displayName() + "/" + attribute;
              if (value.kind() == AttributeValue.Kind.GRAPH) {
                inside.add(new GraphPart(path, (Graph) value.value()));
              } else if (value.kind() == AttributeValue.Kind.GRAPHS) {
                List<?> graphs = (List<?>) value.value();
                for (int i = 0; i < graphs.size(); i++) {
                  inside.add(new GraphPart(path + "/" + i, (Graph) graphs.get(i)));
                }
              }
            });
    return inside;
  }
}
