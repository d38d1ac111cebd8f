package io.modelcounter.core.convention;

import io.modelcounter.cost.CompositeKind;
import io.modelcounter.model.Shape;
import io.modelcounter.symbolic.Size;

/** The columns of torchstat (commit b52a3b06) on memory, in bytes of four-byte elements. */
final class TorchstatMemoryConvention extends ToolConvention {
  private static final long BYTES = 4;
  private static final int IMAGE_RANK = 4;

  /** Which column. */
  enum Column {
    /** Results. */
    MEMORY,
    /** Bytes read. */
    READ,
    /** Bytes written. */
    WRITE
  }

  private final Column column;

  TorchstatMemoryConvention(String id, String description, Column column) {
    super(id, description);
    this.column = column;
  }

  @Override
  public boolean countsOperations() {
    return false;
  }

  @Override
  void count(Operation layer, Breakdown terms) {
    boolean last = layer.layer().moduleCall().filter(call -> !call.isLast()).isEmpty();
    if (!last
        || !layer.isModule()
        || !layer.isMain()
        || layer.isInCell()
        || layer.isIn(CompositeKind.MULTIHEAD_ATTENTION)) {
      return;
    }
    if (column == Column.MEMORY) {
      Shape out = layer.outShape();
      terms.add("results", out.elements(1, out.rank()).times(BYTES));
      return;
    }
    boolean image = layer.outShape().rank() == IMAGE_RANK;
    boolean known =
        switch (layer.kind()) {
          case CONVOLUTION, BATCH_NORM, MAX_POOL, AVERAGE_POOL -> image;
          case LINEAR, RELU, RELU6, PRELU, ELU, LEAKY_RELU -> true;
          default -> false;
        };
    if (known && column == Column.WRITE) {
      terms.add("results", layer.out().times(BYTES));
    } else if (known) {
      terms.add("data", layer.in().times(BYTES));
      terms.add("parameters", parameters(layer).times(layer.shape(0).dim(0)).times(BYTES));
    }
  }

  /** Parameters are read once for every sample; running statistics are not read at all. */
  private static Size parameters(Operation layer) {
    return switch (layer.kind()) {
      case CONVOLUTION, LINEAR, PRELU -> {
        Size weights = layer.elements(1);
        yield layer.hasBias() ? weights.plus(outputs(layer)) : weights;
      }
      case BATCH_NORM -> layer.shape(0).dim(1).times(2);
      default -> Size.ZERO;
    };
  }

  private static Size outputs(Operation layer) {
    Shape out = layer.outShape();
    return out.dim(layer.kind() == CompositeKind.LINEAR ? out.rank() - 1 : 1);
  }
}
