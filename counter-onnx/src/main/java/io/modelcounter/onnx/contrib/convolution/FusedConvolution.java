package io.modelcounter.onnx.contrib.convolution;

import io.modelcounter.cost.Cost;
import io.modelcounter.cost.InputRole;
import io.modelcounter.cost.Work;
import io.modelcounter.cost.WorkKind;
import io.modelcounter.model.ElementType;
import io.modelcounter.onnx.contrib.Contrib;
import io.modelcounter.onnx.contrib.FusedActivation;
import io.modelcounter.spi.Call;
import io.modelcounter.spi.operator.SlidingConvolution;
import io.modelcounter.spi.support.BiasWork;
import io.modelcounter.spi.support.ConvolutionProduct;
import io.modelcounter.spi.support.TensorLayout;
import io.modelcounter.symbolic.Size;

/**
 * FusedConv, NhwcConv and NhwcFusedConv (ONNX Runtime, contrib operators): a convolution as Conv of
 * ONNX, to which a tensor Z of the shape of the output may be added before an activation function.
 *
 * <p>The multiply-adds and bias additions of Conv; an addition per output element for Z; the
 * activation function per output element.
 */
final class FusedConvolution extends SlidingConvolution {
  private static final int WEIGHT = 1;
  private static final int BIAS = 2;
  private static final int SUMMAND = 3;

  private final TensorLayout layout;

  FusedConvolution(String name, TensorLayout layout) {
    super(Contrib.operator(name), WEIGHT);
    this.layout = layout;
  }

  @Override
  protected TensorLayout layout(Call call) {
    return layout;
  }

  @Override
  public Cost count(Call call) {
    ConvolutionProduct product = product(call);
    ElementType type = call.element(0);
    Size elements = call.outputShape(0).elements();
    Work work = product.work(type, elements).plus(BiasWork.of(call, BIAS, type, elements));
    if (call.hasInput(SUMMAND)) {
      work = work.and(WorkKind.ADD, type, elements);
    }
    return Cost.of(
        work.plus(FusedActivation.work(call.attributes(), type, elements)),
        product.formula("output positions"));
  }

  @Override
  public InputRole role(Call call, int input) {
    return switch (input) {
      case WEIGHT, BIAS -> InputRole.PARAMETER;
      case SUMMAND -> InputRole.OPERAND;
      default -> InputRole.CONSTANT;
    };
  }
}
