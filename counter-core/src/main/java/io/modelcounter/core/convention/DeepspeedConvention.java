package io.modelcounter.core.convention;

import io.modelcounter.cost.CompositeKind;
import io.modelcounter.cost.ModelView;
import io.modelcounter.cost.NamedAmount;
import io.modelcounter.model.Attributes;
import io.modelcounter.model.Shape;
import io.modelcounter.spi.UnknownInputException;
import io.modelcounter.spi.support.Window;
import io.modelcounter.symbolic.Size;
import java.util.List;

/**
 * The FLOPs profiler of DeepSpeed (commit edaa7221) and calflops (commit 29ca5844), a fork of it.
 * Both replace the functions of PyTorch while the network runs, and know FLOPs and MACs.
 */
final class DeepspeedConvention extends ToolConvention {
  private final boolean isFork;
  private final boolean isMacs;

  /**
   * Makes the convention.
   *
   * @param isFork whether it is calflops, which replaces fewer functions
   * @param isMacs whether it is the column of MACs
   */
  DeepspeedConvention(String id, String description, boolean isFork, boolean isMacs) {
    super(id, description);
    this.isFork = isFork;
    this.isMacs = isMacs;
  }

  @Override
  List<String> ambiguities(ModelView model) {
    return FunctionNotes.of(model, isFork);
  }

  @Override
  void count(Operation layer, Breakdown terms) {
    switch (layer.kind()) {
      case CONVOLUTION -> {
        addProducts(layer, terms, layer.multiplyAdds());
        addOperations(terms, NamedAmount.BIAS, layer.addsBias() ? layer.out() : Size.ZERO);
      }
      case TRANSPOSED_CONVOLUTION -> countTransposed(layer, terms);
      case LINEAR -> countLinear(layer, terms);
      case MATRIX_PRODUCT -> countProduct(layer, terms);
      case PRODUCT_AND_SUM -> {
        addProducts(layer, terms, layer.multiplyAdds());
        addOperations(terms, NamedAmount.BIAS, layer.elements(2));
      }
      case FUSED_ATTENTION -> {
        if (!isFork) {
          addProducts(layer, terms, layer.multiplyAdds());
        }
      }
      default -> {
        if (!isMacs && layer.isMain()) {
          countOperations(layer, terms);
        }
      }
    }
  }

  private void addProducts(Operation layer, Breakdown terms, Size products) {
    terms.add(layer.term(), products);
    addOperations(terms, NamedAmount.SECOND_OPERATION, products);
  }

  private void addOperations(Breakdown terms, String name, Size amount) {
    if (!isMacs) {
      terms.add(name, amount);
    }
  }

  /**
   * Takes Co / g for the output channels and divides by g again; the bias goes by the wrong size.
   */
  private void countTransposed(Operation layer, Breakdown terms) {
    long groups = layer.integer("group", 1);
    addProducts(layer, terms, layer.multiplyAdds().floorDiv(Size.of(groups)));
    if (layer.addsBias()) {
      Shape in = layer.shape(0);
      Shape weights = layer.shape(1);
      int axes = weights.rank() - 2;
      Size all = in.dim(0).times(weights.dim(1));
      for (int i = 0; i < axes; i++) {
        all = all.times(position(layer, i, axes));
      }
      if (Size.ZERO.isGreaterThan(all)) {
        throw new UnknownInputException(id() + " comes to a negative number of biases");
      }
      addOperations(terms, NamedAmount.BIAS, all);
    }
  }

  /** Output size along an axis as if it were no transposed convolution; it may be negative. */
  private static Size position(Operation layer, int axis, int axes) {
    Attributes attributes = layer.layer().attributes();
    long[] pads = Window.list(attributes, "pads", 2 * axes, 0);
    long dilation = Window.list(attributes, "dilations", axes, 1)[axis];
    long stride = Window.list(attributes, "strides", axes, 1)[axis];
    return layer
        .shape(0)
        .dim(axis + 2)
        .plus(Size.of(pads[axis] + pads[axes + axis] - 1))
        .minus(layer.shape(1).dim(axis + 2).minus(Size.ONE).times(dilation))
        .floorDiv(Size.of(stride))
        .plus(Size.ONE);
  }

