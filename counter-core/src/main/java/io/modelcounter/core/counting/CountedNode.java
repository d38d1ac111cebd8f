package io.modelcounter.core.counting;

import io.modelcounter.core.inference.TypedGraph;
import io.modelcounter.core.inference.TypedNode;
import io.modelcounter.cost.Cost;
import io.modelcounter.cost.InputRole;
import io.modelcounter.cost.Traffic;
import io.modelcounter.spi.LayerCounter;
import java.util.Optional;

/**
 * A typed node with what its counter says of one execution.
 *
 * @param graph graph that it stands in
 * @param typed the node
 * @param counter the counter; empty for control flow, function calls and what nobody counts
 * @param countedBy id of the counter's plugin, or of the engine; empty if nobody counts it
 * @param cost cost of one execution, without that of its bodies
 * @param traffic bytes that one execution moves, without those of its bodies
 */
public record CountedNode(
    TypedGraph graph,
    TypedNode typed,
    Optional<LayerCounter> counter,
    String countedBy,
    Cost cost,
    Traffic traffic) {

  /**
   * What a stored tensor in a certain place is to this node's operator.
   *
   * @param input position of the input
   * @return the role; {@link InputRole#OPERAND} where nobody knows the operator
   */
  public InputRole role(int input) {
    if (counter.isPresent()) {
      return counter.get().role(typed.call(), input);
    }
    return typed.resolution() == TypedNode.Resolution.UNKNOWN
        ? InputRole.OPERAND
        : InputRole.CONSTANT;
  }
}
