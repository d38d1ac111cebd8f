package io.modelcounter.core.operator.activation;

import io.modelcounter.cost.Cost;
import io.modelcounter.model.ElementType;
import io.modelcounter.model.Scalar;
import io.modelcounter.spi.Call;
import io.modelcounter.spi.Inferred;
import io.modelcounter.spi.support.Activations;
import io.modelcounter.spi.support.ElementwiseValues;
import io.modelcounter.spi.support.NamedOperator;
import io.modelcounter.spi.support.ScalarArithmetic;
import java.util.List;

/**
 * Relu (ONNX, Relu): {@code max(0, x)}.
 *
 * <p>One comparison an element.
 */
final class Relu extends NamedOperator {
  Relu() {
    super("Relu");
  }

  @Override
  public List<Inferred> outputs(Call call) {
    ElementType type = call.element(0);
    Scalar zero = ScalarArithmetic.cast(Scalar.of(0), ElementType.INT64, type);
    return List.of(
        ElementwiseValues.unary(
            call, 0, type, element -> ScalarArithmetic.max(type, element, zero)));
  }

  @Override
  public Cost count(Call call) {
    return Activations.RELU.cost(call.element(0), call.outputShape(0).elements());
  }
}
