package io.modelcounter.core.convention;

import io.modelcounter.cost.CompositeKind;

/**
 * fvcore's {@code ActivationCountAnalysis} (commit 3378afe0): elements of the results of
 * convolutions and matrix products.
 */
final class FvcoreActivationsConvention extends ToolConvention {
  FvcoreActivationsConvention() {
    super("fvcore-activations", "activations of fvcore: elements that products write");
  }

  @Override
  public boolean countsOperations() {
    return false;
  }

  @Override
  void count(Operation layer, Breakdown terms) {
    if (!layer.isMain() || layer.isIn(CompositeKind.FUSED_ATTENTION)) {
      return;
    }
    switch (layer.kind()) {
      case CONVOLUTION, TRANSPOSED_CONVOLUTION, LINEAR ->
          terms.add("results of convolutions and linear layers", layer.out());
      case MATRIX_PRODUCT, PRODUCT_AND_SUM, EINSUM ->
          terms.add("results of matrix products", layer.out());
      default -> {
        // Other operators are not counted.
      }
    }
  }
}
