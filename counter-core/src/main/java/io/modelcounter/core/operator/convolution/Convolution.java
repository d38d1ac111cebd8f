package io.modelcounter.core.operator.convolution;

import io.modelcounter.cost.Cost;
import io.modelcounter.cost.InputRole;
import io.modelcounter.cost.Work;
import io.modelcounter.model.ElementType;
import io.modelcounter.spi.Call;
import io.modelcounter.spi.OperatorRange;
import io.modelcounter.spi.operator.SlidingConvolution;
import io.modelcounter.spi.support.BiasWork;
import io.modelcounter.spi.support.ConvolutionProduct;
import io.modelcounter.symbolic.Size;

/**
 * Conv (ONNX, Conv): X [N, C, D1 … Dn] and W [M, C/group, k1 … kn] give Y [N, M, E1 … En].
 *
 * <p>One multiply-add per output position, output channel, input channel of the group and kernel
 * element; one bias addition per output element if there is a bias.
 */
final class Convolution extends SlidingConvolution {
  private static final int WEIGHT = 1;
  private static final int BIAS = 2;

  Convolution() {
    super(OperatorRange.onnx("Conv"), WEIGHT);
  }

  @Override
  public Cost count(Call call) {
    ConvolutionProduct product = product(call);
    ElementType type = call.element(0);
    Size elements = call.outputShape(0).elements();
    Work work = product.work(type, elements).plus(BiasWork.of(call, BIAS, type, elements));
    return Cost.of(work, product.formula("output positions"));
  }

  @Override
  public InputRole role(Call call, int input) {
    return input == WEIGHT || input == BIAS ? InputRole.PARAMETER : InputRole.CONSTANT;
  }
}
