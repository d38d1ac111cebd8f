package io.modelcounter.core.composite;

import io.modelcounter.core.inference.TypedNode;
import io.modelcounter.cost.CompositeKind;
import io.modelcounter.symbolic.Size;
import java.util.Optional;

/** Attention that is spelled out: a product, a softmax and another product. */
final class AttentionPatterns {
  /** Most nodes between a product and the softmax: scale, bias, masks and changes of layout. */
  private static final int MAX_STEPS = 12;

  private static final String[] PRODUCTS = {"MatMul", "Einsum"};
  private static final String[] BETWEEN = {
    "Add", "Mul", "Div", "Where", "Reshape", "Cast", "Identity", "Dropout", "Sub", "Transpose"
  };

  private AttentionPatterns() {}

  /**
   * Attention around a Softmax. It is the fused operation of the framework if both factors of the
   * scores are scaled, each by the root of the scale, as the exporters of PyTorch write it.
   */
  static Optional<Composite> softmax(TypedNode softmax, Links links) {
    Optional<TypedNode> mixing = after(softmax, links);
    if (mixing.isEmpty()) {
      return Optional.empty();
    }
    TypedNode node = softmax;
    for (int step = 0; step < MAX_STEPS; step++) {
      Optional<TypedNode> before = links.producer(node, 0);
      if (before.isEmpty()) {
        return Optional.empty();
      }
      TypedNode previous = before.get();
      if (Links.is(previous, PRODUCTS)) {
        return Optional.of(attention(previous, softmax, mixing.get(), links));
      }
      if (!Links.is(previous, BETWEEN)) {
        return Optional.empty();
      }
      node = previous;
    }
    return Optional.empty();
  }

  private static Optional<TypedNode> after(TypedNode softmax, Links links) {
    TypedNode node = softmax;
    for (int step = 0; step < MAX_STEPS; step++) {
      Optional<TypedNode> product = links.user(node, PRODUCTS);
      if (product.isPresent()) {
        return product;
      }
      Optional<TypedNode> next =
          links.user(node, "Identity", "Dropout", "Cast", "Reshape", "Where", "Transpose");
      if (next.isEmpty()) {
        return Optional.empty();
      }
      node = next.get();
    }
    return Optional.empty();
  }

  private static Composite attention(
      TypedNode scores, TypedNode softmax, TypedNode mixing, Links links) {
    Optional<TypedNode> query = scaling(scores, 0, links);
    Optional<TypedNode> key = scaling(scores, 1, links);
    boolean fused = query.isPresent() && key.isPresent();
    Composite attention =
        Composite.of(
                fused ? CompositeKind.FUSED_ATTENTION : CompositeKind.ATTENTION, scores, "scores")
            .with(softmax, "softmax")
            .with(mixing, "mixing");
    if (fused) {
      return attention.with(query.get(), "scale").with(key.get(), "scale");
    }
    return attention;
  }

  private static Optional<TypedNode> scaling(TypedNode scores, int input, Links links) {
    return links
        .producer(scores, input, "Mul")
        .filter(node -> isSmall(node, 0) || isSmall(node, 1));
  }

  /** A factor of one element, as exporters write scales. */
  private static boolean isSmall(TypedNode node, int input) {
    return Links.elements(node, input).map(Size::isOne).orElse(false);
  }
}
