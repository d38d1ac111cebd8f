package io.modelcounter.onnx;

import io.modelcounter.model.AttributeValue;
import io.modelcounter.model.AttributeValue.Kind;
import io.modelcounter.model.Function;
import io.modelcounter.model.Graph;
import io.modelcounter.model.ModelException;
import io.modelcounter.model.Node;
import io.modelcounter.model.OperatorId;
import io.modelcounter.model.ValueInfo;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Checks that every value of a model has one origin: names that stand twice, names that nothing
 * gives, references to attributes that a function does not have.
 */
final class GraphCheck {
  private static final Object NOT_A_NODE = new Object();

  private final Findings findings;

  GraphCheck(Findings findings) {
    this.findings = findings;
  }

  /**
   * The names of a graph.
   *
   * @param names who gives each: a node, or {@link #NOT_A_NODE}
   * @param outer names of the graph around it, or null
   */
  private record Names(Map<String, Object> names, @Nullable Names outer) {
    boolean has(String name) {
      for (Names scope = this; scope != null; scope = scope.outer) {
        if (scope.names.containsKey(name)) {
          return true;
        }
      }
      return false;
    }
  }

  /**
   * Checks a whole model.
   *
   * @param model the model
   * @throws ModelException E0305 to E0308
   */
  void check(ModelProto.Content model) {
    graph("graph", model.graph(), null, null);
    for (Function function : model.functions().values()) {
      graph("function " + function.id(), function.body(), null, function);
    }
  }

  private void graph(String place, Graph graph, @Nullable Names outer, @Nullable Function owner) {
    Names names = new Names(new HashMap<>(), outer);
    for (ValueInfo input : graph.inputs()) {
      if (names.names.put(input.name(), NOT_A_NODE) != null) {
        throw new ModelException("E0305", place, "the input \"" + input.name() + "\" stands twice");
      }
    }
    graph.initializers().keySet().forEach(name -> names.names.put(name, NOT_A_NODE));
    for (Node node : graph.nodes()) {
      outputs(place, node, names);
    }
    shadowing(place, names);
    for (Node node : graph.nodes()) {
      node(place, node, names, owner);
    }
    for (ValueInfo output : graph.outputs()) {
      if (!names.has(output.name())) {
        throw new ModelException(
            "E0306", place, "nothing gives the output \"" + output.name() + "\"");
      }
    }
  }

  private void outputs(String place, Node node, Names names) {
    for (String output : node.outputs()) {
      if (output.isEmpty()) {
        continue;
      }
      Object before = names.names.putIfAbsent(output, node);
      if (before == null) {
        continue;
      }
      if (before instanceof Node first && areConstants(first, node)) {
        findings.warn(
            "W0305",
            place(place, node),
            "the constant \"" + output + "\" stands twice; the last counts");
        continue;
      }
      String other = before instanceof Node first ? text(first) : "an input or initializer";
      throw new ModelException(
          "E0305",
          place(place, node),
          "the value \"" + output + "\" is given by " + other + " as well");
    }
  }

  private void shadowing(String place, Names names) {
    Names outer = names.outer();
    if (outer == null) {
      return;
    }
    for (String name : names.names.keySet()) {
      if (outer.has(name)) {
        findings.warn(
            "W0314", place, "the value \"" + name + "\" hides one of the graph around it");
      }
    }
  }

  private void node(String place, Node node, Names names, @Nullable Function owner) {
    boolean hasGraph = false;
    for (Map.Entry<String, AttributeValue> entry : node.attributes().asMap().entrySet()) {
      AttributeValue value = entry.getValue();
      List<Graph> graphs = graphs(value);
      for (Graph graph : graphs) {
        graph(place(place, node) + "." + entry.getKey(), graph, names, owner);
      }
      hasGraph |= !graphs.isEmpty();
      if (value.kind() == Kind.REFERENCE) {
        reference(place(place, node), (String) value.value(), owner);
      }
    }
    if (node.inputs().isEmpty() && node.outputs().isEmpty() && !hasGraph) {
      throw new ModelException("E0307", place(place, node), "the node has no inputs and outputs");
    }
    for (String input : node.inputs()) {
      if (!input.isEmpty() && !names.has(input)) {
        throw new ModelException(
            "E0306", place(place, node), "nothing gives the input \"" + input + "\"");
      }
    }
  }

  private static void reference(String place, String attribute, @Nullable Function owner) {
    boolean known =
        owner != null
            && (owner.attributeNames().contains(attribute) || owner.defaults().has(attribute));
    if (!known) {
      throw new ModelException(
          "E0308",
          place,
          "an attribute refers to \""
              + attribute
              + "\", which "
              + (owner == null ? "only a function can have" : "the function does not have"));
    }
  }

  private static List<Graph> graphs(AttributeValue value) {
    if (value.value() instanceof Graph graph) {
      return List.of(graph);
    }
    List<Graph> graphs = new ArrayList<>();
    if (value.kind() == Kind.GRAPHS && value.value() instanceof List<?> list) {
      list.forEach(graph -> graphs.add((Graph) graph));
    }
    return graphs;
  }

  /** Tells whether two nodes are constants, of which the last one counts, as in ONNX Runtime. */
  private static boolean areConstants(Node first, Node second) {
    return first.operator().equals(second.operator())
        && first.operator().domain().equals(OperatorId.ONNX)
        && first.operator().name().equals("Constant");
  }

  private static String place(String graph, Node node) {
    return graph + "." + text(node);
  }

  private static String text(Node node) {
    return "node[" + node.index() + "] \"" + node.displayName() + "\"";
  }
}
