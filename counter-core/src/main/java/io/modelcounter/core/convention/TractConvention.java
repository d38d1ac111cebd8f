package io.modelcounter.core.convention;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/**
 * The cost that tract prints as FMA: fused multiply-adds of products and convolutions, products of
 * two tensors, and series for activations. What tract simplifies before it counts is not followed.
 */
final class TractConvention extends OperatorConvention {
  private static final Map<String, Integer> PER_ELEMENT =
      Map.of("Mul", 1, "Tanh", 11, "Erf", 11, "Sigmoid", 11, "Swish", 12, "BatchNormalization", 1);

  private static final Set<String> REDUCTIONS =
      Set.of("ReduceMean", "ReduceSum", "ReduceMax", "ReduceMin", "ReduceProd");

  TractConvention() {
    super("tract", "fused multiply-adds (FMA) in the cost that tract prints", rules(), Set.of());
  }

  private static Map<String, Rule> rules() {
    Map<String, Rule> rules = new HashMap<>();
    PER_ELEMENT.forEach((name, amount) -> rules.put(name, layer -> layer.out().times(amount)));
    REDUCTIONS.forEach(name -> rules.put(name, LayerSizes::in));
    for (String name :
        Set.of(
            "Attention",
            "Conv",
            "ConvInteger",
            "ConvTranspose",
            "Einsum",
            "Gemm",
            "GRU",
            "LSTM",
            "MatMul",
            "MatMulInteger",
            "QLinearConv",
            "QLinearMatMul",
            "RNN")) {
      rules.put(name, LayerSizes::multiplyAdds);
    }
    rules.put(
        "Gelu",
        layer -> layer.out().times(layer.text("approximate", "none").equals("tanh") ? 15 : 14));
    return rules;
  }
}
