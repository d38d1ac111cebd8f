package io.modelcounter.core.composite;

import io.modelcounter.core.inference.TypedNode;
import io.modelcounter.cost.CompositeKind;
import io.modelcounter.model.TensorType;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The patterns by the operator of the node that each of them begins at. */
final class Patterns {
  /** Patterns of attention, beside which its nodes remain what they are. */
  static final Map<String, Pattern> ATTENTION = Map.of("Softmax", AttentionPatterns::softmax);

  /** Operations that are spelled out, before those that are one node. */
  static final List<Map<String, Pattern>> IN_ORDER = List.of(spelledOut(), alone(), elementwise());

  private Patterns() {}

  private static Map<String, Pattern> spelledOut() {
    return Map.ofEntries(
        Map.entry("MatMul", LinearPatterns::matMul),
        Map.entry("Clip", ActivationPatterns::clip),
        Map.entry("Erf", ActivationPatterns::erf),
        Map.entry("HardSigmoid", ActivationPatterns::hardSigmoid),
        Map.entry("InstanceNormalization", NormPatterns::instanceNormalization),
        Map.entry("LayerNormalization", NormPatterns::layerNormalization),
        Map.entry("Sigmoid", ActivationPatterns::sigmoid),
        Map.entry("Softplus", ActivationPatterns::softplus),
        Map.entry("Sqrt", NormPatterns::squareRoot),
        Map.entry("Tanh", ActivationPatterns::tanh));
  }

  private static Map<String, Pattern> alone() {
    Map<String, Pattern> patterns = new HashMap<>();
    patterns.put(
        "Conv",
        (node, links) ->
            Optional.of(
                Composite.of(CompositeKind.CONVOLUTION, node, "product")
                    .with("bias", Links.hasInput(node, 2))));
    patterns.put(
        "ConvTranspose",
        (node, links) ->
            Optional.of(
                Composite.of(CompositeKind.TRANSPOSED_CONVOLUTION, node, "product")
                    .with("bias", Links.hasInput(node, 2))));
    patterns.put("Gemm", LinearPatterns::gemm);
    patterns.put("AveragePool", PoolingPatterns::average);
    patterns.put("MaxPool", PoolingPatterns::maximum);
    patterns.put("Gather", Patterns::embedding);
    patterns.put("BatchNormalization", NormPatterns.operator(CompositeKind.BATCH_NORM));
    patterns.put("GroupNormalization", NormPatterns.operator(CompositeKind.GROUP_NORM));
    patterns.put("RMSNormalization", NormPatterns.operator(CompositeKind.RMS_NORM));
    for (String name : List.of("Resize", "Upsample")) {
      patterns.put(
          name,
          (node, links) ->
              Optional.of(
                  Composite.of(CompositeKind.UPSAMPLE, node)
                      .with("size", Links.hasInput(node, 3))));
    }
    patterns.put("RNN", LinearPatterns.recurrent(CompositeKind.RNN));
    patterns.put("GRU", LinearPatterns.recurrent(CompositeKind.GRU));
    patterns.put("LSTM", LinearPatterns.recurrent(CompositeKind.LSTM));
    Map.ofEntries(
            Map.entry("Attention", CompositeKind.FUSED_ATTENTION),
            Map.entry("Einsum", CompositeKind.EINSUM),
            Map.entry("Relu", CompositeKind.RELU),
            Map.entry("LeakyRelu", CompositeKind.LEAKY_RELU),
            Map.entry("PRelu", CompositeKind.PRELU),
            Map.entry("Elu", CompositeKind.ELU),
            Map.entry("Gelu", CompositeKind.GELU),
            Map.entry("Swish", CompositeKind.SILU),
            Map.entry("HardSwish", CompositeKind.HARDSWISH),
            Map.entry("Mish", CompositeKind.MISH),
            Map.entry("Softmax", CompositeKind.SOFTMAX),
            Map.entry("LogSoftmax", CompositeKind.LOG_SOFTMAX),
            Map.entry("GlobalAveragePool", CompositeKind.ADAPTIVE_AVERAGE_POOL),
            Map.entry("GlobalMaxPool", CompositeKind.ADAPTIVE_MAX_POOL))
        .forEach(
            (name, kind) ->
                patterns.put(name, (node, links) -> Optional.of(Composite.of(kind, node))));
    return Map.copyOf(patterns);
  }

  private static Map<String, Pattern> elementwise() {
    Map<String, Pattern> patterns = new HashMap<>();
    for (String name :
        List.of("Add", "Sub", "Mul", "Div", "Pow", "Sqrt", "Exp", "Erf", "Softplus")) {
      patterns.put(name, (node, links) -> real(CompositeKind.ELEMENTWISE, node));
    }
    for (String name : List.of("ReduceMean", "ReduceSum", "ReduceMax", "ReduceMin", "ReduceL2")) {
      patterns.put(name, (node, links) -> real(CompositeKind.REDUCTION, node));
    }
    return Map.copyOf(patterns);
  }

  private static Optional<Composite> real(CompositeKind kind, TypedNode node) {
    return Composites.isWork(node) ? Optional.of(Composite.of(kind, node)) : Optional.empty();
  }

  /** Gather of rows of a stored table by indices that are not stored. */
  private static Optional<Composite> embedding(TypedNode node, Links links) {
    boolean table =
        Links.isStored(node, 0)
            && !Links.isStored(node, 1)
            && Links.rank(node, 0) == 2
            && node.call().attributes().integer("axis", 0) == 0
            && node.inputs().get(0).type() instanceof TensorType type
            && type.element().isFloat();
    return table ? Optional.of(Composite.of(CompositeKind.EMBEDDING, node)) : Optional.empty();
  }
}
