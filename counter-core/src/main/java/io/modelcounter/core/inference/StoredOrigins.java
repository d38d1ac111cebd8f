package io.modelcounter.core.inference;

import io.modelcounter.core.inference.StoredSource.Origin;
import io.modelcounter.core.inference.TypedNode.Resolution;
import io.modelcounter.model.OperatorId;
import io.modelcounter.spi.Call;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Follows stored tensors through nodes that compute from nothing else, so that a transposed,
 * dequantized or normalized weight is still known as that weight.
 *
 * @param sources the stored tensors that the outputs are made of; empty if anything else goes in
 * @param verbatim whether the outputs hold the elements of the sources, only rearranged or
 *     converted
 */
record StoredOrigins(Set<StoredSource> sources, boolean verbatim) {
  /** What is made of more tensors than these is no longer followed: sets would grow and grow. */
  private static final int MAX_SOURCES = 256;

  private static final StoredOrigins NONE = new StoredOrigins(Set.of(), false);

  /** How many leading inputs of a rearranging operator carry elements to its output. */
  private static final Map<String, Integer> CARRYING_INPUTS =
      Map.ofEntries(
          Map.entry("Identity", 1),
          Map.entry("Transpose", 1),
          Map.entry("Reshape", 1),
          Map.entry("Flatten", 1),
          Map.entry("Squeeze", 1),
          Map.entry("Unsqueeze", 1),
          Map.entry("Cast", 1),
          Map.entry("CastLike", 1),
          Map.entry("Slice", 1),
          Map.entry("Split", 1),
          Map.entry("Expand", 1),
          Map.entry("DequantizeLinear", 1),
          Map.entry("QuantizeLinear", 1),
          Map.entry("Concat", Integer.MAX_VALUE));

  /** What the outputs of a node are made of. */
  static StoredOrigins of(Call call, List<TypedValue> inputs, Resolution resolution) {
    if (resolution != Resolution.OPERATOR || inputs.isEmpty()) {
      return NONE;
    }
    Integer carrying =
        call.operator().domain().equals(OperatorId.ONNX)
            ? CARRYING_INPUTS.get(call.operator().name())
            : null;
    int count = carrying == null ? inputs.size() : Math.min(carrying, inputs.size());
    if (count == 1) {
      TypedValue only = inputs.get(0);
      return only.isStored()
          ? new StoredOrigins(only.sources(), carrying != null && only.verbatim())
          : NONE;
    }
    Set<StoredSource> union = new LinkedHashSet<>();
    boolean verbatim = carrying != null;
    for (int i = 0; i < count; i++) {
      if (call.hasInput(i)) {
        TypedValue input = inputs.get(i);
        if (!input.isStored()) {
          return NONE;
        }
        union.addAll(input.sources());
        if (union.size() > MAX_SOURCES) {
          return NONE;
        }
        verbatim &= input.verbatim();
      }
    }
    return new StoredOrigins(union, verbatim);
  }

  /** How a node's own output is stored by the model, if it is. */
  static Optional<Origin> ownOrigin(Call call) {
    OperatorId operator = call.operator();
    if (!operator.domain().equals(OperatorId.ONNX)) {
      return Optional.empty();
    }
    if (operator.name().equals("Constant")) {
      return Optional.of(Origin.CONSTANT_NODE);
    }
    return operator.name().equals("ConstantOfShape") && call.isStored(0)
        ? Optional.of(Origin.FILLED)
        : Optional.empty();
  }
}
