package io.modelcounter.core.convention;

import io.modelcounter.cost.CountingConvention;
import io.modelcounter.cost.LayerView;
import io.modelcounter.model.OperatorId;
import io.modelcounter.symbolic.Amount;
import java.util.Set;

/**
 * Mult-adds of convolutions and fully connected layers, as papers on convolutional networks count
 * (Howard and others, "MobileNets", arXiv 1704.04861, section 4; Huang and others, "Densely
 * connected convolutional networks", arXiv 1608.06993).
 *
 * <p>A matrix product is a fully connected layer if one of its operands is a parameter.
 */
final class PaperConvention implements CountingConvention {
  private static final Set<String> CONVOLUTIONS =
      Set.of("Conv", "ConvTranspose", "ConvInteger", "QLinearConv", "DeformConv");
  private static final Set<String> PRODUCTS =
      Set.of("Gemm", "MatMul", "MatMulInteger", "QLinearMatMul", "FC");

  private final CountingConvention multiplyAdds;

  /**
   * Makes the convention.
   *
   * @param multiplyAdds how a layer that is counted is counted
   */
  PaperConvention(CountingConvention multiplyAdds) {
    this.multiplyAdds = multiplyAdds;
  }

  @Override
  public String id() {
    return "paper";
  }

  @Override
  public String description() {
    return "mult-adds of convolutions and fully connected layers only";
  }

  @Override
  public Amount count(LayerView layer) {
    return layer.cost().isUnknown() || isCounted(layer) ? multiplyAdds.count(layer) : Amount.zero();
  }

  private static boolean isCounted(LayerView layer) {
    if (!layer.operator().domain().equals(OperatorId.ONNX)) {
      return false;
    }
    String name = layer.operator().name();
    return CONVOLUTIONS.contains(name) || (PRODUCTS.contains(name) && hasParameter(layer));
  }

  private static boolean hasParameter(LayerView layer) {
    for (int i = 0; i < layer.inputCount(); i++) {
      if (layer.hasInput(i) && layer.input(i).isParameter()) {
        return true;
      }
    }
    return false;
  }
}
