package io.modelcounter.onnx.contrib.elementwise;

import io.modelcounter.cost.Cost;
import io.modelcounter.cost.InputRole;
import io.modelcounter.cost.WorkKind;
import io.modelcounter.model.Shape;
import io.modelcounter.onnx.contrib.Contrib;
import io.modelcounter.spi.Call;
import io.modelcounter.spi.Inferred;
import io.modelcounter.spi.InvalidNodeException;
import io.modelcounter.spi.support.Activations;
import io.modelcounter.spi.support.Dimensions;
import io.modelcounter.spi.support.ElementWork;
import io.modelcounter.spi.support.NamedOperator;
import io.modelcounter.symbolic.Comparison;
import io.modelcounter.symbolic.Size;
import java.util.List;

/**
 * BiasSplitGelu (com.microsoft, BiasSplitGelu): X [N, S, D] and a bias [D] are added and split into
 * two halves, the left of which is multiplied by the Gelu of the right: Y [N, S, D / 2].
 *
 * <p>An element of Y takes two additions of a bias, a Gelu and a multiplication.
 */
final class BiasSplitGelu extends NamedOperator {
  private static final Size HALVES = Size.of(2);
  private static final ElementWork WORK =
      Activations.GELU.and(WorkKind.ADD, 2).and(WorkKind.MULTIPLY, 1);

  BiasSplitGelu() {
    super(Contrib.operator("BiasSplitGelu"));
  }

  @Override
  public List<Inferred> outputs(Call call) {
    Shape input = call.shape(0);
    Shape bias = call.shapeIfKnown(1);
    Shape agreed =
        Dimensions.agreed(
            input, -1, bias, () -> "input is " + input + " with other channels than bias " + bias);
    if (agreed.rank() == 0
        || agreed.dim(-1).mod(HALVES).compare(Size.ZERO) == Comparison.DIFFERENT) {
      throw new InvalidNodeException("input " + agreed + " has no two equal halves");
    }
    Shape output = agreed.withDim(-1, agreed.dim(-1).floorDiv(HALVES));
    return List.of(Inferred.tensor(call.element(0), output));
  }

  @Override
  public Cost count(Call call) {
    return WORK.cost(call.element(0), call.outputShape(0).elements());
  }

  @Override
  public InputRole role(Call call, int input) {
    return input == 1 ? InputRole.PARAMETER : InputRole.CONSTANT;
  }
}
