package io.modelcounter.core.inference;

import io.modelcounter.model.Node;
import io.modelcounter.spi.Call;
import java.util.List;

/**
 * A node with the types of everything around it.
 *
 * @param node the node
 * @param call the call, with the types of its outputs
 * @param inputs the inputs in order; an absent one is an unknown value without sources
 * @param resolution what stands behind the operator
 * @param bodies the graphs that it executes; empty for a plain operator
 */
public record TypedNode(
    Node node, Call call, List<TypedValue> inputs, Resolution resolution, List<Body> bodies) {

  /** What stands behind an operator. */
  public enum Resolution {
    /** A shape rule of a plugin. */
    OPERATOR,
    /** A function of the model. */
    FUNCTION,
    /** Branch or loop. */
    CONTROL_FLOW,
    /** Nothing: no plugin and no function knows it. */
    UNKNOWN
  }

  /**
   * Makes a typed node.
   *
   * @param node the node
   * @param call the call
   * @param inputs the inputs in order
   * @param resolution what stands behind the operator
   * @param bodies the graphs that it executes
   */
  public TypedNode {
    inputs = List.copyOf(inputs);
    bodies = List.copyOf(bodies);
  }
}
