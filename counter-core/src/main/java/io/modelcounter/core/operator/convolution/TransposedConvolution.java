package io.modelcounter.core.operator.convolution;

import io.modelcounter.cost.Cost;
import io.modelcounter.cost.InputRole;
import io.modelcounter.model.Shape;
import io.modelcounter.spi.Call;
import io.modelcounter.spi.Inferred;
import io.modelcounter.spi.support.ConvolutionCall;
import io.modelcounter.spi.support.NamedOperator;
import io.modelcounter.spi.support.TransposedConvolutionCall;
import java.util.List;

/**
 * ConvTranspose (ONNX, ConvTranspose), counted as {@link TransposedConvolutionCall#cost} says: X
 * [N, C, D1 … Dn] and W [C, M/group, k1 … kn] give Y [N, M, E1 … En].
 */
final class TransposedConvolution extends NamedOperator {
  private static final int WEIGHT = 1;
  private static final int BIAS = 2;

  TransposedConvolution() {
    super("ConvTranspose");
  }

  @Override
  public List<Inferred> outputs(Call call) {
    return List.of(Inferred.tensor(call.element(0), convolution(call).output()));
  }

  @Override
  public List<Inferred> withoutShapes(Call call, String reason) {
    long group = ConvolutionCall.group(call.attributes());
    Shape output =
        ConvolutionCall.partialOutput(
            call,
            call.shapeIfKnown(0),
            call.shapeIfKnown(WEIGHT),
            weight -> weight.dim(1).times(group),
            reason);
    return List.of(Inferred.tensor(call.element(0), output));
  }

  @Override
  public Cost count(Call call) {
    return convolution(call).cost(call.element(0), call.outputShape(0), call.hasInput(BIAS));
  }

  private static TransposedConvolutionCall convolution(Call call) {
    return new TransposedConvolutionCall(ConvolutionCall.of(call, WEIGHT), call.attributes());
  }

  @Override
  public InputRole role(Call call, int input) {
    return input == WEIGHT || input == BIAS ? InputRole.PARAMETER : InputRole.CONSTANT;
  }
}
