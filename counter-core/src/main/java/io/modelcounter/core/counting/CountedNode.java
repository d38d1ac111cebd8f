package io.modelcounter.core.counting;

import io.modelcounter.core.inference.TypedGraph;
import io.modelcounter.core.inference.TypedNode;
import io.modelcounter.cost.Cost;
import io.modelcounter.cost.InputRole;
import io.modelcounter.cost.Traffic;
import io.modelcounter.symbolic.Amount;
import java.util.List;
import java.util.Optional;

/**
 * A typed node with what its counter says of one execution.
 *
 * @param graph graph that it stands in
 * @param typed the node
 * @param countedBy id of the counter's plugin, or of the engine; empty if nobody counts it
 * @param cost cost of one execution, without that of its bodies
 * @param traffic bytes that one execution moves, without those of its bodies
 * @param scratchBytes bytes of working memory beside inputs and outputs, without those of its
 *     bodies
 * @param uses what a stored tensor in the place of each input is to the operator
 */
public record CountedNode(
    TypedGraph graph,
    TypedNode typed,
    String countedBy,
    Cost cost,
    Traffic traffic,
    Amount scratchBytes,
    List<StoredUse> uses) {

  /**
   * Makes a counted node.
   *
   * @param graph graph that it stands in
   * @param typed the node
   * @param countedBy id of the counter's plugin, or of the engine
   * @param cost cost of one execution
   * @param traffic bytes that one execution moves
   * @param scratchBytes bytes of working memory
   * @param uses what a stored tensor in the place of each input is
   */
  public CountedNode {
    uses = List.copyOf(uses);
  }

  /**
   * What a stored tensor in a certain place is to this node's operator.
   *
   * @param input position of the input
   * @return the role; {@link InputRole#OPERAND} where nobody knows the operator
   */
  public InputRole role(int input) {
    return uses.get(input).role();
  }

  /**
   * Elements that a stored tensor in a certain place stands for to this node's operator.
   *
   * @param input position of the input
   * @return elements of the whole input; empty if they are as many as its type says
   */
  public Optional<Amount> logicalElements(int input) {
    return uses.get(input).logicalElements();
  }
}
