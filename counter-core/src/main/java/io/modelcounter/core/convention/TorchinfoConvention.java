package io.modelcounter.core.convention;

import io.modelcounter.cost.CompositeKind;
import io.modelcounter.cost.NamedAmount;
import io.modelcounter.model.Shape;
import io.modelcounter.symbolic.Size;

/**
 * torchinfo's mult-adds (commit 5c4164f1): parameters times positions, over modules without inner
 * ones. Sound for convolutions and linear layers, and meaningless elsewhere.
 */
final class TorchinfoConvention extends ToolConvention {
  TorchinfoConvention() {
    super("torchinfo", "mult-adds of torchinfo: parameters times the positions they are used at");
  }

  @Override
  void count(Operation layer, Breakdown terms) {
    if (layer.isInCell()) {
      countCell(layer, terms);
      return;
    }
    if (!layer.isModule()) {
      return;
    }
    switch (layer.kind()) {
      case CONVOLUTION -> {
        terms.add(layer.term(), layer.multiplyAdds());
        addBias(layer, terms);
      }
      case TRANSPOSED_CONVOLUTION -> {
        // Takes the output positions where the input positions count.
        Size weights = layer.elements(1);
        terms.add(layer.term(), weights.times(layer.outShape().dim(0)).times(layer.outPositions()));
        addBias(layer, terms);
      }
      case LINEAR -> {
        if (layer.isMain()) {
          terms.add(layer.term(), layer.multiplyAdds());
        }
        addBias(layer, terms);
      }
      case BATCH_NORM, INSTANCE_NORM, LAYER_NORM, GROUP_NORM, RMS_NORM -> countNorm(layer, terms);
      case PRELU -> terms.add(layer.term(), layer.elements(1).times(layer.outShape().dim(0)));
      case EMBEDDING -> terms.add(layer.term(), layer.elements(0).times(layer.outShape().dim(0)));
      case RNN, GRU, LSTM -> {
        Recurrence sizes = Recurrence.of(layer);
        terms.add(layer.term(), sizes.multiplyAdds());
        terms.add(NamedAmount.BIAS, sizes.biases());
      }
      default -> {
        // No parameters.
      }
    }
  }

  private static void addBias(Operation layer, Breakdown terms) {
    if (layer.addsBias()) {
      terms.add(NamedAmount.BIAS, layer.out());
    }
  }

  /** Scale and shift: inputs of a normalization operator, or operands of a Mul and an Add. */
  private static void countNorm(Operation layer, Breakdown terms) {
    Size batch = layer.outShape().dim(0);
    if (layer.isMain() && layer.kind() != CompositeKind.GROUP_NORM) {
      for (int i = 1; i <= 2; i++) {
        if (layer.has(i == 1 ? "scale" : "shift") && layer.layer().hasInput(i)) {
          terms.add(layer.term(), layer.elements(i).times(batch));
        }
      }
    } else if (layer.role().equals("scale") || layer.role().equals("shift")) {
      Size first = layer.elements(0);
      Size learned = layer.layer().input(0).isParameter() ? first : layer.elements(1);
      terms.add(layer.term(), learned.times(batch));
    }
  }

  /** A cell's parameters are taken times batch and hidden size. */
  private static void countCell(Operation layer, Breakdown terms) {
    if (layer.kind() != CompositeKind.LINEAR) {
      return;
    }
    Shape out = layer.outShape();
    Size gates =
        Size.of(
            switch (Recurrence.cellKind(layer)) {
              case LSTM_CELL -> 4;
              case GRU_CELL -> 3;
              default -> 1;
            });
    Size hidden = out.dim(1).floorDiv(gates);
    if (layer.isMain()) {
      terms.add(CompositeKind.RNN_CELL.term(), layer.elements(1).times(out.dim(0)).times(hidden));
    }
    if (layer.addsBias()) {
      terms.add(NamedAmount.BIAS, out.dim(1).times(out.dim(0)).times(hidden));
    }
  }
}
