package io.modelcounter.onnx.contrib.recurrent;

import io.modelcounter.cost.Cost;
import io.modelcounter.cost.Formula;
import io.modelcounter.cost.InputRole;
import io.modelcounter.cost.Work;
import io.modelcounter.cost.WorkKind;
import io.modelcounter.model.ElementType;
import io.modelcounter.onnx.contrib.Contrib;
import io.modelcounter.spi.Call;
import io.modelcounter.spi.Inferred;
import io.modelcounter.spi.support.MatrixProduct;
import io.modelcounter.spi.support.NamedOperator;
import io.modelcounter.spi.support.RecurrentCell;
import io.modelcounter.spi.support.RecurrentSizes;
import io.modelcounter.spi.support.Rows;
import io.modelcounter.spi.support.SoftmaxWork;
import io.modelcounter.symbolic.Size;
import java.util.List;

/**
 * AttnLSTM (ONNX Runtime, contrib operators): an LSTM whose input at every step is joined with what
 * it attends to in a memory M [batch, memory, depth] (Bahdanau and others, "Neural Machine
 * Translation by Jointly Learning to Align and Translate", 2014).
 *
 * <p>Once a direction the memory is multiplied with MW [depth, attention]. At every step the state
 * is multiplied with QW [hidden, attention] and added to every key; a hyperbolic tangent and a
 * product with V [attention] give the scores; their softmax weighs the memory; state and context
 * together are multiplied with AW, if there is one. The rest is computed as in LSTM, with an input
 * as wide as W says.
 */
final class AttentiveLstm extends NamedOperator {
  private static final int WEIGHT = 1;
  private static final int RECURRENT_WEIGHT = 2;
  private static final int QUERY_WEIGHT = 8;
  private static final int MEMORY_WEIGHT = 9;
  private static final int ATTENTION_VECTOR = 10;
  private static final int MEMORY = 11;
  private static final int MEMORY_LENGTHS = 12;
  private static final int ATTENTION_WEIGHT = 13;
  private static final RecurrentCell CELL = RecurrentCell.LSTM;

  AttentiveLstm() {
    super(Contrib.operator("AttnLSTM"));
  }

  @Override
  public List<Inferred> outputs(Call call) {
    return CELL.outputs(call.element(0), sizes(call));
  }

  @Override
  public Cost count(Call call) {
    RecurrentSizes sizes = sizes(call);
    ElementType type = call.element(0);
    MatrixProduct keys =
        new MatrixProduct(
            sizes.batch().times(sizes.directions()),
            dim(call, MEMORY, 1),
            dim(call, MEMORY, 2),
            dim(call, QUERY_WEIGHT, 2));
    Size visits = sizes.steps().times(keys.batch());
    MatrixProduct joined =
        new MatrixProduct(
            visits,
            Size.ONE,
            keys.inner().plus(sizes.hidden()),
            call.hasInput(ATTENTION_WEIGHT) ? dim(call, ATTENTION_WEIGHT, 2) : Size.ZERO);
    Work work =
        CELL.products(type, sizes)
            .plus(CELL.steps(call, type, sizes))
            .plus(keys.work(type))
            .plus(attention(type, sizes.hidden(), keys).times(visits))
            .plus(joined.work(type));
    Cost cost = Cost.of(work, formula(sizes, keys, joined));
    return call.hasInput(RecurrentCell.SEQUENCE_LENGTHS) || call.hasInput(MEMORY_LENGTHS)
        ? cost.assuming("Every sequence has the full length.")
        : cost;
  }

  /** What one state attends to in the memory of one sequence. */
  private static Work attention(ElementType type, Size hidden, MatrixProduct keys) {
    Size memory = keys.rows();
    Size size = keys.columns();
    return new MatrixProduct(Size.ONE, Size.ONE, hidden, size)
        .work(type)
        .and(WorkKind.ADD, type, memory.times(size))
        .and(WorkKind.HYPERBOLIC, type, memory.times(size))
        .plus(new MatrixProduct(Size.ONE, memory, size, Size.ONE).work(type))
        .plus(SoftmaxWork.softmax(type, new Rows(Size.ONE, memory)))
        .plus(new MatrixProduct(Size.ONE, Size.ONE, memory, keys.inner()).work(type));
  }

  private static Formula formula(RecurrentSizes sizes, MatrixProduct keys, MatrixProduct joined) {
    return Formula.of(
            "visits * (4 * hidden * (input + hidden) + hidden * attention"
                + " + memory * (attention + depth) + (depth + hidden) * joined)"
                + " + sequences * memory * depth * attention")
        .where("visits", "steps of all sequences and directions", joined.batch())
        .where("hidden", "hidden size", sizes.hidden())
        .where("input", "input size, what is attended to included", sizes.input())
        .where("attention", "size of a key", keys.columns())
        .where("memory", "steps of the memory", keys.rows())
        .where("depth", "size of a step of the memory", keys.inner())
        .where("joined", "columns of the attention layer, 0 without one", joined.columns())
        .where("sequences", "sequences in all directions", keys.batch());
  }

  @Override
  public InputRole role(Call call, int input) {
    return switch (input) {
      case WEIGHT,
          RECURRENT_WEIGHT,
          RecurrentCell.BIAS,
          RecurrentCell.PEEPHOLES,
          QUERY_WEIGHT,
          MEMORY_WEIGHT,
          ATTENTION_VECTOR,
          ATTENTION_WEIGHT ->
          InputRole.PARAMETER;
      default -> InputRole.CONSTANT;
    };
  }

  private static RecurrentSizes sizes(Call call) {
    return new RecurrentSizes(
        dim(call, 0, 0),
        dim(call, 0, 1),
        RecurrentSizes.directions(call),
        dim(call, WEIGHT, 2),
        dim(call, RECURRENT_WEIGHT, 2),
        false,
        true);
  }

  private static Size dim(Call call, int input, int axis) {
    return call.shape(input, 3).dim(axis);
  }
}
