package io.modelcounter.onnx.contrib.normalization;

import io.modelcounter.cost.Cost;
import io.modelcounter.cost.InputRole;
import io.modelcounter.cost.WorkKind;
import io.modelcounter.model.ElementType;
import io.modelcounter.model.Shape;
import io.modelcounter.onnx.contrib.Contrib;
import io.modelcounter.spi.Call;
import io.modelcounter.spi.Inferred;
import io.modelcounter.spi.support.Dimensions;
import io.modelcounter.spi.support.NamedOperator;
import io.modelcounter.spi.support.NormalizationWork;
import io.modelcounter.symbolic.Size;
import java.util.ArrayList;
import java.util.List;

/**
 * SkipLayerNormalization and SkipSimplifiedLayerNormalization (com.microsoft): X [..., hidden], a
 * skipped tensor that stretches to it and an optional bias [hidden] are added and then normalized
 * along the last axis; outputs are the normalized tensor, mean, reciprocal deviation, and the sum.
 *
 * <p>One addition an element for each summand behind X; the rest is that of a layer normalization,
 * or of a root mean square normalization for the simplified one.
 */
final class SkipNormalization extends NamedOperator {
  private static final int SKIP = 1;
  private static final int SCALE = 2;
  private static final int SUM = 3;

  private final boolean centred;

  /**
   * Serves one operator.
   *
   * @param name name of the operator
   * @param centred whether it subtracts the mean and has a shift
   */
  SkipNormalization(String name, boolean centred) {
    super(Contrib.operator(name));
    this.centred = centred;
  }

  @Override
  public List<Inferred> outputs(Call call) {
    Shape input = call.shape(0);
    Shape scale = call.shapeIfKnown(SCALE);
    Shape output =
        Dimensions.agreed(
            input, -1, scale, () -> "input is " + input + " with other channels than " + scale);
    return outputs(call, output, output.rank() == 0 ? output : output.withDim(-1, Size.ONE));
  }

  @Override
  public List<Inferred> withoutShapes(Call call, String reason) {
    Shape unknown = Shape.unknownRank(reason);
    return outputs(call, unknown, unknown);
  }

  private static List<Inferred> outputs(Call call, Shape output, Shape statistics) {
    List<Inferred> outputs = new ArrayList<>();
    for (int i = 0; i < Math.max(1, call.outputCount()); i++) {
      outputs.add(
          i == 0 || i == SUM
              ? Inferred.tensor(call.element(0), output)
              : Inferred.tensor(Statistics.TYPE, statistics));
    }
    return outputs;
  }

  @Override
  public Cost count(Call call) {
    Shape input = call.outputShape(0);
    ElementType type = call.element(0);
    NormalizationWork work =
        new NormalizationWork(input.elements(), Statistics.rows(input)).each(WorkKind.ADD, type);
    if (call.hasInput(bias())) {
      work.each(WorkKind.ADD, type);
    }
    if (centred) {
      work.center(Statistics.TYPE);
    }
    return work.deviation(Statistics.TYPE)
        .divide(Statistics.TYPE)
        .scale(type, centred && call.hasInput(SCALE + 1))
        .cost();
  }

  /** Position of the bias: behind the scale, and behind the shift if there may be one. */
  private int bias() {
    return centred ? SCALE + 2 : SCALE + 1;
  }

  @Override
  public InputRole role(Call call, int input) {
    if (input == SKIP) {
      return InputRole.OPERAND;
    }
    return input >= SCALE ? InputRole.PARAMETER : InputRole.CONSTANT;
  }
}
