package io.modelcounter.core.operator.recurrent;

import static io.modelcounter.core.operator.recurrent.GateActivation.SIGMOID;
import static io.modelcounter.core.operator.recurrent.GateActivation.TANH;

import io.modelcounter.cost.Work;
import io.modelcounter.cost.WorkKind;
import io.modelcounter.model.ElementType;
import io.modelcounter.spi.Call;
import io.modelcounter.symbolic.Size;
import java.util.List;

/**
 * The kinds of recurrent cells: how many gates they have, what is applied to them, and how they are
 * put together.
 */
enum Cell {
  /** Ht = f(gate). */
  RNN(1, List.of(new Use(TANH, 1))) {
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
  GRU(3, List.of(new Use(SIGMOID, 2), new Use(TANH, 1))) {
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
  LSTM(4, List.of(new Use(SIGMOID, 3), new Use(TANH, 1), new Use(TANH, 1))) {
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
  private record Use(GateActivation otherwise, int gates) {}

  /** Position of the peephole weights of LSTM. */
  static final int PEEPHOLES = 7;

  private final int gates;

  @SuppressWarnings("ImmutableEnumChecker") // a List.of never changes
  private final List<Use> uses;

  Cell(int gates, List<Use> uses) {
    this.gates = gates;
    this.uses = uses;
  }

  /** Number of gates. */
  int gates() {
    return gates;
  }

  /** Tells whether the cell keeps a state beside the hidden one. */
  boolean hasCellState() {
    return this == LSTM;
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
  Work activations(Call call, ElementType type, RecurrentSizes sizes) {
    List<String> names = call.attributes().texts("activations").orElse(List.of());
    boolean clips = call.attributes().has("clip");
    Work work = Work.NONE;
    for (int direction = 0; direction < sizes.directions(); direction++) {
      for (int i = 0; i < uses.size(); i++) {
        int position = direction * uses.size() + i;
        GateActivation activation =
            position < names.size()
                ? GateActivation.named(names.get(position))
                : uses.get(i).otherwise();
        Size elements = sizes.unitsOfDirection().times(gates(call, i));
        work = work.plus(activation.work(type, elements));
        if (clips) {
          work = work.and(WorkKind.COMPARE, type, elements.times(2));
        }
      }
    }
    return work;
  }

  int gates(Call call, int activation) {
    return uses.get(activation).gates();
  }

  static boolean isCoupled(Call call) {
    return call.attributes().integer("input_forget", 0) != 0;
  }
}
