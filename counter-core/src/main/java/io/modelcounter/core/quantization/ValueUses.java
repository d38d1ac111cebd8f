package io.modelcounter.core.quantization;

import io.modelcounter.model.AttributeValue;
import io.modelcounter.model.Graph;
import io.modelcounter.model.Node;
import io.modelcounter.model.ValueInfo;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Who makes and who reads the values of a graph. A name that a graph inside it reads counts as
 * read, whether or not the inner graph has a value of its own of that name.
 */
final class ValueUses {
  private final Map<String, Node> producers = new HashMap<>();
  private final Map<String, Node> lastUsers = new HashMap<>();
  private final Map<String, Integer> counts = new HashMap<>();

  ValueUses(List<Node> nodes, List<ValueInfo> outputs) {
    for (Node node : nodes) {
      node.outputs().forEach(output -> producers.put(output, node));
      node.inputs().forEach(input -> lastUsers.put(input, node));
    }
    count(nodes, outputs);
  }

  private void count(List<Node> nodes, List<ValueInfo> outputs) {
    for (Node node : nodes) {
      node.inputs().forEach(this::add);
      for (AttributeValue attribute : node.attributes().asMap().values()) {
        if (attribute.value() instanceof Graph inner) {
          count(inner.nodes(), inner.outputs());
        }
      }
    }
    outputs.forEach(output -> add(output.name()));
  }

  private void add(String value) {
    counts.merge(value, 1, Integer::sum);
  }

  /** The node of the graph that makes a value; empty for inputs, stored tensors, outer values. */
  Optional<Node> producer(String value) {
    return Optional.ofNullable(producers.get(value));
  }

  /** The node of the graph that reads a value, if nothing else does and it reads it once. */
  Optional<Node> onlyUser(String value) {
    return counts.getOrDefault(value, 0) == 1
        ? Optional.ofNullable(lastUsers.get(value))
        : Optional.empty();
  }

  /** How often each value is read; a graph output is a reader too. */
  Map<String, Integer> counts() {
    return new HashMap<>(counts);
  }
}
