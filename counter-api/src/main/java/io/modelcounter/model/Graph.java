package io.modelcounter.model;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A graph of nodes: the main graph of a model, the body of a function, or a graph in an attribute.
 *
 * @param name name in the file; may be empty
 * @param inputs inputs with declared types
 * @param outputs outputs with declared types
 * @param nodes nodes in file order
 * @param initializers stored tensors by name, in file order
 * @param declared types that the file declares for inner values, by name; never trusted, only
 *     compared
 */
public record Graph(
    String name,
    List<ValueInfo> inputs,
    List<ValueInfo> outputs,
    List<Node> nodes,
    Map<String, Constant> initializers,
    Map<String, ValueType> declared) {

  /**
   * Makes a graph.
   *
   * @param name name in the file
   * @param inputs inputs with declared types
   * @param outputs outputs with declared types
   * @param nodes nodes in file order
   * @param initializers stored tensors by name
   * @param declared declared types of inner values by name
   */
  public Graph {
    inputs = List.copyOf(inputs);
    outputs = List.copyOf(outputs);
    nodes = List.copyOf(nodes);
    initializers = Collections.unmodifiableMap(new LinkedHashMap<>(initializers));
    declared = Collections.unmodifiableMap(new LinkedHashMap<>(declared));
  }
}
