package io.modelcounter.spi.operator;

import io.modelcounter.model.ElementType;
import io.modelcounter.model.Shape;
import io.modelcounter.spi.Call;
import io.modelcounter.spi.Inferred;
import io.modelcounter.spi.OperatorRange;
import io.modelcounter.spi.support.ConvolutionCall;
import io.modelcounter.spi.support.ConvolutionProduct;
import io.modelcounter.spi.support.NamedOperator;
import io.modelcounter.spi.support.TensorLayout;
import java.util.List;

/**
 * A convolution that slides a weight [M, C/group, k1 … kn] over X [N, C, D1 … Dn] and gives Y [N,
 * M, E1 … En] (ONNX, Conv); X and Y may have their channels last.
 *
 * <p>One multiply-add per output position, output channel, input channel of the group and kernel
 * element.
 */
public abstract class SlidingConvolution extends NamedOperator {
  private final int weight;

  /**
   * Serves one operator.
   *
   * @param operator the operator
   * @param weight position of the weight
   */
  protected SlidingConvolution(OperatorRange operator, int weight) {
    super(operator);
    this.weight = weight;
  }

  /**
   * Element type of the output.
   *
   * @param call the call
   * @return by default that of the input
   */
  protected ElementType outputElement(Call call) {
    return call.element(0);
  }

  /**
   * Layout of input and output.
   *
   * @param call the call
   * @return by default channels first
   */
  protected TensorLayout layout(Call call) {
    return TensorLayout.CHANNELS_FIRST;
  }

  @Override
  public final List<Inferred> outputs(Call call) {
    Shape output = convolution(call).output(call.attributes());
    return List.of(Inferred.tensor(outputElement(call), layout(call).arranged(output)));
  }

  @Override
  public final List<Inferred> withoutShapes(Call call, String reason) {
    TensorLayout layout = layout(call);
    Shape output =
        ConvolutionCall.partialOutput(
            call,
            layout.channelsFirst(call.shapeIfKnown(0)),
            call.shapeIfKnown(weight),
            dimensions -> dimensions.dim(0),
            reason);
    return List.of(Inferred.tensor(outputElement(call), layout.arranged(output)));
  }

  /**
   * Products of a call, one sum an output element.
   *
   * @param call the call with the types of its outputs
   * @return the products
   */
  protected final ConvolutionProduct product(Call call) {
    return convolution(call).product(layout(call).channelsFirst(call.outputShape(0)));
  }

  private ConvolutionCall convolution(Call call) {
    return ConvolutionCall.of(
        layout(call).channelsFirst(call.shape(0)), call.shape(weight), call.attributes());
  }
}
