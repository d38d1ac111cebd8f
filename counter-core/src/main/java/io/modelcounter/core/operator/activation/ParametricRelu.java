package io.modelcounter.core.operator.activation;

import io.modelcounter.cost.Cost;
import io.modelcounter.cost.InputRole;
import io.modelcounter.spi.Call;
import io.modelcounter.spi.Inferred;
import io.modelcounter.spi.support.Activations;
import io.modelcounter.spi.support.NamedOperator;
import java.util.List;

/**
 * PRelu (ONNX, PRelu): negative elements are multiplied by a learned slope that stretches to X.
 *
 * <p>One comparison and one multiplication an element.
 */
final class ParametricRelu extends NamedOperator {
  ParametricRelu() {
    super("PRelu");
  }

  @Override
  public List<Inferred> outputs(Call call) {
    return List.of(Inferred.tensor(call.element(0), call.shapeIfKnown(0)));
  }

  @Override
  public Cost count(Call call) {
    return Activations.LEAKY_RELU.cost(call.element(0), call.outputShape(0).elements());
  }

  @Override
  public InputRole role(Call call, int input) {
    return input == 1 ? InputRole.PARAMETER : InputRole.CONSTANT;
  }
}
