package io.modelcounter.spi;

import io.modelcounter.model.ElementType;
import io.modelcounter.model.Shape;
import io.modelcounter.model.TensorType;
import java.util.ArrayList;
import java.util.List;

/**
 * Says which types, and where possible values, the outputs of an operator have.
 *
 * <p>A rule stands beside its counter: an operator without one leaves every later layer unknown.
 */
public interface ShapeRule {

  /**
   * Operators and versions that this rule serves.
   *
   * @return at least one range
   */
  List<OperatorRange> operators();

  /**
   * Infers the outputs.
   *
   * <p>What is not known must stay unknown: a size that the data decide is a {@link
   * Call#freshSize}, a shape of which nothing can be said is {@link Shape#unknownRank}. An element
   * type is nearly always known.
   *
   * @param call the node under one typing of its inputs
   * @return an entry for every output that the operator has or the node names
   * @throws InvalidNodeException if the node contradicts the operator
   * @throws UnknownInputException (from accessors of the call) if a needed input is unknown; the
   *     engine then uses {@link #withoutShapes}
   */
  List<Inferred> outputs(Call call);

  /**
   * What can be said when {@link #outputs} ran into something unknown; by default outputs of
   * unknown rank with the element type of the first input.
   *
   * @param call the node under one typing of its inputs
   * @param reason what is not known and why
   * @return an entry for every output that the node names
   */
  default List<Inferred> withoutShapes(Call call, String reason) {
    ElementType element =
        call.hasInput(0) && call.type(0) instanceof TensorType tensor
            ? tensor.element()
            : ElementType.UNKNOWN;
    List<Inferred> outputs = new ArrayList<>();
    for (int i = 0; i < call.outputCount(); i++) {
      outputs.add(Inferred.tensor(element, Shape.unknownRank(reason)));
    }
    return outputs;
  }
}
