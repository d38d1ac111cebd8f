package io.modelcounter.core.composite;

import io.modelcounter.core.inference.TypedNode;
import io.modelcounter.cost.CompositeKind;
import io.modelcounter.model.Shape;
import io.modelcounter.model.TensorType;
import io.modelcounter.symbolic.Size;
import java.util.Arrays;
import java.util.Optional;

/**
 * Pooling. Adaptive pooling is exported as pooling over the whole input, or as pooling of one
 * position where input and output have the same size.
 */
final class PoolingPatterns {
  private PoolingPatterns() {}

  /** AveragePool: adaptive if its window is one position. */
  static Optional<Composite> average(TypedNode node, Links links) {
    boolean onePosition =
        Arrays.stream(node.call().attributes().integers("kernel_shape").orElse(new long[] {0}))
            .allMatch(size -> size == 1);
    return Optional.of(
        Composite.of(
            onePosition ? CompositeKind.ADAPTIVE_AVERAGE_POOL : CompositeKind.AVERAGE_POOL, node));
  }

  /** MaxPool: adaptive if its window is the whole input. */
  static Optional<Composite> maximum(TypedNode node, Links links) {
    long[] kernel = node.call().attributes().integers("kernel_shape").orElse(new long[0]);
    boolean whole =
        node.inputs().get(0).type() instanceof TensorType type
            && type.shape().hasRank()
            && coversAll(kernel, type.shape());
    return Optional.of(
        Composite.of(whole ? CompositeKind.ADAPTIVE_MAX_POOL : CompositeKind.MAX_POOL, node));
  }

  private static boolean coversAll(long[] kernel, Shape input) {
    if (kernel.length == 0 || kernel.length != input.rank() - 2) {
      return false;
    }
    for (int i = 0; i < kernel.length; i++) {
      if (!input.dim(i + 2).equals(Size.of(kernel[i]))) {
        return false;
      }
    }
    return true;
  }
}
