package io.modelcounter.core.operator.tensor;

import io.modelcounter.model.Constant;
import io.modelcounter.model.ElementType;
import io.modelcounter.model.Scalar;
import io.modelcounter.model.Shape;
import io.modelcounter.spi.Call;
import io.modelcounter.spi.Inferred;
import io.modelcounter.spi.support.DataMovement;
import io.modelcounter.spi.support.Elements;
import java.util.List;
import java.util.Optional;

/** ConstantOfShape (ONNX, ConstantOfShape): a tensor of given sizes, filled with one value. */
final class ConstantOfShape extends DataMovement {
  private static final Scalar DEFAULT = Scalar.real(0);

  ConstantOfShape() {
    super("the tensor is only filled", "ConstantOfShape");
  }

  @Override
  public List<Inferred> outputs(Call call) {
    Optional<Constant> value = call.attributes().tensor("value");
    ElementType type = value.map(constant -> constant.type().element()).orElse(ElementType.FLOAT32);
    Optional<List<Scalar>> entries = Elements.entries(call, 0);
    if (entries.isEmpty()) {
      return List.of(Inferred.tensor(type, Shape.unknownRank(ShapeEntries.NUMBER_UNKNOWN)));
    }
    Shape shape = ShapeEntries.shape(call, entries.get());
    return List.of(FilledTensor.of(type, shape, fill(value)));
  }

  private static Scalar fill(Optional<Constant> value) {
    if (value.isEmpty()) {
      return DEFAULT;
    }
    return value
        .flatMap(Constant::value)
        .filter(elements -> elements.size() == 1)
        .map(elements -> elements.at(0))
        .orElse(Scalar.UNKNOWN);
  }

  @Override
  public List<Inferred> withoutShapes(Call call, String reason) {
    ElementType type =
        call.attributes()
            .tensor("value")
            .map(constant -> constant.type().element())
            .orElse(ElementType.FLOAT32);
    return unknownRank(call, type, reason);
  }
}
