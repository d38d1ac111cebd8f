package io.modelcounter.core.convention;

import io.modelcounter.cost.CompositeKind;
import io.modelcounter.cost.NamedAmount;
import io.modelcounter.model.Shape;
import io.modelcounter.spi.UnknownInputException;
import io.modelcounter.spi.support.Window;
import io.modelcounter.symbolic.Size;
import java.util.List;

/**
 * thop, also called pytorch-OpCounter (commit 43c064af), and the fork of it that Ultralytics keeps
 * (commit fbb5e194). Both count modules by their class; functions count nothing.
 */
final class ThopConvention extends ToolConvention {
  private static final long BICUBIC = 259;

  private final boolean isFork;

  private ThopConvention(String id, String description, boolean isFork) {
    super(id, description);
    this.isFork = isFork;
  }

  /** The original. */
  static ThopConvention original() {
    return new ThopConvention("thop", "MACs of thop (pytorch-OpCounter)", false);
  }

  /** The fork. */
  static ThopConvention fork() {
    return new ThopConvention("ultralytics-thop", "MACs of the thop that Ultralytics keeps", true);
  }

  @Override
  void count(Operation layer, Breakdown terms) {
    if (layer.isInCell()) {
      countCell(layer, terms);
    } else if (layer.isIn(CompositeKind.MULTIHEAD_ATTENTION)) {
      countAttention(layer, terms);
    } else if (layer.isModule() && layer.isMain()) {
      countModule(layer, terms);
    }
  }

  private void countModule(Operation layer, Breakdown terms) {
    switch (layer.kind()) {
      case CONVOLUTION, LINEAR -> terms.add(layer.term(), layer.multiplyAdds());
      case TRANSPOSED_CONVOLUTION ->
          terms.add(layer.term(), isFork ? layer.multiplyAdds() : transposedByOutput(layer));
      case LAYER_NORM -> {
        // The original asks for the very class, which a subclass that changes the layout is not.
        if (isFork || !layer.has("arrangement")) {
          addNorm(layer, terms);
        }
      }
      case BATCH_NORM, INSTANCE_NORM -> addNorm(layer, terms);
      case GROUP_NORM, RMS_NORM -> {
        if (isFork) {
          addNorm(layer, terms);
        }
      }
      case PRELU -> terms.add(layer.term(), layer.in());
      case SOFTMAX -> terms.add(layer.term(), softmax(layer));
      case LOG_SOFTMAX -> {
        if (isFork) {
          Size rows = layer.in().floorDiv(layer.softmaxAxis());
          terms.add(layer.term(), softmax(layer).plus(rows));
        }
      }
      case AVERAGE_POOL ->
          terms.add(layer.term(), isFork ? windows(layer).plus(layer.out()) : layer.out());
      case ADAPTIVE_AVERAGE_POOL -> terms.add(layer.term(), layer.in().plus(layer.out()));
      case UPSAMPLE -> terms.add(layer.term(), layer.out().times(upsampling(layer)));
      case RNN, GRU, LSTM -> {
        Recurrence sizes = Recurrence.of(layer);
        terms.add(layer.term(), sizes.multiplyAdds());
        terms.add(NamedAmount.BIAS, sizes.biases());
        terms.add(
            GATES, sizes.steps().times(sizes.gates().plus(gateWork(layer.kind(), sizes.hidden()))));
      }
      default -> {
        // No rule, or a rule that says 0.
      }
    }
  }

  private static void addNorm(Operation layer, Breakdown terms) {
    terms.add(layer.term(), layer.in().times(layer.isAffine() ? 4 : 2));
  }

  /** Multiplied by the output positions, where the input positions count. */
  private static Size transposedByOutput(Operation layer) {
    Shape weights = layer.shape(1);
    Size perOutput =
        weights
            .dim(0)
            .floorDiv(Size.of(layer.integer("group", 1)))
            .times(weights.elements(2, weights.rank()));
    return layer.out().times(perOutput);
  }

