package io.modelcounter.spi.support;

import io.modelcounter.cost.Cost;
import io.modelcounter.cost.Formula;
import io.modelcounter.cost.Work;
import io.modelcounter.cost.WorkKind;
import io.modelcounter.model.ElementType;
import io.modelcounter.model.Shape;
import io.modelcounter.spi.Call;
import io.modelcounter.spi.Inferred;
import io.modelcounter.spi.InvalidNodeException;
import io.modelcounter.symbolic.Size;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * The kinds of recurrent cells: how many gates they have, what is applied to them, and how they are
 * put together (ONNX, RNN, GRU and LSTM).
 *
 * <pre>
 * MACs = steps * batch * directions * gates * hidden * (input + hidden)
 * </pre>
 */
public enum RecurrentCell {
  /** Ht = f(gate). */
  RNN(1, List.of(new Use(Activations.TANH, 1))) {
    @Override
    Work combination(Call call, ElementType type, Size units) {
      return Work.NONE;
    }
  },

  /**
   * ht = g(hidden gate with rt (.) Ht-1), Ht = (1 - zt) (.) ht + zt (.) Ht-1.
   *
   * <p>With {@code linear_before_reset} the input and the recurrent product of the hidden gate are
   * two sums, because rt is multiplied in between.
   */
  GRU(3, List.of(new Use(ElementWork.SIGMOID, 2), new Use(Activations.TANH, 1))) {
    @Override
    Work combination(Call call, ElementType type, Size units) {
      Work work =
          Work.of(WorkKind.MULTIPLY, type, units.times(3)).and(WorkKind.ADD, type, units.times(2));
      return call.attributes().integer("linear_before_reset", 0) == 0
          ? work
          : work.and(WorkKind.ADD, type, units).and(WorkKind.SUM_START, type, units);
    }
  },

  /**
   * Ct = ft (.) Ct-1 + it (.) ct, Ht = ot (.) h(Ct); peepholes add P (.) C to three gates.
   *
   * <p>With {@code input_forget} the forget gate is 1 - it instead of an activation of its own.
   */
  LSTM(
      4,
      List.of(
          new Use(ElementWork.SIGMOID, 3),
          new Use(Activations.TANH, 1),
          new Use(Activations.TANH, 1))) {
    @Override
    Work combination(Call call, ElementType type, Size units) {
      Work work = Work.of(WorkKind.MULTIPLY, type, units.times(3)).and(WorkKind.ADD, type, units);
      if (call.hasInput(PEEPHOLES)) {
        Size peepholes = units.times(3);
        work = work.and(WorkKind.MULTIPLY, type, peepholes).and(WorkKind.ADD, type, peepholes);
      }
      return isCoupled(call) ? work.and(WorkKind.ADD, type, units) : work;
    }

    @Override
    int gates(Call call, int activation) {
      int gates = super.gates(call, activation);
      return activation == 0 && isCoupled(call) ? gates - 1 : gates;
    }
  };

  /**
   * An activation function of a cell: its default, and to how many gates or states it is applied.
   */
  private record Use(ElementWork otherwise, int gates) {}

  /** Position of both biases of every gate. */
  public static final int BIAS = 3;

  /** Position of the lengths of the sequences. */
  public static final int SEQUENCE_LENGTHS = 4;

  /** Position of the peephole weights of LSTM. */
  public static final int PEEPHOLES = 7;

  private static final int BIASES_OF_A_GATE = 2;

  /** The activation functions that recurrent layers may name. */
  private static final Set<String> ACTIVATIONS =
      Set.of(
          "relu",
          "tanh",
          "sigmoid",
          "affine",
          "leakyrelu",
          "thresholdedrelu",
          "scaledtanh",
          "hardsigmoid",
          "elu",
          "softsign",
          "softplus");

  private final int gates;

  @SuppressWarnings("ImmutableEnumChecker") // a List.of never changes
  private final List<Use> uses;

  RecurrentCell(int gates, List<Use> uses) {
    this.gates = gates;
    this.uses = uses;
  }

  /**
   * Number of gates.
   *
   * @return 1, 3 or 4
   */
  public int gates() {
    return gates;
  }

  /**
   * The outputs: the sequence [steps, directions, batch, hidden] and the last states [directions,
   * batch, hidden].
   *
   * @param type element type
   * @param sizes sizes of the layer
   * @return two outputs, or three if the cell has a state beside the hidden one
   */
  public List<Inferred> outputs(ElementType type, RecurrentSizes sizes) {
    Size directions = Size.of(sizes.directions());
    Inferred state =
        Inferred.tensor(
            type,
            sizes.batchFirst()
                ? Shape.of(sizes.batch(), directions, sizes.hidden())
                : Shape.of(directions, sizes.batch(), sizes.hidden()));
    List<Inferred> outputs = new ArrayList<>(3);
    outputs.add(Inferred.tensor(type, sizes.sequence()));
    outputs.add(state);
    if (this == LSTM) {
      outputs.add(state);
    }
    return outputs;
  }

