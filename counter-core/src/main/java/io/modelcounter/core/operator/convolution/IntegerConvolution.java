package io.modelcounter.core.operator.convolution;

import io.modelcounter.cost.Cost;
import io.modelcounter.cost.InputRole;
import io.modelcounter.cost.Work;
import io.modelcounter.model.ElementType;
import io.modelcounter.spi.Call;
import io.modelcounter.spi.OperatorRange;
import io.modelcounter.spi.operator.SlidingConvolution;
import io.modelcounter.spi.support.ConvolutionProduct;
import io.modelcounter.spi.support.Quantization;

/**
 * ConvInteger (ONNX, ConvInteger): the convolution of 8-bit integers into int32.
 *
 * <p>The multiply-adds of Conv, and one subtraction of the zero point per element of the input and
 * of the weight that has one.
 */
final class IntegerConvolution extends SlidingConvolution {
  private static final int WEIGHT = 1;
  private static final int INPUT_ZERO_POINT = 2;
  private static final int WEIGHT_ZERO_POINT = 3;

  IntegerConvolution() {
    super(OperatorRange.onnx("ConvInteger"), WEIGHT);
  }

  @Override
  protected ElementType outputElement(Call call) {
    return ElementType.INT32;
  }

  @Override
  public Cost count(Call call) {
    ConvolutionProduct product = product(call);
    Work work = product.work(call.element(0), call.outputShape(0).elements());
    if (call.hasInput(INPUT_ZERO_POINT)) {
      work = work.plus(Quantization.shifts(call, 0));
    }
    if (call.hasInput(WEIGHT_ZERO_POINT)) {
      work = work.plus(Quantization.shifts(call, WEIGHT));
    }
    return Cost.of(work, product.formula("output positions"));
  }

  @Override
  public InputRole role(Call call, int input) {
    return input == WEIGHT ? InputRole.PARAMETER : InputRole.CONSTANT;
  }
}
