package io.modelcounter.core.inference;

import io.modelcounter.core.inference.StoredSource.Origin;
import io.modelcounter.core.inference.TypedNode.Resolution;
import io.modelcounter.model.OperatorId;
import io.modelcounter.spi.Call;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

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
          Map.entry("Concat", Integer.MAX_VALUE),
          Map.entry("SequenceConstruct", Integer.MAX_VALUE),
          Map.entry("SequenceAt", 1),
          Map.entry("SplitToSequence", 1),
          Map.entry("ConcatFromSequence", 1),
          Map.entry("Optional", 1),
          Map.entry("OptionalGetElement", 1));

  /** Operators that a runtime offers in a domain of its own as well. */
  private static final Set<String> QUANTIZING = Set.of("QuantizeLinear", "DequantizeLinear");

  /** What the outputs of a node are made of. */
  static StoredOrigins of(Call call, List<TypedValue> inputs, Resolution resolution) {
    if (resolution != Resolution.OPERATOR || inputs.isEmpty()) {
      return NONE;
    }
    Integer carrying = carryingInputs(call.operator());
    int count = carrying == null ? inputs.size() : Math.min(carrying, inputs.size());
    if (count == 1) {
      TypedValue only = inputs.get(0);
      return only.isStored()
          ? new StoredOrigins(only.sources(), carrying != null && only.verbatim())
          : NONE;
    }
    List<TypedValue> given = new ArrayList<>(count);
    for (int i = 0; i < count; i++) {
      if (call.hasInput(i)) {
        given.add(inputs.get(i));
      }
    }
    return union(given, carrying != null);
  }

  /** How many leading inputs carry elements to the outputs; null if the operator computes. */
  private static @Nullable Integer carryingInputs(OperatorId operator) {
    boolean isKnown =
        operator.domain().equals(OperatorId.ONNX)
            || (operator.domain().equals("com.microsoft") && QUANTIZING.contains(operator.name()));
    return isKnown ? CARRYING_INPUTS.get(operator.name()) : null;
  }

  /** What a value is made of that is one of two. */
  static StoredOrigins either(TypedValue first, TypedValue second) {
    return union(List.of(first, second), true);
  }

  private static StoredOrigins union(List<TypedValue> values, boolean rearranged) {
    Set<StoredSource> union = new LinkedHashSet<>();
    boolean verbatim = rearranged;
    for (TypedValue value : values) {
      if (!value.isStored()) {
        return NONE;
      }
      union.addAll(value.sources());
      if (union.size() > MAX_SOURCES) {
        return NONE;
      }
      verbatim &= value.verbatim();
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