  /**
   * Work of the products: a gate of a step is one sum over the input and the previous state.
   *
   * @param type element type
   * @param sizes sizes of the layer
   * @return the work
   */
  public Work products(ElementType type, RecurrentSizes sizes) {
    Size sums = sums(sizes);
    Size products = sums.times(sizes.input().plus(sizes.hidden()));
    Work work = Work.of(WorkKind.MULTIPLY_ADD, type, products);
    return products.isZero() ? work : work.and(WorkKind.SUM_START, type, sums);
  }

  /**
   * Sums of products of all gates over all steps, sequences and directions.
   *
   * @param sizes sizes of the layer
   * @return their number
   */
  public Size sums(RecurrentSizes sizes) {
    return sizes.units().times(gates);
  }

  /**
   * Work after the products: adding both biases, the activation functions, and putting the gates
   * together.
   *
   * @param call the call, whose attributes name the activation functions
   * @param type element type
   * @param sizes sizes of the layer
   * @return the work
   * @throws InvalidNodeException if there is no such activation function
   */
  public Work steps(Call call, ElementType type, RecurrentSizes sizes) {
    Work work = activations(call, type, sizes).plus(combination(call, type, sizes.units()));
    return call.hasInput(BIAS)
        ? work.and(WorkKind.BIAS_ADD, type, sums(sizes).times(BIASES_OF_A_GATE))
        : work;
  }

  /**
   * Cost of a layer of such cells, with the formula of its products and what it rests on.
   *
   * @param call the call
   * @param work the work
   * @param sizes sizes of the layer
   * @return the cost
   */
  public Cost cost(Call call, Work work, RecurrentSizes sizes) {
    Cost cost = Cost.of(work, formula(sizes));
    if (call.hasInput(SEQUENCE_LENGTHS)) {
      cost = cost.assuming("Every sequence has the full length.");
    }
    return isCoupled(call)
        ? cost.assuming("The products of the coupled forget gate are computed as the others.")
        : cost;
  }

  /**
   * Work of putting activated gates together.
   *
   * @param units units of one gate over all steps, sequences and directions
   */
  abstract Work combination(Call call, ElementType type, Size units);

  /**
   * Work of the activation functions, and of bounding what they are applied to if {@code clip} is
   * given.
   */
  private Work activations(Call call, ElementType type, RecurrentSizes sizes) {
    List<String> names = call.attributes().texts("activations").orElse(List.of());
    boolean clips = call.attributes().has("clip");
    Work work = Work.NONE;
    for (int direction = 0; direction < sizes.directions(); direction++) {
      for (int i = 0; i < uses.size(); i++) {
        int position = direction * uses.size() + i;
        ElementWork activation =
            position < names.size() ? activation(names.get(position)) : uses.get(i).otherwise();
        Size elements = sizes.unitsOfDirection().times(gates(call, i));
        work = work.plus(activation.times(type, elements));
        if (clips) {
          work = work.and(WorkKind.COMPARE, type, elements.times(2));
        }
      }
    }
    return work;
  }

  private static ElementWork activation(String name) {
    if (!ACTIVATIONS.contains(name.toLowerCase(Locale.ROOT))) {
      throw new InvalidNodeException(
          "activation \""
              + name
              + "\" does not exist, expected Relu, Tanh, Sigmoid, Affine,"
              + " LeakyRelu, ThresholdedRelu, ScaledTanh, HardSigmoid, Elu, Softsign or Softplus");
    }
    return Activations.named(name).orElseThrow();
  }

  int gates(Call call, int activation) {
    return uses.get(activation).gates();
  }

  private Formula formula(RecurrentSizes sizes) {
    return Formula.of("steps * batch * directions * gates * hidden * (input + hidden)")
        .where("steps", "steps of the sequence", sizes.steps())
        .where("batch", "sequences", sizes.batch())
        .where("directions", "directions", Size.of(sizes.directions()))
        .where("gates", "gates of a cell", Size.of(gates))
        .where("hidden", "hidden size", sizes.hidden())
        .where("input", "input size", sizes.input());
  }

  private static boolean isCoupled(Call call) {
    return call.attributes().integer("input_forget", 0) != 0;
  }
}
