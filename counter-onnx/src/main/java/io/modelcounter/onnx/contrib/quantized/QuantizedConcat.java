package io.modelcounter.onnx.contrib.quantized;

import io.modelcounter.cost.Cost;
import io.modelcounter.cost.Formula;
import io.modelcounter.cost.Work;
import io.modelcounter.model.Shape;
import io.modelcounter.onnx.contrib.Contrib;
import io.modelcounter.spi.Call;
import io.modelcounter.spi.Inferred;
import io.modelcounter.spi.InvalidNodeException;
import io.modelcounter.spi.support.Axes;
import io.modelcounter.spi.support.Dimensions;
import io.modelcounter.spi.support.NamedOperator;
import io.modelcounter.symbolic.Size;
import java.util.ArrayList;
import java.util.List;

/**
 * QLinearConcat (ONNX Runtime, contrib operators): joins quantized tensors along {@code axis}. The
 * scale and zero point of the output come first, then every tensor with its own.
 *
 * <p>Every element is dequantized and quantized again, also where both scales happen to be equal.
 */
final class QuantizedConcat extends NamedOperator {
  private static final int SCALE = 0;
  private static final int ZERO_POINT = 1;
  private static final int FIRST = 2;
  private static final int STEP = 3;

  QuantizedConcat() {
    super(Contrib.operator("QLinearConcat"));
  }

  @Override
  public List<Inferred> outputs(Call call) {
    if (!call.hasInput(FIRST)) {
      throw new InvalidNodeException("QLinearConcat has no tensor to join");
    }
    Shape shape = call.shape(FIRST);
    int axis = Axes.normalize(call.attributes().requiredInteger("axis"), shape.rank());
    List<Size> lengths = new ArrayList<>();
    for (int input = FIRST; input < call.inputCount(); input += STEP) {
      Shape part = call.shape(input);
      if (part.rank() != shape.rank()) {
        throw new InvalidNodeException(
            "input " + input + " is " + part + ", expected rank " + shape.rank());
      }
      shape = Dimensions.agreed(shape, part, axis);
      lengths.add(part.dim(axis));
    }
    return List.of(
        Inferred.tensor(call.element(ZERO_POINT), shape.withDim(axis, Size.sum(lengths))));
  }

  @Override
  public List<Inferred> withoutShapes(Call call, String reason) {
    return List.of(Inferred.tensor(call.element(ZERO_POINT), Shape.unknownRank(reason)));
  }

  @Override
  public Cost count(Call call) {
    Size outputs = call.outputShape(0).elements();
    Work work = Requantization.quantize(call, SCALE, outputs);
    Size shifted = Size.ZERO;
    for (int input = FIRST; input < call.inputCount(); input += STEP) {
      work = work.plus(Requantization.dequantize(call, input));
      if (call.hasInput(input + 2)) {
        shifted = shifted.plus(call.shape(input).elements());
      }
    }
    Formula formula =
        Formula.of("outputs + shifted + " + Requantization.quantizing(call, SCALE) + " * outputs")
            .where("outputs", "elements, each dequantized and quantized", outputs)
            .where("shifted", "elements of tensors that have a zero point", shifted);
    return Cost.of(work, formula);
  }
}
