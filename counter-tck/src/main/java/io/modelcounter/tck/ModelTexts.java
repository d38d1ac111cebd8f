package io.modelcounter.tck;

import io.modelcounter.model.AttributeValue;
import io.modelcounter.model.Graph;
import io.modelcounter.model.Model;
import io.modelcounter.model.Node;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** What a model says, as text, so that two readings of a file can be compared. */
final class ModelTexts {
  private ModelTexts() {}

  static List<String> describe(Model model) {
    List<String> lines = new ArrayList<>();
    lines.add(model.origin() + " " + model.opsets() + " " + model.metadata());
    describe(model.graph(), lines);
    model.functions().values().stream()
        .sorted(Comparator.comparing(function -> function.id().toString()))
        .forEach(
            function -> {
              lines.add("function " + function.id());
              describe(function.body(), lines);
            });
    return lines;
  }

  private static void describe(Graph graph, List<String> lines) {
    lines.add("graph " + graph.name() + " " + graph.inputs() + " -> " + graph.outputs());
    graph
        .initializers()
        .forEach((name, constant) -> lines.add(name + " " + constant.type() + constant.value()));
    for (Node node : graph.nodes()) {
      lines.add(
          node.displayName() + " " + node.operator() + node.inputs() + " -> " + node.outputs());
      node.attributes()
          .asMap()
          .forEach(
              (name, value) -> {
                if (value.kind() == AttributeValue.Kind.GRAPH) {
                  describe(node.attributes().graph(name).orElseThrow(), lines);
                } else {
                  lines.add(name + " = " + value);
                }
              });
    }
  }
}
