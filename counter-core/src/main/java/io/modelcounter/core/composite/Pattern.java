package io.modelcounter.core.composite;

import io.modelcounter.core.inference.TypedNode;
import java.util.Optional;

/** Recognises an operation by one of its nodes, looking at a bounded number of others. */
@FunctionalInterface
interface Pattern {

  /**
   * Looks for the operation.
   *
   * @param node a node of an operator that the pattern is asked about
   * @param links who makes and reads what
   * @return the operation, or empty if it is not there
   */
  Optional<Composite> at(TypedNode node, Links links);
}
