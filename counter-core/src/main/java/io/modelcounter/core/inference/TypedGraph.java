package io.modelcounter.core.inference;

import io.modelcounter.model.Graph;
import java.util.List;
import java.util.Map;

/** A graph under one typing of its inputs. Two of them are the same only if they are one object. */
public final class TypedGraph {
  private final Graph graph;
  private final String path;
  private final List<TypedNode> nodes;
  private final List<TypedValue> outputs;
  private final Map<String, TypedValue> values;
  private final List<StoredSource> sources;

  TypedGraph(
      Graph graph,
      String path,
      List<TypedNode> nodes,
      List<TypedValue> outputs,
      Map<String, TypedValue> values,
      List<StoredSource> sources) {
    this.graph = graph;
    this.path = path;
    this.nodes = List.copyOf(nodes);
    this.outputs = List.copyOf(outputs);
    this.values = values;
    this.sources = List.copyOf(sources);
  }

  /**
   * The graph as the file says it.
   *
   * @return the graph
   */
  public Graph graph() {
    return graph;
  }

  /**
   * Where it stands.
   *
   * @return {@code main}, or a path such as {@code main/loop_3/body}
   */
  public String path() {
    return path;
  }

  /**
   * The nodes in an order in which they can be executed: that of the file where it is one.
   *
   * @return the nodes
   */
  public List<TypedNode> nodes() {
    return nodes;
  }

  /**
   * The outputs.
   *
   * @return the values in order
   */
  public List<TypedValue> outputs() {
    return outputs;
  }

  /**
   * All values of this graph itself.
   *
   * @return value by name; without those of outer graphs
   */
  public Map<String, TypedValue> values() {
    return values;
  }

  /**
   * Tensors stored in this graph itself.
   *
   * @return initializers, then constants in execution order
   */
  public List<StoredSource> sources() {
    return sources;
  }
}
