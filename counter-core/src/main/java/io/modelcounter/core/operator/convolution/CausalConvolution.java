package io.modelcounter.core.operator.convolution;

import io.modelcounter.cost.Cost;
import io.modelcounter.cost.InputRole;
import io.modelcounter.cost.Work;
import io.modelcounter.cost.WorkKind;
import io.modelcounter.model.ElementType;
import io.modelcounter.model.Shape;
import io.modelcounter.spi.Call;
import io.modelcounter.spi.Inferred;
import io.modelcounter.spi.InvalidNodeException;
import io.modelcounter.spi.support.ConvolutionProduct;
import io.modelcounter.spi.support.ElementWork;
import io.modelcounter.spi.support.NamedOperator;
import io.modelcounter.symbolic.Comparison;
import io.modelcounter.symbolic.Size;
import java.util.List;

/**
 * CausalConvWithState (ONNX, CausalConvWithState): input [N, C, L] and weight [C, 1, k] give output
 * [N, C, L] and the state [N, C, k - 1] for the next call.
 *
 * <p>One multiply-add per element and kernel element, one bias addition per element if there is a
 * bias; with the activation {@code silu} a sigmoid (negation, exponential, addition, division) and
 * a multiplication per element.
 */
final class CausalConvolution extends NamedOperator {
  private static final int WEIGHT = 1;
  private static final int BIAS = 2;
  private static final ElementWork SILU = ElementWork.SIGMOID.and(WorkKind.MULTIPLY, 1);

  CausalConvolution() {
    super("CausalConvWithState");
  }

  @Override
  public List<Inferred> outputs(Call call) {
    Shape input = call.shape(0);
    Shape weight = call.shape(WEIGHT);
    requireFitting(input, weight);
    Shape state = input.withDim(2, weight.dim(2).minus(Size.ONE));
    ElementType type = call.element(0);
    return List.of(Inferred.tensor(type, input), Inferred.tensor(type, state));
  }

  @Override
  public Cost count(Call call) {
    Shape input = call.shape(0);
    Shape weight = call.shape(WEIGHT);
    requireFitting(input, weight);
    Size channels = input.dim(1);
    ConvolutionProduct product =
        new ConvolutionProduct(
            input.dim(0), input.dim(2), channels, channels, channels, weight.dim(2));
    ElementType type = call.element(0);
    Size elements = input.elements();
    Work work = product.work(type, elements).plus(ConvolutionCall.bias(call, BIAS, type, elements));
    if (hasActivation(call)) {
      work = work.plus(SILU.times(type, elements));
    }
    return Cost.of(work, product.formula("output positions"));
  }

  private static void requireFitting(Shape input, Shape weight) {
    if (input.rank() != 3
        || weight.rank() != 3
        || input.dim(1).compare(weight.dim(0)) == Comparison.DIFFERENT) {
      throw new InvalidNodeException(
          "input is " + input + " and weight " + weight + ", expected [N, C, L] and [C, 1, k]");
    }
  }

  private static boolean hasActivation(Call call) {
    String activation = call.attributes().text("activation", "none");
    return switch (activation) {
      case "none" -> false;
      case "silu", "swish" -> true;
      default ->
          throw new InvalidNodeException(
              "activation is \"" + activation + "\", expected none, silu or swish");
    };
  }

  @Override
  public InputRole role(Call call, int input) {
    return input == WEIGHT || input == BIAS ? InputRole.PARAMETER : InputRole.CONSTANT;
  }
}
