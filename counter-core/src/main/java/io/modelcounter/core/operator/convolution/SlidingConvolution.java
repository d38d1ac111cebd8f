package io.modelcounter.core.operator.convolution;

import io.modelcounter.model.ElementType;
import io.modelcounter.model.Shape;
import io.modelcounter.spi.Call;
import io.modelcounter.spi.Inferred;
import io.modelcounter.spi.support.ConvolutionProduct;
import io.modelcounter.spi.support.NamedOperator;
import java.util.List;

/**
 * A convolution that slides a weight [M, C/group, k1 … kn] over X [N, C, D1 … Dn] and gives Y [N,
 * M, E1 … En].
 *
 * <p>One multiply-add per output position, output channel, input channel of the group and kernel
 * element.
 */
abstract class SlidingConvolution extends NamedOperator {
  private final int weight;

  /**
   * Serves one operator.
   *
   * @param name name of the operator
   * @param weight position of the weight
   */
  SlidingConvolution(String name, int weight) {
    super(name);
    this.weight = weight;
  }

  /** Element type of the output, by default that of the input. */
  ElementType outputElement(Call call) {
    return call.element(0);
  }

  @Override
  public final List<Inferred> outputs(Call call) {
    Shape output = ConvolutionCall.of(call, weight).output(call);
    return List.of(Inferred.tensor(outputElement(call), output));
  }

  @Override
  public final List<Inferred> withoutShapes(Call call, String reason) {
    Shape output =
        ConvolutionCall.partialOutput(call, weight, dimensions -> dimensions.dim(0), reason);
    return List.of(Inferred.tensor(outputElement(call), output));
  }

  /** Products of a call, one sum an output element. */
  final ConvolutionProduct product(Call call) {
    Shape output = call.outputShape(0);
    return ConvolutionCall.of(call, weight)
        .product(output.elements(2, output.rank()), output.dim(1));
  }
}
