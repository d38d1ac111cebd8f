package io.modelcounter.model;

import java.util.Set;

/**
 * A function that the model defines: an operator whose meaning is a graph.
 *
 * @param id identity
 * @param body graph; the types of its inputs and outputs are unknown until it is called
 * @param attributeNames attributes without a default that a call must give
 * @param defaults attributes with their defaults
 */
public record Function(FunctionId id, Graph body, Set<String> attributeNames, Attributes defaults) {

  /**
   * Makes a function.
   *
   * @param id identity
   * @param body graph
   * @param attributeNames attributes without a default
   * @param defaults attributes with their defaults
   */
  public Function {
    attributeNames = Set.copyOf(attributeNames);
  }
}
