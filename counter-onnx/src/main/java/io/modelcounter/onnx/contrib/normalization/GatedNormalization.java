package io.modelcounter.onnx.contrib.normalization;

import io.modelcounter.cost.Cost;
import io.modelcounter.cost.InputRole;
import io.modelcounter.cost.WorkKind;
import io.modelcounter.model.Shape;
import io.modelcounter.onnx.contrib.Contrib;
import io.modelcounter.spi.Call;
import io.modelcounter.spi.Inferred;
import io.modelcounter.spi.InvalidNodeException;
import io.modelcounter.spi.support.Activations;
import io.modelcounter.spi.support.NamedOperator;
import io.modelcounter.spi.support.NormalizationWork;
import io.modelcounter.symbolic.Comparison;
import io.modelcounter.symbolic.Size;
import java.util.List;

/**
 * GatedRMSNorm (com.microsoft; Zhang and Sennrich, "Root Mean Square Layer Normalization", 2019): X
 * [..., H * C] is normalized over groups of C elements, scaled [C] and multiplied by the SiLU of a
 * gate of the shape of X.
 *
 * <p>All of it is computed in float32, whatever the type of X.
 */
final class GatedNormalization extends NamedOperator {
  private static final int SCALE = 1;

  GatedNormalization() {
    super(Contrib.operator("GatedRMSNorm"));
  }

  @Override
  public List<Inferred> outputs(Call call) {
    return List.of(Inferred.tensor(call.element(0), call.shapeIfKnown(0)));
  }

  @Override
  public Cost count(Call call) {
    Shape input = call.outputShape(0);
    Shape scale = call.shape(SCALE);
    if (input.rank() == 0 || scale.rank() != 1) {
      throw new InvalidNodeException(
          "input is " + input + " and scale " + scale + ", expected [..., H * C] and [C]");
    }
    Size channels = input.dim(-1);
    if (scale.dim(0).isZero()
        || channels.mod(scale.dim(0)).compare(Size.ZERO) == Comparison.DIFFERENT) {
      throw new InvalidNodeException(
          "the scale has "
              + scale.dim(0)
              + " elements, expected a divisor of the "
              + channels
              + " channels");
    }
    Size groups = Statistics.rows(input).times(channels.floorDiv(scale.dim(0)));
    return new NormalizationWork(input.elements(), groups)
        .deviation(Statistics.TYPE)
        .divide(Statistics.TYPE)
        .scale(Statistics.TYPE, false)
        .each(Activations.SWISH, Statistics.TYPE)
        .each(WorkKind.MULTIPLY, Statistics.TYPE)
        .cost();
  }

  @Override
  public InputRole role(Call call, int input) {
    return input == SCALE ? InputRole.PARAMETER : InputRole.CONSTANT;
  }
}
