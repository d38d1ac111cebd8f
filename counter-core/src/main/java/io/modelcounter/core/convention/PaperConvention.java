package io.modelcounter.core.convention;

import io.modelcounter.cost.Cost;
import io.modelcounter.cost.CountingConvention;
import io.modelcounter.cost.LayerView;
import io.modelcounter.cost.Work;
import io.modelcounter.cost.WorkKind;
import io.modelcounter.model.OperatorId;
import io.modelcounter.symbolic.Amount;
import io.modelcounter.symbolic.Size;
import java.util.Optional;
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
    Cost cost = layer.cost();
    if (cost.isUnknown()) {
      return Amount.unknown(cost.reason().orElse("not counted"));
    }
    if (!isCounted(layer)) {
      return Amount.zero();
    }
    Size low = cost.low().amount(WorkKind.MULTIPLY_ADD);
    Optional<Work> high = cost.high();
    if (high.isEmpty()) {
      return Amount.atLeast(low, cost.reason().orElse("not counted"));
    }
    return high.get().equals(cost.low())
        ? Amount.exact(low)
        : Amount.between(
            low, high.get().amount(WorkKind.MULTIPLY_ADD), cost.reason().orElse("bounded"));
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
