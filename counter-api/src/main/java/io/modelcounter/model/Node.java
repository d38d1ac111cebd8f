package io.modelcounter.model;

import java.util.List;
import java.util.Objects;

/**
 * One use of an operator or function in a graph.
 *
 * @param index position in the file order of its graph, from 0
 * @param name name in the file; may be empty or repeated
 * @param operator operator and version
 * @param overload overload of a model-local function, usually empty
 * @param inputs names of the values it reads; an empty text is an absent optional input
 * @param outputs names of the values it writes; an empty text is an output nobody wants
 * @param attributes attributes
 * @param scope module path that the exporter recorded, outermost first; may be empty
 */
public record Node(
    int index,
    String name,
    OperatorId operator,
    String overload,
    List<String> inputs,
    List<String> outputs,
    Attributes attributes,
    List<String> scope) {

  /**
   * Makes a node.
   *
   * @param index position in the file order of its graph, from 0
   * @param name name in the file
   * @param operator operator and version
   * @param overload overload of a model-local function
   * @param inputs names of the values it reads
   * @param outputs names of the values it writes
   * @param attributes attributes
   * @param scope module path, outermost first
   */
  public Node {
    Objects.requireNonNull(operator);
    inputs = List.copyOf(inputs);
    outputs = List.copyOf(outputs);
    scope = List.copyOf(scope);
  }

  /**
   * Name to show: the node's own, or its first output's, or its operator and index.
   *
   * @return a text that is never empty
   */
  public String displayName() {
    if (!name.isEmpty()) {
      return name;
    }
    return outputs.stream()
        .filter(output -> !output.isEmpty())
        .findFirst()
        .orElse(operator.name() + "#" + index);
  }
}