  private void countLinear(Operation layer, Breakdown terms) {
    if (!layer.isInCell() && layer.isMain()) {
      addProducts(layer, terms, layer.multiplyAdds());
    } else if (layer.isInCell() && !isMacs) {
      countCell(layer, terms);
    }
  }

  /**
   * calflops replaces neither mm, which exporters write as Gemm, nor bmm, which multi-head
   * attention calls, nor the fused attention.
   */
  private void countProduct(Operation layer, Breakdown terms) {
    boolean hidden =
        layer.layer().operator().name().equals("Gemm")
            || layer.isIn(CompositeKind.FUSED_ATTENTION, CompositeKind.MULTIHEAD_ATTENTION);
    if (!(isFork && hidden)) {
      addProducts(layer, terms, layer.multiplyAdds());
    }
  }

  private void countOperations(Operation layer, Breakdown terms) {
    // An encoder layer keeps its activation from before the functions are replaced.
    boolean kept = layer.roleIn(CompositeKind.ENCODER_LAYER).equals("own operation");
    switch (layer.kind()) {
      case EINSUM -> terms.add(layer.term(), EinsumRounding.printed(layer.multiplyAdds()));
      case BATCH_NORM -> terms.add(layer.term(), layer.in().times(layer.isAffine() ? 2 : 1));
      case LAYER_NORM, GROUP_NORM, INSTANCE_NORM ->
          terms.add(layer.term(), layer.in().times(layer.isAffine() ? 5 : 4));
      case RELU, PRELU, ELU, LEAKY_RELU, SILU, GELU -> {
        if (!kept) {
          terms.add(layer.term(), layer.in());
        }
      }
      case SOFTMAX -> {
        if (!layer.isIn(CompositeKind.FUSED_ATTENTION)) {
          terms.add(layer.term(), layer.in());
        }
      }
      case AVERAGE_POOL, MAX_POOL, ADAPTIVE_AVERAGE_POOL, ADAPTIVE_MAX_POOL ->
          terms.add(layer.term(), layer.in());
      case UPSAMPLE -> terms.add(layer.term(), upsampling(layer));
      case RNN, GRU, LSTM -> countRecurrence(layer, terms);
      default -> {
        // Not replaced, or counted as 0: ReLU6 calls hardtanh.
      }
    }
  }

  /** A given size loses batch and channels; calflops drops a given scale. */
  private Size upsampling(Operation layer) {
    if (layer.has("size")) {
      return layer.outPositions();
    }
    return isFork ? layer.in() : layer.out();
  }

  private static void countRecurrence(Operation layer, Breakdown terms) {
    Recurrence sizes = Recurrence.of(layer);
    Size products = sizes.multiplyAdds();
    terms.add(layer.term(), products);
    // A sum of n products has n - 1 additions.
    Size sums = sizes.steps().times(sizes.gates()).times(2);
    terms.add(NamedAmount.SECOND_OPERATION, products.minus(sums));
    terms.add(NamedAmount.BIAS, sizes.biases());
    terms.add(
        GATES, sizes.steps().times(sizes.hidden()).times(Recurrence.gateFactor(layer.kind())));
  }

  private static void countCell(Operation layer, Breakdown terms) {
    CompositeKind cell = Recurrence.cellKind(layer);
    if (layer.isMain()) {
      Size products = layer.multiplyAdds();
      terms.add(cell.term(), products);
      terms.add(NamedAmount.SECOND_OPERATION, products.minus(layer.out()));
      if (layer.roleIn(cell).equals("state product")) {
        Size batch = layer.outShape().dim(0);
        terms.add(
            GATES, batch.times(Recurrence.cellHidden(layer)).times(Recurrence.gateFactor(cell)));
      }
    }
    if (layer.addsBias()) {
      terms.add(NamedAmount.BIAS, layer.out());
    }
  }
}
