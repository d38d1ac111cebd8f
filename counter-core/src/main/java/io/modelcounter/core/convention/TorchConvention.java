package io.modelcounter.core.convention;

import io.modelcounter.cost.CompositeKind;
import io.modelcounter.cost.NamedAmount;
import io.modelcounter.symbolic.Size;

/**
 * PyTorch's {@code FlopCounterMode} (torch 2.6.0): two operations a multiply-add of matrix products
 * and convolutions, nothing else.
 */
final class TorchConvention extends ToolConvention {
  private final boolean isOnCpu;

  /**
   * Makes the convention.
   *
   * @param isOnCpu whether kernels of the CPU hide their work: the fused attention, LSTM, and
   *     multi-head attention and encoder layers, which are one kernel in evaluation mode
   */
  TorchConvention(String id, String description, boolean isOnCpu) {
    super(id, description);
    this.isOnCpu = isOnCpu;
  }

  @Override
  void count(Operation layer, Breakdown terms) {
    if (!layer.isMain() || (isOnCpu && isHidden(layer))) {
      return;
    }
    switch (layer.kind()) {
      case CONVOLUTION,
          TRANSPOSED_CONVOLUTION,
          LINEAR,
          MATRIX_PRODUCT,
          PRODUCT_AND_SUM,
          EINSUM,
          FUSED_ATTENTION,
          RNN,
          GRU,
          LSTM -> {
        Size products = layer.multiplyAdds();
        terms.add(layer.term(), products);
        terms.add(NamedAmount.SECOND_OPERATION, products);
      }
      default -> {
        // Not registered with the counter.
      }
    }
  }

  private static boolean isHidden(Operation layer) {
    return layer.kind() == CompositeKind.LSTM
        || layer.kind() == CompositeKind.FUSED_ATTENTION
        || layer.isIn(
            CompositeKind.FUSED_ATTENTION,
            CompositeKind.MULTIHEAD_ATTENTION,
            CompositeKind.ENCODER_LAYER);
  }
}
