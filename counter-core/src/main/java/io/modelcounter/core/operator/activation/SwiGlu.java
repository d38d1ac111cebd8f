package io.modelcounter.core.operator.activation;

import io.modelcounter.cost.Cost;
import io.modelcounter.cost.WorkKind;
import io.modelcounter.model.Shape;
import io.modelcounter.spi.Call;
import io.modelcounter.spi.Inferred;
import io.modelcounter.spi.InvalidNodeException;
import io.modelcounter.spi.support.Dimensions;
import io.modelcounter.spi.support.NamedOperator;
import io.modelcounter.symbolic.Size;
import java.util.ArrayList;
import java.util.List;

/**
 * SwiGLU (ONNX, SwiGLU): {@code a * sigmoid(alpha * a) * b} for a gate A and a linear part B of the
 * same shape.
 */
final class SwiGlu extends NamedOperator {

  SwiGlu() {
    super("SwiGLU");
  }

  @Override
  public List<Inferred> outputs(Call call) {
    Shape gate = call.shape(0);
    Shape linear = call.shape(1);
    String found = "the gate is " + gate + " and the linear part " + linear;
    if (gate.rank() != linear.rank()) {
      throw new InvalidNodeException(found + ", expected the same shape");
    }
    List<Size> dims = new ArrayList<>(gate.rank());
    for (int i = 0; i < gate.rank(); i++) {
      dims.add(
          Dimensions.agreed(gate.dim(i), linear.dim(i), () -> found + ", expected the same shape"));
    }
    return List.of(Inferred.tensor(call.element(0), Shape.of(dims)));
  }

  @Override
  public Cost count(Call call) {
    return ActivationOperators.swish(call)
        .and(WorkKind.MULTIPLY, 1)
        .cost(call.element(0), call.outputShape(0).elements());
  }
}
