package io.modelcounter.core.operator.normalization;

import io.modelcounter.cost.Cost;
import io.modelcounter.cost.InputRole;
import io.modelcounter.model.ElementType;
import io.modelcounter.model.Shape;
import io.modelcounter.spi.Call;
import io.modelcounter.spi.Inferred;
import io.modelcounter.spi.InvalidNodeException;
import io.modelcounter.spi.support.ElementTypes;
import io.modelcounter.spi.support.NamedOperator;
import io.modelcounter.spi.support.NormalizationWork;
import io.modelcounter.symbolic.Comparison;
import io.modelcounter.symbolic.Size;
import java.util.List;

/**
 * InstanceNormalization and GroupNormalization (ONNX; Ulyanov et al., "Instance Normalization",
 * 2016; Wu and He, "Group Normalization", 2018): X [N, C, D1 … Dn] gives Y of the same dimensions.
 *
 * <p>Mean and deviation are those of one channel, or of one group of channels, of one image. Per
 * element: sum, distance from the mean, square, sum of squares, multiplication with the reciprocal
 * deviation, scale and shift; per group: two divisions, the epsilon, the root and the reciprocal,
 * less one addition for either sum.
 */
final class ChannelNormalization extends NamedOperator {
  /** Version of GroupNormalization from which a scale belongs to a channel and not to a group. */
  private static final int SCALE_PER_CHANNEL = 21;

  private final boolean grouped;

  ChannelNormalization(String name, boolean grouped) {
    super(name);
    this.grouped = grouped;
  }

  @Override
  public List<Inferred> outputs(Call call) {
    Shape input = input(call);
    boolean perChannel = !grouped || call.version() >= SCALE_PER_CHANNEL;
    Shape output = perChannel ? Channels.agreed(input, call.shapeIfKnown(1)) : input;
    return List.of(Inferred.tensor(call.element(0), output));
  }

  @Override
  public Cost count(Call call) {
    Shape input = input(call);
    ElementType type = call.element(0);
    ElementType stash =
        grouped && call.version() >= SCALE_PER_CHANNEL
            ? ElementTypes.of(call.attributes(), "stash_type", ElementType.FLOAT32)
            : type;
    Size groups = grouped ? groupCount(call, input) : input.dim(1);
    return new NormalizationWork(input.elements(), input.dim(0).times(groups))
        .center(stash)
        .deviation(stash)
        .divide(stash)
        .scale(type, true)
        .cost();
  }

  private static Shape input(Call call) {
    Shape input = call.shape(0);
    if (input.rank() < 2) {
      throw new InvalidNodeException("input is " + input + ", expected a rank of at least 2");
    }
    return input;
  }

  private static Size groupCount(Call call, Shape input) {
    Size groups = Size.of(call.attributes().requiredInteger("num_groups"));
    if (!groups.isGreaterThan(Size.ZERO)
        || input.dim(1).mod(groups).compare(Size.ZERO) == Comparison.DIFFERENT) {
      throw new InvalidNodeException(
          "num_groups is " + groups + ", expected a divisor of the " + input.dim(1) + " channels");
    }
    return groups;
  }

  @Override
  public InputRole role(Call call, int input) {
    return input == 0 ? InputRole.CONSTANT : InputRole.PARAMETER;
  }
}
