package io.modelcounter.core.convention;

import io.modelcounter.cost.CompositeKind;
import io.modelcounter.cost.CompositePart;
import io.modelcounter.cost.LayerView;
import java.util.Optional;

/** A layer as the part of an operation that it is. */
final class Operation extends LayerSizes {
  private final CompositePart part;

  private Operation(LayerView layer, CompositePart part) {
    super(layer);
    this.part = part;
  }

  /** The smallest operation that a layer is part of. */
  static Optional<Operation> of(LayerView layer) {
    return layer.parts().stream().findFirst().map(part -> new Operation(layer, part));
  }

  CompositeKind kind() {
    return part.kind();
  }

  boolean isMain() {
    return part.isMain();
  }

  /** Tells whether it was written as a module and not as a function. */
  boolean isModule() {
    return part.isModule();
  }

  String role() {
    return part.role();
  }

  boolean has(String role) {
    return part.has(role);
  }

  /** Tells whether it stands inside a larger operation. */
  boolean isIn(CompositeKind... larger) {
    for (CompositeKind kind : larger) {
      if (layer().part(kind).isPresent()) {
        return true;
      }
    }
    return false;
  }

  /** What the layer is to a larger operation; an empty text if it is no part of one. */
  String roleIn(CompositeKind larger) {
    return layer().part(larger).map(CompositePart::role).orElse("");
  }

  boolean isInCell() {
    return isIn(CompositeKind.RNN_CELL, CompositeKind.GRU_CELL, CompositeKind.LSTM_CELL);
  }

  /** Tells whether a normalization has a learned scale. */
  boolean isAffine() {
    return has("scale");
  }

  /** Name of its work in a breakdown. */
  String term() {
    return kind().term();
  }

  /** Tells whether there is a bias: an input of the node, or another layer. */
  boolean hasBias() {
    return has("bias");
  }

  /** Tells whether the layer adds the bias: it is the Add, or has the bias as an input. */
  boolean addsBias() {
    return role().equals("bias") || (isMain() && layer().hasInput(2) && hasBias());
  }
}
