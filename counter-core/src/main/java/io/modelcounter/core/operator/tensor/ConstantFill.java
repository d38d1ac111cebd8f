package io.modelcounter.core.operator.tensor;

import io.modelcounter.model.ElementType;
import io.modelcounter.model.Scalar;
import io.modelcounter.spi.Call;
import io.modelcounter.spi.Inferred;
import io.modelcounter.spi.support.DataMovement;
import io.modelcounter.spi.support.ElementTypes;
import io.modelcounter.spi.support.ScalarArithmetic;
import java.util.List;

/**
 * ConstantFill (ONNX 1.3, ConstantFill, which was removed): a tensor filled with the attribute
 * {@code value}, as {@code dtype} says or float32.
 */
final class ConstantFill extends DataMovement {

  ConstantFill() {
    super("the tensor is only filled", "ConstantFill");
  }

  @Override
  public List<Inferred> outputs(Call call) {
    Scalar value = Scalar.real(call.attributes().real("value").orElse(0));
    ElementType type = type(call);
    Scalar fill = ScalarArithmetic.cast(value, ElementType.FLOAT32, type);
    return List.of(FilledTensor.of(type, FilledTensor.attributedShape(call), fill));
  }

  private static ElementType type(Call call) {
    return ElementTypes.of(call.attributes(), "dtype", ElementType.FLOAT32);
  }

  @Override
  public List<Inferred> withoutShapes(Call call, String reason) {
    return unknownRank(call, type(call), reason);
  }
}
