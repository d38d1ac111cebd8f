package io.modelcounter.core.convention;

import io.modelcounter.cost.CompositeKind;
import io.modelcounter.cost.NamedAmount;
import io.modelcounter.symbolic.Size;

/**
 * PyTorch's {@code FlopCounterMode} (torch 2.6.0) over one forward and one backward pass on a CPU,
 * where the inputs want gradients too. The backward pass of a product is one product for each
 * factor that wants a gradient.
 */
final class TorchTrainingConvention extends ToolConvention {
  private static final String BACKWARD = "backward pass";

  TorchTrainingConvention() {
    super(
        "torch-training",
        "FLOPs of torch.utils.flop_counter for a forward and a backward pass on a CPU");
  }

  @Override
  void count(Operation layer, Breakdown terms) {
    if (!layer.isMain() || layer.isIn(CompositeKind.FUSED_ATTENTION)) {
      return;
    }
    switch (layer.kind()) {
      case CONVOLUTION, TRANSPOSED_CONVOLUTION -> {
        // The gradient of the weights is counted as if there were one group (#183405).
        long groups = layer.integer("group", 1);
        add(layer, terms, layer.multiplyAdds().times(groups + 1));
      }
      case LINEAR, MATRIX_PRODUCT, PRODUCT_AND_SUM, EINSUM ->
          add(layer, terms, layer.multiplyAdds().times(isConstant(layer) ? 1 : 2));
      case RNN, GRU -> {
        Recurrence sizes = Recurrence.of(layer);
        // Nobody wants the gradient of the first state.
        Size firstState =
            sizes.stateWeights().times(layer.shape(0).dim(1)).times(layer.shape(1).dim(0));
        add(layer, terms, sizes.multiplyAdds().times(2).minus(firstState));
      }
      default -> {
        // Not registered with the counter; the LSTM kernel of the CPU hides its work.
      }
    }
  }

  private static void add(Operation layer, Breakdown terms, Size backward) {
    Size products = layer.multiplyAdds();
    terms.add(layer.term(), products);
    terms.add(NamedAmount.SECOND_OPERATION, products);
    terms.add(BACKWARD, backward.times(2));
  }

  /** A state that is given as zeros wants no gradient. */
  private static boolean isConstant(Operation layer) {
    return layer.roleIn(Recurrence.cellKind(layer)).equals("state product");
  }
}
