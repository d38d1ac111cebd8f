package io.modelcounter.core.operator.normalization;

import io.modelcounter.cost.Cost;
import io.modelcounter.cost.Formula;
import io.modelcounter.cost.InputRole;
import io.modelcounter.cost.Work;
import io.modelcounter.cost.WorkKind;
import io.modelcounter.model.ElementType;
import io.modelcounter.model.Shape;
import io.modelcounter.spi.Call;
import io.modelcounter.spi.Inferred;
import io.modelcounter.spi.support.NamedOperator;
import io.modelcounter.spi.support.NormalizationWork;
import io.modelcounter.symbolic.Size;
import java.util.ArrayList;
import java.util.List;

/**
 * BatchNormalization (ONNX, BatchNormalization; Ioffe and Szegedy, "Batch Normalization", 2015).
 *
 * <p>At inference one multiplication and one addition per element, because scale, shift, mean and
 * variance of a channel fold into one factor and one summand. In training mode the statistics are
 * computed over all images and positions, and the running ones are updated.
 */
final class BatchNormalization extends NamedOperator {
  private static final int SCALE = 1;
  private static final int SHIFT = 2;
  private static final int MEAN = 3;
  private static final int VARIANCE = 4;

  /** Version from which an attribute asks for training. */
  private static final int TRAINING_IS_ASKED_FOR = 14;

  BatchNormalization() {
    super("BatchNormalization");
  }

  @Override
  public List<Inferred> outputs(Call call) {
    Shape input = call.shape(0);
    boolean perChannel = input.rank() > 1 && call.attributes().integer("spatial", 1) != 0;
    Shape output = perChannel ? Channels.agreed(input, call.shapeIfKnown(SCALE)) : input;
    List<Inferred> outputs = new ArrayList<>();
    outputs.add(Inferred.tensor(call.element(0), output));
    addStatistics(call, outputs);
    return outputs;
  }

  @Override
  public List<Inferred> withoutShapes(Call call, String reason) {
    List<Inferred> outputs = new ArrayList<>();
    outputs.add(Inferred.tensor(call.element(0), Shape.unknownRank(reason)));
    addStatistics(call, outputs);
    return outputs;
  }

  /**
   * Outputs 1 and 3 are means, 2 and 4 are variances; each has the type of the input statistics.
   */
  private static void addStatistics(Call call, List<Inferred> outputs) {
    for (int i = 1; i < call.outputCount(); i++) {
      outputs.add(Inferred.of(call.type(i % 2 == 1 ? MEAN : VARIANCE)));
    }
  }

  @Override
  public Cost count(Call call) {
    Size elements = call.shape(0).elements();
    ElementType type = call.element(0);
    return isTraining(call)
        ? training(call, elements, type)
        : new NormalizationWork(elements, Size.ONE).scale(type, true).cost();
  }

  /** Up to version 13 a node trains if somebody wants the statistics, unless {@code is_test}. */
  private static boolean isTraining(Call call) {
    if (call.version() >= TRAINING_IS_ASKED_FOR) {
      return call.attributes().integer("training_mode", 0) != 0;
    }
    boolean wanted = false;
    for (int i = 1; i < call.outputCount(); i++) {
      wanted |= call.hasOutput(i);
    }
    return wanted && call.attributes().integer("is_test", 0) == 0;
  }

  private static Cost training(Call call, Size elements, ElementType type) {
    Size channels = call.shape(MEAN).elements();
    Cost statistics =
        new NormalizationWork(elements, channels)
            .center(type)
            .deviation(type)
            .divide(type)
            .scale(type, true)
            .cost();
    ElementType running = call.element(MEAN);
    Work update =
        Work.of(WorkKind.MULTIPLY, running, channels.times(4))
            .and(WorkKind.ADD, running, channels.times(2));
    Formula formula =
        Formula.of("7 * elements + (3 + 6) * channels")
            .where("elements", "elements of the input", elements)
            .where("channels", "channels with statistics of their own", channels);
    return Cost.of(statistics.low().plus(update), formula);
  }

  @Override
  public InputRole role(Call call, int input) {
    return switch (input) {
      case SCALE, SHIFT -> InputRole.PARAMETER;
      case MEAN, VARIANCE -> InputRole.BUFFER;
      default -> InputRole.CONSTANT;
    };
  }
}
