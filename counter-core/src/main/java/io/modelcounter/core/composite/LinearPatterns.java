package io.modelcounter.core.composite;

import io.modelcounter.core.inference.TypedNode;
import io.modelcounter.cost.CompositeKind;
import io.modelcounter.model.TensorType;
import io.modelcounter.model.ValueType;
import io.modelcounter.symbolic.Size;
import java.util.Optional;

/** Linear layers and matrix products. */
final class LinearPatterns {
  private static final String TRANSPOSED_INPUT = "transposed input";

  private LinearPatterns() {}

  /** Gemm: a linear layer if the second factor is stored, else a product of activations. */
  static Optional<Composite> gemm(TypedNode node, Links links) {
    boolean sum = Links.hasInput(node, 2);
    if (Links.isStored(node, 1)) {
      return Optional.of(Composite.of(CompositeKind.LINEAR, node, "product").with("bias", sum));
    }
    return Optional.of(
        sum
            ? Composite.of(CompositeKind.PRODUCT_AND_SUM, node, "product")
            : Composite.of(CompositeKind.MATRIX_PRODUCT, node, "product"));
  }

  /**
   * MatMul: a linear layer if the second factor is a stored matrix, or a transposed one as PyTorch
   * writes it; an Add of a vector behind it is the bias.
   */
  static Optional<Composite> matMul(TypedNode node, Links links) {
    boolean matrix = Links.rank(node, 1) == 2;
    boolean transposed = links.producer(node, 1, "Transpose").isPresent();
    if (!matrix || !(Links.isStored(node, 1) || transposed)) {
      return Optional.of(Composite.of(CompositeKind.MATRIX_PRODUCT, node, "product"));
    }
    Composite linear =
        Composite.of(CompositeKind.LINEAR, node, "product")
            .with(TRANSPOSED_INPUT, isTransposed(node, links));
    return Optional.of(
        links
            .onlyUser(node, "Add")
            .filter(add -> isBias(node, add))
            .map(add -> linear.with(add, "bias"))
            .orElse(linear));
  }

  /** Recurrent layer; several of them may be one module. */
  static Pattern recurrent(CompositeKind kind) {
    return (node, links) ->
        Optional.of(
            Composite.of(kind, node)
                .with("bias", Links.hasInput(node, 3))
                .with(TRANSPOSED_INPUT, isTransposed(node, links)));
  }

  private static boolean isTransposed(TypedNode node, Links links) {
    return links.producer(node, 0, "Transpose").isPresent();
  }

  private static boolean isBias(TypedNode product, TypedNode add) {
    int bias = Links.other(add, Links.output(product));
    if (bias < 0) {
      return false;
    }
    Optional<Size> columns = lastDim(product.inputs().get(1).type());
    Optional<Size> elements = Links.elements(add, bias);
    boolean vector = Links.rank(add, bias) == 1 || Links.isStored(add, bias);
    return vector && columns.isPresent() && columns.equals(elements);
  }

  private static Optional<Size> lastDim(ValueType type) {
    return type instanceof TensorType tensor
            && tensor.shape().hasRank()
            && tensor.shape().rank() > 0
        ? Optional.of(tensor.shape().dim(tensor.shape().rank() - 1))
        : Optional.empty();
  }
}
