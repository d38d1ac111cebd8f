package io.modelcounter.core.convention;

import io.modelcounter.cost.CompositeKind;
import io.modelcounter.model.TensorType;

/**
 * torchinfo's "forward/backward pass size" (commit 5c4164f1): twice the bytes of the results of
 * modules without inner ones that own parameters.
 */
final class TorchinfoPassesConvention extends ToolConvention {
  private static final int BITS_PER_BYTE = 8;

  TorchinfoPassesConvention() {
    super(
        "torchinfo-passes",
        "bytes of torchinfo's forward/backward pass size: twice the results of modules with"
            + " parameters");
  }

  @Override
  public boolean countsOperations() {
    return false;
  }

  @Override
  void count(Operation layer, Breakdown terms) {
    boolean last = layer.role().equals("bias") || (layer.isMain() && !isFollowedByBias(layer));
    if (!layer.isModule()
        || !last
        || !hasParameters(layer)
        || layer.isIn(CompositeKind.MULTIHEAD_ATTENTION)
        || !(layer.layer().outputs().get(0) instanceof TensorType type)) {
      return;
    }
    long bytes = type.element().bits() / BITS_PER_BYTE;
    terms.add("results", layer.out().times(2 * bytes));
  }

  /** A linear layer of two nodes is taken at the one that adds the bias. */
  private static boolean isFollowedByBias(Operation layer) {
    return layer.kind() == CompositeKind.LINEAR && layer.hasBias() && !layer.addsBias();
  }

  private static boolean hasParameters(Operation layer) {
    return switch (layer.kind()) {
      case CONVOLUTION, TRANSPOSED_CONVOLUTION, LINEAR, PRELU, EMBEDDING, RNN, GRU, LSTM -> true;
      case BATCH_NORM, LAYER_NORM, GROUP_NORM, INSTANCE_NORM, RMS_NORM -> layer.isAffine();
      default -> false;
    };
  }
}
