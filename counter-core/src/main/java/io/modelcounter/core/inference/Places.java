package io.modelcounter.core.inference;

import io.modelcounter.model.Node;

/** How a message names a node. */
public final class Places {
  private Places() {}

  static String of(Node node) {
    return "node \""
        + node.displayName()
        + "\" ("
        + node.operator().name()
        + ", #"
        + node.index()
        + ")";
  }

  /**
   * The place of a node.
   *
   * @param node the node
   * @param graph path of the graph that it stands in
   * @return for example {@code node "conv_7" (Conv, main #41)}
   */
  public static String of(Node node, String graph) {
    return "node \""
        + node.displayName()
        + "\" ("
        + node.operator().name()
        + ", "
        + graph
        + " #"
        + node.index()
        + ")";
  }
}
