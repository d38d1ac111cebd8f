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
 * Conv (ONNX, Conv): X [N, C, D1 … Dn] and W [M, C/group, k1 … kn] give Y [N, M, E1 … En].
 *
 * <p>One multiply-add per output position, output channel, input channel of the group and kernel
 * element; one bias addition per output element if there is a bias.
 */
final class Convolution implements Operator {
  private static final int WEIGHT = 1;
  private static final int BIAS = 2;

  @Override
  public List<OperatorRange> operators() {
    return List.of(OperatorRange.onnx("Conv"));
  }

  @Override
  public List<Inferred> outputs(Call call) {
    Shape output = ConvolutionCall.of(call, WEIGHT).output(call);
    return List.of(Inferred.tensor(call.element(0), output));
  }

  @Override
  public List<Inferred> withoutShapes(Call call, String reason) {
    Shape output = ConvolutionCall.partialOutput(call, WEIGHT, weight -> weight.dim(0), reason);
    return List.of(Inferred.tensor(call.element(0), output));
  }

  @Override
  public Cost count(Call call) {
    Shape output = call.outputShape(0);
    ConvolutionProduct product =
        ConvolutionCall.of(call, WEIGHT).product(output.elements(2, output.rank()), output.dim(1));
    ElementType type = call.element(0);
    Work work = product.work(type, output.elements());
    if (call.hasInput(BIAS)) {
      work = work.and(WorkKind.BIAS_ADD, type, output.elements());
    }
    return Cost.of(work, product.formula("output positions"));
  }

  @Override
  public InputRole role(Call call, int input) {
    return input == WEIGHT || input == BIAS ? InputRole.PARAMETER : InputRole.CONSTANT;
  }
}
