package io.modelcounter.core.operator.recurrent;

import io.modelcounter.cost.Cost;
import io.modelcounter.cost.InputRole;
import io.modelcounter.model.ElementType;
import io.modelcounter.spi.Call;
import io.modelcounter.spi.Inferred;
import io.modelcounter.spi.support.NamedOperator;
import io.modelcounter.spi.support.RecurrentCell;
import io.modelcounter.spi.support.RecurrentSizes;
import java.util.List;

/**
 * RNN, GRU and LSTM (ONNX, RNN, GRU, LSTM): X [steps, batch, input] gives Y [steps, directions,
 * batch, hidden] and the last states [directions, batch, hidden].
 *
 * <p>A gate of a step is one sum over the input and the previous state, to which both biases are
 * added.
 */
final class RecurrentLayer extends NamedOperator {
  private final RecurrentCell cell;

  RecurrentLayer(RecurrentCell cell) {
    super(cell.name());
    this.cell = cell;
  }

  @Override
  public List<Inferred> outputs(Call call) {
    return cell.outputs(call.element(0), RecurrentSizes.of(call, cell.gates()));
  }

  @Override
  public Cost count(Call call) {
    call.shape(0); // without it the work is unknown
    RecurrentSizes sizes = RecurrentSizes.of(call, cell.gates());
    ElementType type = call.element(0);
    return cell.cost(call, cell.products(type, sizes).plus(cell.steps(call, type, sizes)), sizes);
  }

  @Override
  public InputRole role(Call call, int input) {
    boolean isWeight =
        (input >= 1 && input <= RecurrentCell.BIAS) || input == RecurrentCell.PEEPHOLES;
    return isWeight ? InputRole.PARAMETER : InputRole.CONSTANT;
  }
}
