package io.modelcounter.core.operator.matrix;

import io.modelcounter.cost.Cost;
import io.modelcounter.cost.InputRole;
import io.modelcounter.model.Shape;
import io.modelcounter.spi.Call;
import io.modelcounter.spi.Inferred;
import io.modelcounter.spi.InvalidNodeException;
import io.modelcounter.spi.support.NamedOperator;
import io.modelcounter.spi.support.OperandType;
import java.util.ArrayList;
import java.util.List;

/**
 * Einsum (ONNX, Einsum): sums of products of any number of operands over the labels that the output
 * does not have.
 *
 * <p>A contraction of two operands takes as many multiply-adds as the sizes of all its labels make
 * together. A single operand is only added up.
 */
final class EinsteinSummation extends NamedOperator {

  EinsteinSummation() {
    super("Einsum");
  }

  @Override
  public List<Inferred> outputs(Call call) {
    return List.of(Inferred.tensor(OperandType.of(call), labels(call).outputShape()));
  }

  @Override
  public List<Inferred> withoutShapes(Call call, String reason) {
    return List.of(Inferred.tensor(OperandType.of(call), Shape.unknownRank(reason)));
  }

  @Override
  public Cost count(Call call) {
    EinsumLabels labels = labels(call);
    if (labels.operands() == 1) {
      return EinsumContraction.ofOne(labels, OperandType.of(call));
    }
    return EinsumContraction.ofSeveral(labels, OperandType.of(call));
  }

  @Override
  public InputRole role(Call call, int input) {
    for (int i = 0; i < call.inputCount(); i++) {
      if (!call.shapeIfKnown(i).hasRank()) {
        return InputRole.OPERAND;
      }
    }
    // without a label to sum over the operands are multiplied element by element
    return labels(call).sumsOver() ? InputRole.PARAMETER : InputRole.OPERAND;
  }

  private static EinsumLabels labels(Call call) {
    String equation =
        call.attributes()
            .text("equation")
            .orElseThrow(() -> new InvalidNodeException("attribute \"equation\" is missing"));
    List<Shape> shapes = new ArrayList<>(call.inputCount());
    for (int i = 0; i < call.inputCount(); i++) {
      shapes.add(call.shape(i));
    }
    return EinsumLabels.of(equation, shapes);
  }
}
