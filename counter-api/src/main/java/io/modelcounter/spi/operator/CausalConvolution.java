package io.modelcounter.spi.operator;

import io.modelcounter.cost.Cost;
import io.modelcounter.cost.InputRole;
import io.modelcounter.cost.Work;
import io.modelcounter.model.ElementType;
import io.modelcounter.model.Shape;
import io.modelcounter.spi.Call;
import io.modelcounter.spi.Inferred;
import io.modelcounter.spi.InvalidNodeException;
import io.modelcounter.spi.OperatorRange;
import io.modelcounter.spi.support.Activations;
import io.modelcounter.spi.support.BiasWork;
import io.modelcounter.spi.support.ConvolutionProduct;
import io.modelcounter.spi.support.NamedOperator;
import io.modelcounter.symbolic.Comparison;
import io.modelcounter.symbolic.Size;
import java.util.List;

/**
 * CausalConvWithState (ONNX, CausalConvWithState, and the operators of other domains that mean the
 * same): input [N, C, L] and weight [C, 1, k] give output [N, C, L] and the state [N, C, (k - 1) *
 * dilation] for the next call. With the attribute {@code ndim} there are more axes, of which the
 * last is the causal one; with {@code channels_last} the input is [N, L, C1 … Cn]; with {@code
 * state_window} the state has an axis before all others.
 *
 * <p>One multiply-add per element and kernel element, one bias addition per element if there is a
 * bias; with the activation {@code silu} a sigmoid (negation, exponential, addition, division) and
 * a multiplication per element.
 */
public final class CausalConvolution extends NamedOperator {
  private static final int WEIGHT = 1;
  private static final int BIAS = 2;

  /**
   * Serves an operator.
   *
   * @param operator the operator
   */
  public CausalConvolution(OperatorRange operator) {
    super(operator);
  }

  @Override
  public List<Inferred> outputs(Call call) {
    Shape input = call.shape(0);
    Shape weight = call.shape(WEIGHT);
    requireFitting(call, input, weight);
    long dilation = call.attributes().integer("dilation", 1);
    if (dilation < 1) {
      throw new InvalidNodeException("dilation is " + dilation + ", expected at least 1");
    }
    int causal = channelsLast(call) ? 1 : input.rank() - 1;
    Size kept = weight.dim(-1).minus(Size.ONE).times(dilation);
    Shape state = StateWindow.of(call, input.withDim(causal, kept));
    ElementType type = call.element(0);
    return List.of(Inferred.tensor(type, input), Inferred.tensor(type, state));
  }

  @Override
  public Cost count(Call call) {
    Shape input = call.shape(0);
    Shape weight = call.shape(WEIGHT);
    requireFitting(call, input, weight);
    Size channels = channels(call, input);
    Size positions = channelsLast(call) ? input.dim(1) : input.elements(2, input.rank());
    ConvolutionProduct product =
        new ConvolutionProduct(
            input.dim(0),
            positions,
            channels,
            channels,
            channels,
            weight.elements(2, weight.rank()));
    ElementType type = call.element(0);
    Size elements = input.elements();
    Work work = product.work(type, elements).plus(BiasWork.of(call, BIAS, type, elements));
    if (hasActivation(call)) {
      work = work.plus(Activations.SWISH.times(type, elements));
    }
    return Cost.of(work, product.formula("output positions"));
  }

  private static boolean channelsLast(Call call) {
    return call.attributes().integer("channels_last", 0) != 0;
  }

  private static Size channels(Call call, Shape input) {
    return channelsLast(call) ? input.elements(2, input.rank()) : input.dim(1);
  }

  private static void requireFitting(Call call, Shape input, Shape weight) {
    boolean last = channelsLast(call);
    long axes = last ? 1 : call.attributes().integer("ndim", 1);
    if (axes < 1) {
      throw new InvalidNodeException("ndim is " + axes + ", expected at least 1");
    }
    long rank = axes + 2;
    if (weight.rank() != rank
        || (last ? input.rank() < rank : input.rank() != rank)
        || channels(call, input).compare(weight.dim(0)) == Comparison.DIFFERENT) {
      throw new InvalidNodeException(
          "input is "
              + input
              + " and weight "
              + weight
              + (last
                  ? ", expected [N, L, C] and [C, 1, k]"
                  : ", expected [N, C, L] and [C, 1, k]"));
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
