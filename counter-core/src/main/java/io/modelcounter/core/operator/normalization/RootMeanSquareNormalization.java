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
 * RMSNormalization (ONNX, RMSNormalization; Zhang and Sennrich, "Root Mean Square Layer
 * Normalization", 2019): X gives Y of the same dimensions and the type of the scale. ONNX Runtime
 * writes it as SimplifiedLayerNormalization, which also gives the reciprocal deviations.
 *
 * <p>Per element: square, sum of squares, multiplication with the reciprocal deviation, and scale;
 * per group: a division, the epsilon, the root and the reciprocal, less one addition for the sum.
 */
final class RootMeanSquareNormalization extends NamedOperator {

  RootMeanSquareNormalization() {
    super("RMSNormalization", "SimplifiedLayerNormalization");
  }

  @Override
  public List<Inferred> outputs(Call call) {
    return TrailingAxes.outputs(call, call.element(TrailingAxes.SCALE));
  }

  @Override
  public List<Inferred> withoutShapes(Call call, String reason) {
    return TrailingAxes.withoutShapes(call, call.element(TrailingAxes.SCALE), reason);
  }

  @Override
  public Cost count(Call call) {
    ElementType stash = TrailingAxes.stash(call);
    return new NormalizationWork(call.shape(0).elements(), TrailingAxes.groups(call))
        .deviation(stash)
        .divide(stash)
        .scale(call.element(TrailingAxes.SCALE), false)
        .cost();
  }

  @Override
  public InputRole role(Call call, int input) {
    return input == TrailingAxes.SCALE ? InputRole.PARAMETER : InputRole.CONSTANT;
  }
}
