package io.modelcounter.onnx.contrib.elementwise;

import io.modelcounter.cost.Cost;
import io.modelcounter.cost.InputRole;
import io.modelcounter.cost.WorkKind;
import io.modelcounter.onnx.contrib.Contrib;
import io.modelcounter.spi.Call;
import io.modelcounter.spi.Inferred;
import io.modelcounter.spi.support.Broadcasting;
import io.modelcounter.spi.support.ElementWork;
import io.modelcounter.spi.support.NamedOperator;
import io.modelcounter.spi.support.OperandType;
import java.util.List;

/**
 * ComplexMul and ComplexMulConj (com.microsoft): products of complex numbers, whose real and
 * imaginary parts stand in the last axis, with the second or its conjugate.
 *
 * <p>A real or imaginary part of the output takes two multiplications and one addition.
 */
final class ComplexProduct extends NamedOperator {
  private static final ElementWork WORK =
      ElementWork.of(WorkKind.MULTIPLY, WorkKind.MULTIPLY, WorkKind.ADD);

  ComplexProduct() {
    super(Contrib.operators("ComplexMul", "ComplexMulConj"));
  }

  @Override
  public List<Inferred> outputs(Call call) {
    return List.of(
        Inferred.tensor(
            OperandType.of(call), Broadcasting.broadcast(call.shape(0), call.shape(1))));
  }

  @Override
  public Cost count(Call call) {
    return WORK.cost(OperandType.of(call), call.outputShape(0).elements());
  }

  @Override
  public InputRole role(Call call, int input) {
    return InputRole.OPERAND;
  }
}
