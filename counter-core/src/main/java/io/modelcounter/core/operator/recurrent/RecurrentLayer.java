package io.modelcounter.core.operator.recurrent;

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
import io.modelcounter.symbolic.Size;
import java.util.ArrayList;
import java.util.List;

/**
 * RNN, GRU and LSTM (ONNX, RNN, GRU, LSTM): X [steps, batch, input] gives Y [steps, directions,
 * batch, hidden] and the last states [directions, batch, hidden].
 *
 * <p>A gate of a step is one sum over the input and the previous state, to which both biases are
 * added.
 */
final class RecurrentLayer extends NamedOperator {
  private static final int BIAS = 3;
  private static final int SEQUENCE_LENGTHS = 4;
  private static final int BIASES_OF_A_GATE = 2;

  private final Cell cell;

  RecurrentLayer(Cell cell) {
    super(cell.name());
    this.cell = cell;
  }

  @Override
  public List<Inferred> outputs(Call call) {
    RecurrentSizes sizes = RecurrentSizes.of(call, cell.gates());
    Size directions = Size.of(sizes.directions());
    ElementType type = call.element(0);
    Shape state =
        sizes.batchFirst()
            ? Shape.of(sizes.batch(), directions, sizes.hidden())
            : Shape.of(directions, sizes.batch(), sizes.hidden());
    List<Inferred> outputs = new ArrayList<>(3);
    outputs.add(Inferred.tensor(type, sequence(sizes)));
    outputs.add(Inferred.tensor(type, state));
    if (cell.hasCellState()) {
      outputs.add(Inferred.tensor(type, state));
    }
    return outputs;
  }

  @Override
  public Cost count(Call call) {
    call.shape(0); // without it the work is unknown
    RecurrentSizes sizes = RecurrentSizes.of(call, cell.gates());
    ElementType type = call.element(0);
    Size units = sizes.units();
    Size sums = units.times(cell.gates());
    Size products = sums.times(sizes.input().plus(sizes.hidden()));
    Work work = Work.of(WorkKind.MULTIPLY_ADD, type, products);
    if (!products.isZero()) {
      work = work.and(WorkKind.SUM_START, type, sums);
    }
    if (call.hasInput(BIAS)) {
      work = work.and(WorkKind.BIAS_ADD, type, sums.times(BIASES_OF_A_GATE));
    }
    work = work.plus(cell.activations(call, type, sizes)).plus(cell.combination(call, type, units));
    Cost cost = Cost.of(work, formula(sizes));
    if (call.hasInput(SEQUENCE_LENGTHS)) {
      cost = cost.assuming("Every sequence has the full length.");
    }
    return Cell.isCoupled(call)
        ? cost.assuming("The products of the coupled forget gate are computed as the others.")
        : cost;
  }

  @Override
  public InputRole role(Call call, int input) {
    boolean isWeight = (input >= 1 && input <= BIAS) || input == Cell.PEEPHOLES;
    return isWeight ? InputRole.PARAMETER : InputRole.CONSTANT;
  }

  private static Shape sequence(RecurrentSizes sizes) {
    Size outer = sizes.batchFirst() ? sizes.batch() : sizes.steps();
    Size inner = sizes.batchFirst() ? sizes.steps() : sizes.batch();
    if (!sizes.directionAxis()) {
      return Shape.of(outer, inner, sizes.hidden());
    }
    Size directions = Size.of(sizes.directions());
    return sizes.batchFirst()
        ? Shape.of(outer, inner, directions, sizes.hidden())
        : Shape.of(outer, directions, inner, sizes.hidden());
  }

  private Formula formula(RecurrentSizes sizes) {
    return Formula.of("steps * batch * directions * gates * hidden * (input + hidden)")
        .where("steps", "steps of the sequence", sizes.steps())
        .where("batch", "sequences", sizes.batch())
        .where("directions", "directions", Size.of(sizes.directions()))
        .where("gates", "gates of a cell", Size.of(cell.gates()))
        .where("hidden", "hidden size", sizes.hidden())
        .where("input", "input size", sizes.input());
  }
}
