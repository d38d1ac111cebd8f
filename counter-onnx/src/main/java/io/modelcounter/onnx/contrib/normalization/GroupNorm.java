package io.modelcounter.onnx.contrib.normalization;

import io.modelcounter.cost.Cost;
import io.modelcounter.cost.InputRole;
import io.modelcounter.cost.WorkKind;
import io.modelcounter.model.ElementType;
import io.modelcounter.model.Shape;
import io.modelcounter.onnx.contrib.Contrib;
import io.modelcounter.spi.Call;
import io.modelcounter.spi.Inferred;
import io.modelcounter.spi.InvalidNodeException;
import io.modelcounter.spi.support.Activations;
import io.modelcounter.spi.support.Dimensions;
import io.modelcounter.spi.support.NamedOperator;
import io.modelcounter.spi.support.NormalizationWork;
import io.modelcounter.symbolic.Comparison;
import io.modelcounter.symbolic.Size;
import java.util.ArrayList;
import java.util.List;

/**
 * GroupNorm and SkipGroupNorm (com.microsoft; Wu and He, "Group Normalization", 2018): X [N, H, W,
 * C], or [N, C, H, W] if {@code channels_last} is 0, is normalized over groups of channels of an
 * image; the latter adds a skipped tensor and an optional bias [C] before and gives the sum, too.
 *
 * <p>One addition an element for each summand behind X; the rest is that of a group normalization;
 * {@code activation} 1 is a SiLU behind it.
 */
final class GroupNorm extends NamedOperator {
  private static final int SCALE = 1;
  private static final int SHIFT = 2;
  private static final int SKIP = 3;
  private static final int BIAS = 4;
  private static final int LEAST_RANK = 3;

  private final boolean skips;

  /**
   * Serves one operator.
   *
   * @param name name of the operator
   * @param skips whether it adds a skipped tensor before
   */
  GroupNorm(String name, boolean skips) {
    super(Contrib.operator(name));
    this.skips = skips;
  }

  @Override
  public List<Inferred> outputs(Call call) {
    Shape input = call.shape(0);
    Shape scale = call.shapeIfKnown(SCALE);
    Shape output =
        Dimensions.agreed(
            input,
            channelAxis(call, input),
            scale,
            () -> "input is " + input + " with other channels than scale " + scale);
    Inferred normalized = Inferred.tensor(call.element(0), output);
    List<Inferred> outputs = new ArrayList<>();
    for (int i = 0; i < Math.max(1, call.outputCount()); i++) {
      outputs.add(normalized);
    }
    return outputs;
  }

  private static int channelAxis(Call call, Shape input) {
    if (input.rank() < LEAST_RANK) {
      throw new InvalidNodeException(
          "input is " + input + ", expected a rank of at least " + LEAST_RANK);
    }
    return call.attributes().integer("channels_last", 1) == 0 ? 1 : -1;
  }

  @Override
  public Cost count(Call call) {
    Shape input = call.outputShape(0);
    ElementType type = call.element(0);
    Size groups = groups(call, input.dim(channelAxis(call, input)));
    NormalizationWork work = new NormalizationWork(input.elements(), input.dim(0).times(groups));
    if (skips) {
      work.each(WorkKind.ADD, type);
      if (call.hasInput(BIAS)) {
        work.each(WorkKind.ADD, type);
      }
    }
    work.center(Statistics.TYPE)
        .deviation(Statistics.TYPE)
        .divide(Statistics.TYPE)
        .scale(call.element(SCALE), true);
    if (call.attributes().integer("activation", 0) != 0) {
      work.each(Activations.SWISH, type);
    }
    return work.cost();
  }

  private static Size groups(Call call, Size channels) {
    Size groups = Size.of(call.attributes().requiredInteger("groups"));
    if (!groups.isGreaterThan(Size.ZERO)
        || channels.mod(groups).compare(Size.ZERO) == Comparison.DIFFERENT) {
      throw new InvalidNodeException(
          "groups is " + groups + ", expected a divisor of the " + channels + " channels");
    }
    return groups;
  }

  @Override
  public InputRole role(Call call, int input) {
    return switch (input) {
      case SCALE, SHIFT, BIAS -> InputRole.PARAMETER;
      case SKIP -> InputRole.OPERAND;
      default -> InputRole.CONSTANT;
    };
  }
}
