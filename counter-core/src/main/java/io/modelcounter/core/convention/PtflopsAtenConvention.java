package io.modelcounter.core.convention;

import io.modelcounter.cost.CompositeKind;
import io.modelcounter.cost.NamedAmount;
import io.modelcounter.model.Shape;
import io.modelcounter.symbolic.Size;

/**
 * ptflops with {@code backend='aten'} (0.7.6, commit d612c754): convolutions, matrix products and
 * products with a sum, as PyTorch dispatches them on a CPU.
 */
final class PtflopsAtenConvention extends ToolConvention {
  PtflopsAtenConvention() {
    super("ptflops-aten", "MACs of ptflops with its aten backend");
  }

  @Override
  void count(Operation layer, Breakdown terms) {
    switch (layer.kind()) {
      case CONVOLUTION, TRANSPOSED_CONVOLUTION -> {
        terms.add(layer.term(), layer.multiplyAdds());
        addBias(layer, terms);
      }
      case LINEAR -> {
        if (layer.isMain()) {
          terms.add(layer.term(), layer.multiplyAdds());
        }
        // Without a contiguous input, bias and product are two operators.
        if (!isRearranged(layer)) {
          addBias(layer, terms);
        }
      }
      case MATRIX_PRODUCT, EINSUM -> {
        if (!layer.isIn(CompositeKind.FUSED_ATTENTION)) {
          terms.add(layer.term(), layer.multiplyAdds());
        }
      }
      case PRODUCT_AND_SUM -> {
        terms.add(layer.term(), layer.multiplyAdds());
        terms.add(NamedAmount.BIAS, layer.out());
      }
      case RNN, GRU -> {
        Recurrence sizes = Recurrence.of(layer);
        terms.add(layer.term(), sizes.multiplyAdds());
        terms.add(
            NamedAmount.BIAS,
            isRearranged(layer) ? sizes.biases().floorDiv(Size.of(2)) : sizes.biases());
      }
      default -> {
        // No handler: LSTM is one operator, norms and activations are not counted.
      }
    }
  }

  private static void addBias(Operation layer, Breakdown terms) {
    if (layer.addsBias()) {
      terms.add(NamedAmount.BIAS, layer.out());
    }
  }

  /** Tells whether the input was transposed from batch-first to time-first, or the other way. */
  private static boolean isRearranged(Operation layer) {
    if (!layer.has("transposed input")) {
      return false;
    }
    Shape shape = layer.role().equals("bias") ? layer.outShape() : layer.shape(0);
    return shape.rank() == 3 && !shape.dim(0).isOne() && !shape.dim(1).isOne();
  }
}