  /** Exponentials, additions and divisions of every row. */
  private static Size softmax(Operation layer) {
    Size axis = layer.softmaxAxis();
    Size rows = layer.in().floorDiv(axis);
    return rows.times(axis.times(3).minus(Size.ONE));
  }

  /** Sum of the sizes of all windows, without padding where the pooling leaves it out. */
  private static Size windows(Operation layer) {
    boolean padded = layer.layer().attributes().integers("pads").isPresent();
    if (layer.integer("count_include_pad", 0) != 0 || !padded || isUnpadded(layer)) {
      return layer.out().times(layer.window());
    }
    Shape in = layer.shape(0);
    Shape out = layer.outShape();
    int axes = layer.spatialRank();
    List<Size> kernel = Window.kernelShape(layer.layer().attributes(), axes);
    long[] pads = Window.list(layer.layer().attributes(), "pads", 2 * axes, 0);
    long[] strides = Window.list(layer.layer().attributes(), "strides", axes, 1);
    Size all = out.elements(0, 2);
    for (int i = 0; i < axes; i++) {
      all =
          all.times(
              covered(
                  number(in.dim(i + 2)),
                  number(out.dim(i + 2)),
                  number(kernel.get(i)),
                  strides[i],
                  pads[i]));
    }
    return all;
  }

  private static boolean isUnpadded(Operation layer) {
    for (long pad : Window.list(layer.layer().attributes(), "pads", 2 * layer.spatialRank(), 0)) {
      if (pad != 0) {
        return false;
      }
    }
    return true;
  }

  private static Size covered(long in, long out, long kernel, long stride, long pad) {
    long sum = 0;
    for (long i = 0; i < out; i++) {
      long start = i * stride - pad;
      sum += Math.min(start + kernel, in) - Math.max(start, 0);
    }
    return Size.of(sum);
  }

  private static long number(Size size) {
    return size.asLong()
        .orElseThrow(
            () ->
                new UnknownInputException(
                    "windows over the edge can be added up only where all sizes are numbers"));
  }

  private long upsampling(Operation layer) {
    int axes = layer.spatialRank();
    return switch (layer.mode()) {
      case "cubic" -> BICUBIC;
      case "linear" ->
          switch (axes) {
            case 1 -> 5;
            case 2 -> 11;
            default -> isFork ? 31 : 0;
          };
      default -> isFork ? 0 : 1;
    };
  }

  private static Size gateWork(CompositeKind kind, Size hidden) {
    return switch (kind) {
      case GRU, LSTM, GRU_CELL, LSTM_CELL -> hidden.times(4);
      default -> Size.ZERO;
    };
  }

  private static void countCell(Operation layer, Breakdown terms) {
    if (layer.kind() != CompositeKind.LINEAR) {
      return;
    }
    CompositeKind cell = Recurrence.cellKind(layer);
    if (layer.isMain()) {
      terms.add(cell.term(), layer.multiplyAdds());
      if (layer.roleIn(cell).equals("state product")) {
        Size batch = layer.outShape().dim(0);
        terms.add(
            GATES,
            batch.times(
                layer.outShape().dim(1).plus(gateWork(cell, Recurrence.cellHidden(layer)))));
      }
    }
    if (layer.addsBias()) {
      terms.add(NamedAmount.BIAS, layer.out());
    }
  }

  /** The fork counts projections, products and softmax; the original has no rule. */
  private void countAttention(Operation layer, Breakdown terms) {
    if (!isFork || !layer.isMain()) {
      return;
    }
    switch (layer.kind()) {
      case LINEAR, MATRIX_PRODUCT -> terms.add(layer.term(), layer.multiplyAdds());
      case SOFTMAX -> terms.add(layer.term(), softmax(layer));
      default -> {
        // Scaling and biases are not counted.
      }
    }
  }
}
