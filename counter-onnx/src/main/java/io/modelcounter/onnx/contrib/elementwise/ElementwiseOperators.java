package io.modelcounter.onnx.contrib.elementwise;

import io.modelcounter.cost.InputRole;
import io.modelcounter.cost.WorkKind;
import io.modelcounter.spi.Call;
import io.modelcounter.spi.support.Activations;
import io.modelcounter.spi.support.ElementWork;
import io.modelcounter.spi.support.Operator;
import java.util.List;

/**
 * The element-wise family.
 *
 * <p>A bias that is added before or beside takes one addition an element.
 */
public final class ElementwiseOperators {
  /** Factor of QuickGelu where a node names none. */
  private static final double QUICK_GELU = 1.702;

  private ElementwiseOperators() {}

  /**
   * All operators of the family.
   *
   * @return the operators
   */
  public static List<Operator> all() {
    return List.of(
        new FusedFunction("Gelu", call -> Activations.GELU),
        new FusedFunction("QuickGelu", ElementwiseOperators::quickGelu),
        new FusedFunction(
            "FastGelu",
            call -> call.hasInput(1) ? biased(Activations.TANH_GELU) : Activations.TANH_GELU,
            InputRole.PARAMETER),
        new FusedFunction("BiasGelu", call -> biased(Activations.GELU), InputRole.PARAMETER),
        new BiasSplitGelu(),
        new FusedFunction(
            "BiasAdd",
            call -> ElementWork.of(WorkKind.ADD, WorkKind.ADD),
            InputRole.PARAMETER,
            InputRole.OPERAND),
        new FusedFunction(
            "GatedAdd",
            call -> ElementWork.of(WorkKind.MULTIPLY, WorkKind.ADD),
            InputRole.OPERAND,
            InputRole.OPERAND),
        new BiasSoftmax(),
        new FusedDropout("BiasDropout", true, false),
        new FusedDropout("BitmaskDropout", false, true),
        new FusedDropout("BitmaskBiasDropout", true, true),
        new ComplexProduct());
  }

  private static ElementWork biased(ElementWork work) {
    return work.and(WorkKind.ADD, 1);
  }

  /** {@code x * sigmoid(alpha * x)}; an alpha of 1 needs no multiplication. */
  private static ElementWork quickGelu(Call call) {
    return call.attributes().real("alpha").orElse(QUICK_GELU) == 1
        ? Activations.SWISH
        : Activations.SCALED_SWISH;
  }
}
