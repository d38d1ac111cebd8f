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
import java.util.List;

/**
 * ConvInteger (ONNX, ConvInteger): the convolution of 8-bit integers into int32.
 *
 * <p>The multiply-adds of Conv, and one subtraction of the zero point per element of the input and
 * of the weight that has one.
 */
final class IntegerConvolution implements Operator {
  private static final int WEIGHT = 1;
  private static final int INPUT_ZERO_POINT = 2;
  private static final int WEIGHT_ZERO_POINT = 3;

  @Override
  public List<OperatorRange> operators() {
    return List.of(OperatorRange.onnx("ConvInteger"));
  }

  @Override
  public List<Inferred> outputs(Call call) {
    Shape output = ConvolutionCall.of(call, WEIGHT).output(call);
    return List.of(Inferred.tensor(ElementType.INT32, output));
  }

  @Override
  public List<Inferred> withoutShapes(Call call, String reason) {
    Shape output = ConvolutionCall.partialOutput(call, WEIGHT, weight -> weight.dim(0), reason);
    return List.of(Inferred.tensor(ElementType.INT32, output));
  }

  @Override
  public Cost count(Call call) {
    Shape output = call.outputShape(0);
    ConvolutionCall convolution = ConvolutionCall.of(call, WEIGHT);
    ConvolutionProduct product =
        convolution.product(output.elements(2, output.rank()), output.dim(1));
    Work work = product.work(call.element(0), output.elements());
    if (call.hasInput(INPUT_ZERO_POINT)) {
      work = work.and(WorkKind.ADD, call.element(0), convolution.input().elements());
    }
    if (call.hasInput(WEIGHT_ZERO_POINT)) {
      work = work.and(WorkKind.ADD, call.element(WEIGHT), convolution.weight().elements());
    }
    return Cost.of(work, product.formula("output positions"));
  }

  @Override
  public InputRole role(Call call, int input) {
    return input == WEIGHT ? InputRole.PARAMETER : InputRole.CONSTANT;
  }
}
