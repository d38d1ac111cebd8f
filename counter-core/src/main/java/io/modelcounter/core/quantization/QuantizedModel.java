package io.modelcounter.core.quantization;

import io.modelcounter.model.AttributeValue;
import io.modelcounter.model.Attributes;
import io.modelcounter.model.Function;
import io.modelcounter.model.FunctionId;
import io.modelcounter.model.Graph;
import io.modelcounter.model.Model;
import io.modelcounter.model.Node;
import io.modelcounter.model.OperatorId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * A model in which operators between DequantizeLinear and QuantizeLinear are replaced by those that
 * work on quantized tensors.
 */
public final class QuantizedModel {
  private final Predicate<OperatorId> isCounted;
  private int operators;

  private QuantizedModel(Predicate<OperatorId> isCounted) {
    this.isCounted = isCounted;
  }

  /**
   * The model and how many operators were replaced.
   *
   * @param model the model with the replacements
   * @param operators number of operators that compute on quantized tensors instead of floats
   */
  public record Result(Model model, int operators) {}

  /**
   * Replaces what can be replaced, in the main graph, in bodies and in functions.
   *
   * @param model the model as written
   * @param isCounted tells of an operator whether a plugin infers and counts it
   * @return the new model, or empty if no operator was replaced
   */
  public static Optional<Result> of(Model model, Predicate<OperatorId> isCounted) {
    QuantizedModel fusion = new QuantizedModel(isCounted);
    Graph graph = fusion.graph(model.graph());
    Map<FunctionId, Function> functions = new LinkedHashMap<>();
    model
        .functions()
        .forEach(
            (id, function) ->
                functions.put(
                    id,
                    new Function(
                        id,
                        fusion.graph(function.body()),
                        function.attributeNames(),
                        function.defaults())));
    return fusion.operators == 0
        ? Optional.empty()
        : Optional.of(
            new Result(
                new Model(
                    model.origin(),
                    model.producer(),
                    model.formatVersion(),
                    model.opsets(),
                    graph,
                    functions,
                    model.metadata()),
                fusion.operators));
  }

  private Graph graph(Graph graph) {
    List<Node> nodes = new ArrayList<>(graph.nodes().size());
    fused(graph).forEach(node -> nodes.add(withBodies(node)));
    return new Graph(
        graph.name(),
        graph.inputs(),
        graph.outputs(),
        nodes,
        graph.initializers(),
        graph.declared());
  }

  private List<Node> fused(Graph graph) {
    if (graph.nodes().stream().noneMatch(node -> Quantized.writtenBy(node).isPresent())) {
      return graph.nodes();
    }
    GraphFusion fusion = new GraphFusion(graph, isCounted);
    List<Node> nodes = fusion.nodes();
    operators += fusion.operators();
    return nodes;
  }

  private Node withBodies(Node node) {
    Map<String, AttributeValue> all = node.attributes().asMap();
    if (all.values().stream().noneMatch(attribute -> attribute.value() instanceof Graph)) {
      return node;
    }
    Map<String, AttributeValue> attributes = new LinkedHashMap<>(all);
    attributes.replaceAll(
        (name, attribute) ->
            attribute.value() instanceof Graph body ? AttributeValue.of(graph(body)) : attribute);
    return new Node(
        node.index(),
        node.name(),
        node.operator(),
        node.overload(),
        node.inputs(),
        node.outputs(),
        Attributes.of(attributes),
        node.scope());
  }
}
