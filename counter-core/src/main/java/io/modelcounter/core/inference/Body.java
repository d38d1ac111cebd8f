package io.modelcounter.core.inference;

import io.modelcounter.symbolic.Amount;
import io.modelcounter.symbolic.Size;

/**
 * A graph that a node executes.
 *
 * @param graph the graph under one typing
 * @param executions how often it is executed when its node is
 * @param kind how it belongs to its node
 */
public record Body(TypedGraph graph, Amount executions, Kind kind) {

  /** How a graph belongs to the node that executes it. */
  public enum Kind {
    /**
     * Executed once; its outputs are those of the node: a function, or the branch that is taken.
     */
    ONCE,
    /** One of several, of which exactly one is executed; its outputs are those of the node. */
    ALTERNATIVE,
    /** Executed any number of times; its outputs are handed on or collected. */
    REPEATED
  }

  static Body once(TypedGraph graph) {
    return new Body(graph, Amount.exact(Size.ONE), Kind.ONCE);
  }

  static Body alternative(TypedGraph graph, String reason) {
    return new Body(graph, Amount.between(Size.ZERO, Size.ONE, reason), Kind.ALTERNATIVE);
  }

  static Body repeated(TypedGraph graph, Amount executions) {
    return new Body(graph, executions, Kind.REPEATED);
  }

  /**
   * Tells whether exactly one of the node's bodies is executed, and which one is not known.
   *
   * @return true for an alternative
   */
  public boolean isAlternative() {
    return kind == Kind.ALTERNATIVE;
  }
}
