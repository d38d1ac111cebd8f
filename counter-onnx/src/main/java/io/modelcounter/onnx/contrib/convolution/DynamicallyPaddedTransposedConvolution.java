package io.modelcounter.onnx.contrib.convolution;

import io.modelcounter.cost.Cost;
import io.modelcounter.cost.InputRole;
import io.modelcounter.model.AttributeValue;
import io.modelcounter.model.Attributes;
import io.modelcounter.model.Shape;
import io.modelcounter.model.TensorValue;
import io.modelcounter.onnx.contrib.Contrib;
import io.modelcounter.spi.Call;
import io.modelcounter.spi.Inferred;
import io.modelcounter.spi.support.ConvolutionCall;
import io.modelcounter.spi.support.NamedOperator;
import io.modelcounter.spi.support.TransposedConvolutionCall;
import io.modelcounter.symbolic.Size;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * ConvTransposeWithDynamicPads (ONNX Runtime, contrib operators): ConvTranspose of ONNX with the
 * pads as an input.
 *
 * <p>Counted as {@link TransposedConvolutionCall#cost} says: the multiply-adds do not hang on the
 * pads. The sizes of the output do; where the pads are not known, they are at most those without
 * pads.
 */
final class DynamicallyPaddedTransposedConvolution extends NamedOperator {
  private static final int WEIGHT = 1;
  private static final int PADS = 2;
  private static final int BIAS = 3;
  private static final String UNKNOWN_PADS = "the pads are computed at run time";

  DynamicallyPaddedTransposedConvolution() {
    super(Contrib.operator("ConvTransposeWithDynamicPads"));
  }

  @Override
  public List<Inferred> outputs(Call call) {
    Shape output = convolution(call).output();
    if (call.hasInput(PADS) && pads(call).isEmpty()) {
      for (int axis = 2; axis < output.rank(); axis++) {
        Size most = output.dim(axis);
        output = output.withDim(axis, call.freshSize(0, "dim" + axis, UNKNOWN_PADS, most));
      }
    }
    return List.of(Inferred.tensor(call.element(0), output));
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
    Attributes attributes = call.attributes();
    Optional<long[]> pads = pads(call);
    if (pads.isPresent()) {
      List<Long> list = Arrays.stream(pads.get()).boxed().toList();
      attributes = attributes.with("pads", AttributeValue.ofInts(list));
    }
    return new TransposedConvolutionCall(ConvolutionCall.of(call, WEIGHT), attributes);
  }

  private static Optional<long[]> pads(Call call) {
    return call.value(PADS).flatMap(TensorValue::asLongs);
  }

  @Override
  public InputRole role(Call call, int input) {
    return input == WEIGHT || input == BIAS ? InputRole.PARAMETER : InputRole.CONSTANT;
  }
}
