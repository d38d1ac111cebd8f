package io.modelcounter.core.operator.convolution;

import io.modelcounter.core.operator.Operator;
import io.modelcounter.cost.Cost;
import io.modelcounter.cost.InputRole;
import io.modelcounter.cost.Work;
import io.modelcounter.cost.WorkKind;
import io.modelcounter.model.ElementType;
import io.modelcounter.model.Shape;
import io.modelcounter.spi.Call;
import io.modelcounter.spi.Inferred;
import io.modelcounter.spi.OperatorRange;
import io.modelcounter.spi.support.ConvolutionProduct;
import io.modelcounter.spi.support.Quantization;
import io.modelcounter.symbolic.Size;
import java.util.List;

/**
 * QLinearConv (ONNX, QLinearConv): the convolution of 8-bit integers into 8-bit integers.
 *
 * <p>The multiply-adds of Conv, one subtraction of the zero point per element of the input and of
 * the weight, one bias addition per output element if there is a bias, and the requantization of
 * each output element.
 */
final class QuantizedConvolution implements Operator {
  private static final int INPUT_SCALE = 1;
  private static final int WEIGHT = 3;
  private static final int OUTPUT_ZERO_POINT = 7;
  private static final int BIAS = 8;

  @Override
  public List<OperatorRange> operators() {
    return List.of(OperatorRange.onnx("QLinearConv"));
  }

  @Override
  public List<Inferred> outputs(Call call) {
    Shape output = ConvolutionCall.of(call, WEIGHT).output(call);
    return List.of(Inferred.tensor(call.element(OUTPUT_ZERO_POINT), output));
  }

  @Override
  public List<Inferred> withoutShapes(Call call, String reason) {
    Shape output = ConvolutionCall.partialOutput(call, WEIGHT, weight -> weight.dim(0), reason);
    return List.of(Inferred.tensor(call.element(OUTPUT_ZERO_POINT), output));
  }

  @Override
  public Cost count(Call call) {
    Shape output = call.outputShape(0);
    ConvolutionCall convolution = ConvolutionCall.of(call, WEIGHT);
    ConvolutionProduct product =
        convolution.product(output.elements(2, output.rank()), output.dim(1));
    Size elements = output.elements();
    Work work =
        product
            .work(call.element(0), elements)
            .and(WorkKind.ADD, call.element(0), convolution.input().elements())
            .and(WorkKind.ADD, call.element(WEIGHT), convolution.weight().elements())
            .plus(
                Quantization.requantize(
                    call.element(INPUT_SCALE), call.element(OUTPUT_ZERO_POINT), elements));
    if (call.hasInput(BIAS)) {
      work = work.and(WorkKind.BIAS_ADD, ElementType.INT32, elements);
    }
    return Cost.of(work, product.formula("output positions"));
  }

  @Override
  public InputRole role(Call call, int input) {
    return input == WEIGHT || input == BIAS ? InputRole.PARAMETER : InputRole.CONSTANT;
  }
}
