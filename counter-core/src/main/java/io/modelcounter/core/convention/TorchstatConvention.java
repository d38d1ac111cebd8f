package io.modelcounter.core.convention;

import io.modelcounter.cost.CompositeKind;
import io.modelcounter.cost.ModelView;
import io.modelcounter.cost.NamedAmount;
import io.modelcounter.model.Shape;
import io.modelcounter.spi.UnknownInputException;
import io.modelcounter.symbolic.Amount;
import io.modelcounter.symbolic.Size;
import java.util.List;

/**
 * torchstat (commit b52a3b06). Its "Flops" are multiply-adds and biases, its "MAdd" are FLOPs of
 * one sample: the names are exchanged. Only modules without inner ones are counted, and of a module
 * that is called several times the last call alone.
 */
final class TorchstatConvention extends ToolConvention {
  private static final int IMAGE_RANK = 4;

  private final boolean isMadd;

  private TorchstatConvention(String id, String description, boolean isMadd) {
    super(id, description);
    this.isMadd = isMadd;
  }

  /** The column "Flops". */
  static TorchstatConvention flops() {
    return new TorchstatConvention("torchstat", "the column Flops of torchstat", false);
  }

  /** The column "MAdd". */
  static TorchstatConvention madd() {
    return new TorchstatConvention("torchstat-madd", "the column MAdd of torchstat", true);
  }

  @Override
  public Amount total(ModelView model) {
    return isTooMany(model)
        ? Amount.unknown("torchstat takes networks of one input only")
        : super.total(model);
  }

  @Override
  public List<NamedAmount> totalTerms(ModelView model) {
    return isTooMany(model)
        ? List.of(new NamedAmount(NamedAmount.OTHER, total(model)))
        : super.totalTerms(model);
  }

  private static boolean isTooMany(ModelView model) {
    return model.inputs().size() > 1;
  }

  @Override
  void count(Operation layer, Breakdown terms) {
    boolean isRepeated = layer.layer().moduleCall().filter(call -> !call.isLast()).isPresent();
    if (isRepeated) {
      return;
    }
    if (layer.isInCell()) {
      refuseTuples(layer);
    } else if (layer.isModule() && !layer.isIn(CompositeKind.MULTIHEAD_ATTENTION)) {
      if (isMadd) {
        countMadd(layer, terms);
      } else {
        countFlops(layer, terms);
      }
    }
  }

  private static void refuseTuples(Operation layer) {
    if (layer.isIn(CompositeKind.LSTM_CELL)) {
      throw new UnknownInputException("torchstat fails on modules with several outputs");
    }
  }

  private static void refuse(Operation layer) {
    switch (layer.kind()) {
      case LINEAR -> {
        if (layer.outShape().rank() != 2) {
          throw new UnknownInputException("torchstat takes linear layers of matrices only");
        }
      }
      case RNN, GRU, LSTM ->
          throw new UnknownInputException("torchstat fails on modules with several outputs");
      default -> {
        // Everything else runs.
      }
    }
  }

  private static boolean isImage(Operation layer) {
    return layer.outShape().rank() == IMAGE_RANK;
  }

  private static void countFlops(Operation layer, Breakdown terms) {
    refuse(layer);
    if (!layer.isMain()) {
      return;
    }
    switch (layer.kind()) {
      case CONVOLUTION -> {
        if (isImage(layer)) {
          terms.add(layer.term(), layer.multiplyAdds());
          addBias(layer, terms);
        }
      }
      case LINEAR -> terms.add(layer.term(), layer.multiplyAdds());
      case BATCH_NORM -> {
        if (isImage(layer)) {
          terms.add(layer.term(), layer.in().times(layer.isAffine() ? 2 : 1));
        }
      }
      case RELU, RELU6, PRELU, ELU, LEAKY_RELU -> terms.add(layer.term(), layer.in());
      case MAX_POOL, AVERAGE_POOL -> {
        if (isImage(layer)) {
          terms.add(layer.term(), layer.in());
        }
      }
      case UPSAMPLE -> {
        // Loses the channels.
        Shape out = layer.outShape();
        terms.add(layer.term(), out.dim(0).times(layer.outPositions()));
      }
      default -> {
        // Printed as not supported.
      }
    }
  }

  private static void addBias(Operation layer, Breakdown terms) {
    if (layer.addsBias()) {
      terms.add(NamedAmount.BIAS, layer.out());
    }
  }

  /** Operations of one sample. */
  private static void countMadd(Operation layer, Breakdown terms) {
    refuse(layer);
    if (!layer.isMain()) {
      return;
    }
    switch (layer.kind()) {
      case CONVOLUTION -> {
        if (isImage(layer)) {
          addProducts(layer, terms, sample(layer.outShape()));
        }
      }
      case TRANSPOSED_CONVOLUTION -> {
        if (isImage(layer)) {
          Size channels = layer.outShape().dim(1);
          addProducts(
              layer, terms, channels.times(sample(layer.shape(0)).floorDiv(layer.shape(0).dim(1))));
        }
      }
      case LINEAR -> {
        // A bias makes no difference.
        Size products = ofSample(layer, layer.multiplyAdds());
        terms.add(layer.term(), products);
        terms.add(NamedAmount.SECOND_OPERATION, products.minus(sample(layer.outShape())));
      }
      case BATCH_NORM -> {
        if (isImage(layer)) {
          terms.add(layer.term(), sample(layer.shape(0)).times(4));
        }
      }
      case RELU, RELU6 -> terms.add(layer.term(), sample(layer.shape(0)));
      case MAX_POOL -> {
        if (isImage(layer)) {
          Size window = layer.window();
          terms.add(layer.term(), sample(layer.outShape()).times(window.minus(Size.ONE)));
        }
      }
      case AVERAGE_POOL -> {
        if (isImage(layer)) {
          terms.add(layer.term(), sample(layer.outShape()).times(layer.window()));
        }
      }
      case SOFTMAX -> terms.add(layer.term(), sample(layer.shape(0)).times(3).minus(Size.ONE));
      default -> {
        // Printed as not supported.
      }
    }
  }

  /** Sums of n products have n - 1 additions, and one more where there is a bias. */
  private static void addProducts(Operation layer, Breakdown terms, Size sums) {
    Size products = ofSample(layer, layer.multiplyAdds());
    terms.add(layer.term(), products);
    terms.add(NamedAmount.SECOND_OPERATION, products.minus(sums));
    if (layer.addsBias()) {
      terms.add(NamedAmount.BIAS, sums);
    }
  }

  private static Size sample(Shape shape) {
    return shape.elements(1, shape.rank());
  }

  private static Size ofSample(Operation layer, Size amount) {
    return amount
        .divideExactly(layer.outShape().dim(0))
        .orElseThrow(() -> new UnknownInputException("the batch cannot be divided out"));
  }
}
