package io.modelcounter.onnx.contrib.quantization;

import io.modelcounter.cost.Cost;
import io.modelcounter.cost.Formula;
import io.modelcounter.cost.InputRole;
import io.modelcounter.cost.Traffic;
import io.modelcounter.model.ElementType;
import io.modelcounter.model.Shape;
import io.modelcounter.model.TensorType;
import io.modelcounter.onnx.contrib.Contrib;
import io.modelcounter.spi.Call;
import io.modelcounter.spi.Inferred;
import io.modelcounter.spi.InvalidNodeException;
import io.modelcounter.spi.LayerCounter;
import io.modelcounter.spi.operator.Gather;
import io.modelcounter.spi.support.Axes;
import io.modelcounter.spi.support.NamedOperator;
import io.modelcounter.spi.support.Quantization;
import io.modelcounter.symbolic.Amount;
import io.modelcounter.symbolic.Size;
import java.util.List;
import java.util.Optional;

/**
 * GatherBlockQuantized (ONNX Runtime, contrib operators): Gather of ONNX from a table that is
 * quantized by blocks; what is taken is dequantized. A table of uint8 holds 8 / {@code bits}
 * elements a byte along its last axis.
 *
 * <p>An element taken is multiplied by the scale of its block, after the zero point is subtracted
 * if the table has one.
 */
final class GatherBlockQuantized extends NamedOperator {
  private static final int INDICES = 1;
  private static final int SCALES = 2;
  private static final int ZERO_POINTS = 3;
  private static final int BITS_OF_A_BYTE = 8;
  private static final int DEFAULT_BITS = 4;

  GatherBlockQuantized() {
    super(Contrib.operator("GatherBlockQuantized"));
  }

  @Override
  public List<Inferred> outputs(Call call) {
    return List.of(Inferred.tensor(call.element(SCALES), taken(call, logicalShape(call))));
  }

  @Override
  public List<Inferred> withoutShapes(Call call, String reason) {
    return List.of(Inferred.tensor(call.element(SCALES), Shape.unknownRank(reason)));
  }

  @Override
  public Cost count(Call call) {
    boolean zeroPoint = isPacked(call) || call.hasInput(ZERO_POINTS);
    Size elements = call.outputShape(0).elements();
    Formula formula =
        Formula.of(zeroPoint ? "2 * elements" : "elements")
            .where("elements", "elements taken, each multiplied with its scale", elements);
    return Cost.of(Quantization.dequantize(call.outputElement(0), elements, zeroPoint), formula);
  }

  @Override
  public InputRole role(Call call, int input) {
    return input == 0 ? InputRole.PARAMETER : InputRole.CONSTANT;
  }

  @Override
  public Optional<Size> logicalElements(Call call, int input) {
    return input == 0 && isPacked(call)
        ? Optional.of(logicalShape(call).elements())
        : Optional.empty();
  }

  /** Reads of the table, its scales and zero points only what belongs to the indices. */
  @Override
  public Traffic traffic(Call call) {
    Amount read = LayerCounter.bytes(call.type(INDICES)).plus(takenBytes(call, 0));
    for (int input = SCALES; input <= ZERO_POINTS; input++) {
      if (call.hasInput(input)) {
        read = read.plus(takenBytes(call, input));
      }
    }
    return new Traffic(read, LayerCounter.bytes(call.outputType(0)));
  }

  private static Amount takenBytes(Call call, int input) {
    Shape shape = taken(call, call.shape(input));
    return LayerCounter.bytes(new TensorType(call.element(input), shape));
  }

  private static Shape taken(Call call, Shape table) {
    int axis = Axes.normalize(call.attributes().integer("gather_axis", 0), table.rank());
    return Gather.shape(table, call.shape(INDICES), axis);
  }

  private static Shape logicalShape(Call call) {
    Shape stored = call.shape(0);
    if (!isPacked(call) || stored.rank() == 0) {
      return stored;
    }
    long bits = call.attributes().integer("bits", DEFAULT_BITS);
    if (bits < 1 || bits > BITS_OF_A_BYTE || BITS_OF_A_BYTE % bits != 0) {
      throw new InvalidNodeException("bits is " + bits + ", expected 2, 4 or 8");
    }
    int last = stored.rank() - 1;
    return stored.withDim(last, stored.dim(last).times(BITS_OF_A_BYTE / bits));
  }

  private static boolean isPacked(Call call) {
    return call.element(0) == ElementType.UINT8;
  }
}
