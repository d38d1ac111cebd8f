package io.modelcounter.core.inference;

import io.modelcounter.symbolic.Amount;
import io.modelcounter.symbolic.Size;

/**
 * A graph that a node executes.
 *
 * @param graph the graph under one typing
 * @param executions how often it is executed when its node is; ignored among alternatives
 * @param isAlternative whether exactly one of the node's bodies is executed, and which one is not
 *     known
 */
public record Body(TypedGraph graph, Amount executions, boolean isAlternative) {

  static Body times(TypedGraph graph, Amount executions) {
    return new Body(graph, executions, false);
  }

  static Body alternative(TypedGraph graph, String reason) {
    return new Body(graph, Amount.between(Size.ZERO, Size.ONE, reason), true);
  }
}
