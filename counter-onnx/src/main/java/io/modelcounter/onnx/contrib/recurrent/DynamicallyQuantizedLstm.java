package io.modelcounter.onnx.contrib.recurrent;

import io.modelcounter.cost.Cost;
import io.modelcounter.cost.InputRole;
import io.modelcounter.cost.Work;
import io.modelcounter.cost.WorkKind;
import io.modelcounter.model.ElementType;
import io.modelcounter.onnx.contrib.Contrib;
import io.modelcounter.spi.Call;
import io.modelcounter.spi.Inferred;
import io.modelcounter.spi.support.NamedOperator;
import io.modelcounter.spi.support.Quantization;
import io.modelcounter.spi.support.RecurrentCell;
import io.modelcounter.spi.support.RecurrentSizes;
import io.modelcounter.symbolic.Size;
import java.util.List;

/**
 * DynamicQuantizeLSTM (ONNX Runtime, contrib operators): LSTM of ONNX with 8-bit weights W
 * [directions, input, 4 * hidden] and R [directions, hidden, 4 * hidden]; input and states are
 * quantized when it runs.
 *
 * <p>X is quantized once, the state of a direction at every step. A gate of a step is two sums of
 * 8-bit products, one over the input and one over the state, each of which is converted and
 * multiplied by its scale before they are added. Zero points are subtracted per element of X, of
 * the states and of both weights. The rest is computed as in LSTM.
 */
final class DynamicallyQuantizedLstm extends NamedOperator {
  private static final int WEIGHT = 1;
  private static final int RECURRENT_WEIGHT = 2;
  private static final ElementType QUANTIZED = ElementType.UINT8;
  private static final RecurrentCell CELL = RecurrentCell.LSTM;

  DynamicallyQuantizedLstm() {
    super(Contrib.operator("DynamicQuantizeLSTM"));
  }

  @Override
  public List<Inferred> outputs(Call call) {
    return CELL.outputs(call.element(0), sizes(call));
  }

  @Override
  public Cost count(Call call) {
    RecurrentSizes sizes = sizes(call);
    ElementType type = call.element(0);
    Size sums = CELL.sums(sizes);
    Size elements = call.shape(0).elements().plus(sizes.units());
    Size tensors = sizes.steps().times(sizes.directions()).plus(Size.ONE);
    Work work =
        Quantization.quantizeDynamically(type, elements, tensors)
            .and(WorkKind.ADD, QUANTIZED, elements)
            .plus(Quantization.shifts(call, WEIGHT, RECURRENT_WEIGHT))
            .plus(CELL.products(QUANTIZED, sizes))
            .and(WorkKind.SUM_START, QUANTIZED, sums)
            .plus(Quantization.scaleSums(type, sums.times(2)))
            .and(WorkKind.ADD, type, sums)
            .plus(CELL.steps(call, type, sizes));
    return CELL.cost(call, work, sizes);
  }

  @Override
  public InputRole role(Call call, int input) {
    return switch (input) {
      case WEIGHT, RECURRENT_WEIGHT, RecurrentCell.BIAS, RecurrentCell.PEEPHOLES ->
          InputRole.PARAMETER;
      default -> InputRole.CONSTANT;
    };
  }

  private static RecurrentSizes sizes(Call call) {
    return RecurrentSizes.of(call, CELL.gates(), true);
  }
}
