package io.modelcounter.core.convention;

import io.modelcounter.cost.CompositeKind;
import io.modelcounter.model.Shape;
import io.modelcounter.symbolic.Size;

/**
 * Sizes of a recurrent layer.
 *
 * @param steps steps times batch times directions
 * @param inputWeights weights of one direction by which the input is multiplied
 * @param stateWeights weights of one direction by which the state is multiplied
 * @param gates rows of either: hidden size times gates
 * @param hidden hidden size
 * @param hasBias whether there are biases, two a gate
 */
record Recurrence(
    Size steps, Size inputWeights, Size stateWeights, Size gates, Size hidden, boolean hasBias) {

  /** Sizes of an RNN, GRU or LSTM node. */
  static Recurrence of(Operation layer) {
    Shape weights = layer.shape(1);
    Shape state = layer.shape(2);
    Size input = layer.shape(0).dim(2);
    Size steps = layer.shape(0).dim(0).times(layer.shape(0).dim(1)).times(weights.dim(0));
    Size gates = weights.dim(1);
    Size hidden = state.dim(2);
    return new Recurrence(
        steps, gates.times(input), gates.times(hidden), gates, hidden, layer.hasBias());
  }

  /** Multiply-adds of all steps. */
  Size multiplyAdds() {
    return steps.times(inputWeights.plus(stateWeights));
  }

  /** Additions of biases in all steps. */
  Size biases() {
    return hasBias ? steps.times(gates).times(2) : Size.ZERO;
  }

  /**
   * Work at the gates of one step as ptflops, DeepSpeed and calflops count it: H for an RNN, 7H for
   * a GRU, 10H for an LSTM.
   */
  static long gateFactor(CompositeKind kind) {
    return switch (kind) {
      case GRU, GRU_CELL -> 7;
      case LSTM, LSTM_CELL -> 10;
      default -> 1;
    };
  }

  /** The kind of cell that a layer is part of. */
  static CompositeKind cellKind(Operation layer) {
    if (layer.isIn(CompositeKind.LSTM_CELL)) {
      return CompositeKind.LSTM_CELL;
    }
    return layer.isIn(CompositeKind.GRU_CELL) ? CompositeKind.GRU_CELL : CompositeKind.RNN_CELL;
  }

  /** Hidden size of the cell whose product with the state this layer is. */
  static Size cellHidden(Operation stateProduct) {
    Shape weights = stateProduct.shape(1);
    return weights.elements().floorDiv(stateProduct.outShape().dim(1));
  }
}
