package io.modelcounter.core.operator.convolution;

import io.modelcounter.cost.Cost;
import io.modelcounter.cost.InputRole;
import io.modelcounter.cost.Work;
import io.modelcounter.cost.WorkKind;
import io.modelcounter.model.ElementType;
import io.modelcounter.model.Shape;
import io.modelcounter.spi.Call;
import io.modelcounter.spi.OperatorRange;
import io.modelcounter.spi.operator.SlidingConvolution;
import io.modelcounter.spi.support.BiasWork;
import io.modelcounter.spi.support.ConvolutionProduct;
import io.modelcounter.spi.support.Interpolation;
import io.modelcounter.symbolic.Size;
import java.util.List;

/**
 * DeformConv (ONNX, DeformConv; Dai et al., "Deformable Convolutional Networks", 2017): a
 * convolution whose kernel elements each read from a place of their own.
 *
 * <p>The multiply-adds of Conv; before them, per input channel, output position and kernel element
 * one linear interpolation, and one multiplication with the mask if there is one.
 */
final class DeformableConvolution extends SlidingConvolution {
  private static final int WEIGHT = 1;
  private static final int BIAS = 3;
  private static final int MASK = 4;

  DeformableConvolution() {
    super(OperatorRange.onnx("DeformConv"), WEIGHT);
  }

  @Override
  public Cost count(Call call) {
    ConvolutionProduct product = product(call);
    Shape output = call.outputShape(0);
    ElementType type = call.element(0);
    Size samples =
        Size.product(
            List.of(
                product.batch(), product.inputChannels(), product.positions(), product.kernel()));
    Work work =
        product
            .work(type, output.elements())
            .plus(Interpolation.of(2, output.rank() - 2).work(type, samples))
            .plus(BiasWork.of(call, BIAS, type, output.elements()));
    if (call.hasInput(MASK)) {
      work = work.and(WorkKind.MULTIPLY, type, samples);
    }
    return Cost.of(work, product.formula("output positions")).assuming(Interpolation.ASSUMPTION);
  }

  @Override
  public InputRole role(Call call, int input) {
    return input == WEIGHT || input == BIAS ? InputRole.PARAMETER : InputRole.CONSTANT;
  }
}
