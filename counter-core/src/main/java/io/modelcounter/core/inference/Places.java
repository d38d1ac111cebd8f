package io.modelcounter.core.inference;

import io.modelcounter.model.Node;

/** How a message names a node. */
final class Places {
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

  static String of(Node node, String graph) {
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
