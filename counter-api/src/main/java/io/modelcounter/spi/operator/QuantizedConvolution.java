package io.modelcounter.spi.operator;

import io.modelcounter.cost.Cost;
import io.modelcounter.cost.InputRole;
import io.modelcounter.cost.Work;
import io.modelcounter.model.ElementType;
import io.modelcounter.spi.Call;
import io.modelcounter.spi.OperatorRange;
import io.modelcounter.spi.support.BiasWork;
import io.modelcounter.spi.support.ConvolutionProduct;
import io.modelcounter.spi.support.Quantization;
import io.modelcounter.spi.support.TensorLayout;
import io.modelcounter.symbolic.Size;

/**
 * QLinearConv (ONNX, QLinearConv): the convolution of 8-bit integers into 8-bit integers. With
 * {@code channels_last}, an attribute of ONNX Runtime, input and output have their channels last.
 *
 * <p>The multiply-adds of Conv, one subtraction of the zero point per element of the input and of
 * the weight, one bias addition per output element if there is a bias, and the requantization of
 * each output element.
 */
public final class QuantizedConvolution extends SlidingConvolution {
  private static final int INPUT_SCALE = 1;
  private static final int WEIGHT = 3;
  private static final int OUTPUT_ZERO_POINT = 7;
  private static final int BIAS = 8;

  /**
   * Serves an operator of that meaning.
   *
   * @param operator the operator
   */
  public QuantizedConvolution(OperatorRange operator) {
    super(operator, WEIGHT);
  }

  @Override
  protected ElementType outputElement(Call call) {
    return call.element(OUTPUT_ZERO_POINT);
  }

  @Override
  protected TensorLayout layout(Call call) {
    return TensorLayout.of(call.attributes());
  }

  @Override
  public Cost count(Call call) {
    ConvolutionProduct product = product(call);
    Size elements = call.outputShape(0).elements();
    Work work =
        product
            .work(call.element(0), elements)
            .plus(Quantization.shifts(call, 0, WEIGHT))
            .plus(
                Quantization.requantize(
                    call.element(INPUT_SCALE), call.element(OUTPUT_ZERO_POINT), elements))
            .plus(BiasWork.of(call, BIAS, ElementType.INT32, elements));
    return Cost.of(work, product.formula("output positions"));
  }

  @Override
  public InputRole role(Call call, int input) {
    return input == WEIGHT || input == BIAS ? InputRole.PARAMETER : InputRole.CONSTANT;
  }
}
