package io.modelcounter.onnx.contrib.matrix;

import io.modelcounter.cost.Cost;
import io.modelcounter.cost.InputRole;
import io.modelcounter.cost.Work;
import io.modelcounter.cost.WorkKind;
import io.modelcounter.model.ElementType;
import io.modelcounter.onnx.contrib.Contrib;
import io.modelcounter.onnx.contrib.FusedActivation;
import io.modelcounter.spi.Call;
import io.modelcounter.spi.Inferred;
import io.modelcounter.spi.support.ElementTypes;
import io.modelcounter.spi.support.GemmOperands;
import io.modelcounter.spi.support.MatrixProduct;
import io.modelcounter.spi.support.NamedOperator;
import io.modelcounter.symbolic.Size;
import java.util.List;

/**
 * GemmFloat8 (ONNX Runtime, contrib operators): Gemm of 8-bit or wider floats with scales, into the
 * type that {@code dtype} names. Without {@code beta} C is left out.
 *
 * <p>The work of Gemm; a multiplication per output element for the scale that those of A and B make
 * and one for the scale of the output; the activation function per output element. All but the
 * products is work in the type of the output, or in float32 if that has 8 bits.
 */
final class GemmFloat8 extends NamedOperator {
  private static final int SUMMAND = 2;
  private static final int LEFT_SCALE = 3;
  private static final int RIGHT_SCALE = 4;
  private static final int OUTPUT_SCALE = 5;
  private static final int BITS_OF_A_BYTE = 8;

  GemmFloat8() {
    super(Contrib.operator("GemmFloat8"));
  }

  @Override
  public List<Inferred> outputs(Call call) {
    return List.of(Inferred.tensor(target(call), new GemmOperands(call, 0, 1).outputShape()));
  }

  @Override
  public Cost count(Call call) {
    GemmOperands operands = new GemmOperands(call, 0, 1);
    MatrixProduct product = operands.product();
    Size sums = product.sums();
    ElementType target = target(call);
    ElementType type = target.bits() <= BITS_OF_A_BYTE ? ElementType.FLOAT32 : target;
    Work work = product.work(call.element(0));
    work =
        work.plus(
            call.attributes().real("beta").orElse(0) == 0
                ? operands.scaling(type, sums)
                : operands.scaledSum(type, sums, SUMMAND));
    if (call.hasInput(LEFT_SCALE) || call.hasInput(RIGHT_SCALE)) {
      work = work.and(WorkKind.MULTIPLY, type, sums);
    }
    if (call.hasInput(OUTPUT_SCALE)) {
      work = work.and(WorkKind.MULTIPLY, type, sums);
    }
    return Cost.of(
        work.plus(FusedActivation.work(call.attributes(), type, sums)), product.formula());
  }

  @Override
  public InputRole role(Call call, int input) {
    return input <= SUMMAND ? InputRole.PARAMETER : InputRole.CONSTANT;
  }

  private static ElementType target(Call call) {
    return ElementTypes.of(call.attributes(), "dtype", ElementType.FLOAT32);
  }
}
