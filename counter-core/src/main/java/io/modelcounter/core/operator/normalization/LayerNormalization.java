package io.modelcounter.core.operator.normalization;

import io.modelcounter.cost.Cost;
import io.modelcounter.cost.InputRole;
import io.modelcounter.model.ElementType;
import io.modelcounter.spi.Call;
import io.modelcounter.spi.Inferred;
import io.modelcounter.spi.support.NamedOperator;
import io.modelcounter.spi.support.NormalizationWork;
import java.util.List;

/**
 * LayerNormalization (ONNX, LayerNormalization; Ba et al., "Layer Normalization", 2016): X gives Y,
 * Mean and InvStdDev.
 *
 * <p>Per element: sum, distance from the mean, square, sum of squares, multiplication with the
 * reciprocal deviation, scale, and shift if there is one; per group: two divisions, the epsilon,
 * the root and the reciprocal, less one addition for either sum.
 *
 * <p>Before version 17 it was an extension of ONNX Runtime, whose output has the type of the scale.
 */
final class LayerNormalization extends NamedOperator {
  private static final int FIRST_STANDARD_VERSION = 17;
  private static final int SHIFT = 2;

  LayerNormalization() {
    super("LayerNormalization");
  }

  @Override
  public List<Inferred> outputs(Call call) {
    return TrailingAxes.outputs(call, element(call));
  }

  @Override
  public List<Inferred> withoutShapes(Call call, String reason) {
    return TrailingAxes.withoutShapes(call, element(call), reason);
  }

  @Override
  public Cost count(Call call) {
    ElementType stash = TrailingAxes.stash(call);
    return new NormalizationWork(call.shape(0).elements(), TrailingAxes.groups(call))
        .center(stash)
        .deviation(stash)
        .divide(stash)
        .scale(element(call), call.hasInput(SHIFT))
        .cost();
  }

  private static ElementType element(Call call) {
    return call.element(call.version() < FIRST_STANDARD_VERSION ? TrailingAxes.SCALE : 0);
  }

  @Override
  public InputRole role(Call call, int input) {
    return input == TrailingAxes.SCALE || input == SHIFT ? InputRole.PARAMETER : InputRole.CONSTANT;
  }
}
