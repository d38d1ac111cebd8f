package io.modelcounter.onnx.contrib.elementwise;

import io.modelcounter.cost.Cost;
import io.modelcounter.cost.InputRole;
import io.modelcounter.cost.Traffic;
import io.modelcounter.cost.WorkKind;
import io.modelcounter.model.ElementType;
import io.modelcounter.model.Shape;
import io.modelcounter.onnx.contrib.Contrib;
import io.modelcounter.spi.Call;
import io.modelcounter.spi.Inferred;
import io.modelcounter.spi.support.DropoutWork;
import io.modelcounter.spi.support.ElementWork;
import io.modelcounter.spi.support.NamedOperator;
import io.modelcounter.symbolic.Size;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * BiasDropout, BitmaskDropout and BitmaskBiasDropout (com.microsoft): {@code dropout(data + bias) +
 * residual}, where bias and residual belong to the variants with a bias only, and a mask.
 *
 * <p>One addition an element for the bias and for the residual if there is one; in training a
 * comparison and two multiplications more. A bit mask packs 32 elements into a number.
 */
final class FusedDropout extends NamedOperator {
  private static final int BIAS = 1;
  private static final int RESIDUAL = 2;
  private static final Size BITS = Size.of(32);

  private final boolean biased;
  private final boolean packed;

  /**
   * Serves one operator.
   *
   * @param name name of the operator
   * @param biased whether it has the inputs bias and residual
   * @param packed whether its mask is packed into numbers
   */
  FusedDropout(String name, boolean biased, boolean packed) {
    super(Contrib.operator(name));
    this.biased = biased;
    this.packed = packed;
  }

  @Override
  public List<Inferred> outputs(Call call) {
    Shape shape = call.shapeIfKnown(0);
    List<Inferred> outputs = new ArrayList<>(2);
    outputs.add(passes(call) ? call.input(0) : Inferred.tensor(call.element(0), shape));
    if (call.outputCount() > 1) {
      outputs.add(mask(shape));
    }
    return outputs;
  }

  private Inferred mask(Shape shape) {
    if (!packed) {
      return Inferred.tensor(ElementType.BOOL, shape);
    }
    Shape mask = shape.hasRank() ? Shape.of(shape.elements().ceilDiv(BITS)) : shape;
    return Inferred.tensor(ElementType.UINT32, mask);
  }

  private boolean passes(Call call) {
    return !biased && !trains(call).orElse(true);
  }

  @Override
  public Cost count(Call call) {
    if (passes(call)) {
      return DropoutWork.PASSED_ON;
    }
    ElementWork beside = ElementWork.NONE;
    if (biased) {
      beside = beside.and(WorkKind.ADD, call.hasInput(RESIDUAL) ? 2 : 1);
    }
    return DropoutWork.cost(trains(call), beside, call.element(0), call.shape(0).elements());
  }

  @Override
  public Traffic traffic(Call call) {
    return passes(call) && !call.hasOutput(1) ? Traffic.NONE : super.traffic(call);
  }

  private Optional<Boolean> trains(Call call) {
    return DropoutWork.trains(call, biased ? RESIDUAL + 2 : 2);
  }

  @Override
  public InputRole role(Call call, int input) {
    if (!biased) {
      return InputRole.CONSTANT;
    }
    return input == BIAS
        ? InputRole.PARAMETER
        : input == RESIDUAL ? InputRole.OPERAND : InputRole.CONSTANT;
  }
}
