package io.modelcounter.core.operator.tensor;

import io.modelcounter.cost.Traffic;
import io.modelcounter.model.ElementType;
import io.modelcounter.model.Scalar;
import io.modelcounter.model.Shape;
import io.modelcounter.model.TensorValue;
import io.modelcounter.spi.Call;
import io.modelcounter.spi.Inferred;
import io.modelcounter.spi.support.DataMovement;
import java.util.List;

/** Size (ONNX, Size): the number of elements. */
final class SizeOf extends DataMovement {

  SizeOf() {
    super("the number of elements is only read off", "Size");
  }

  @Override
  public List<Inferred> outputs(Call call) {
    Shape shape = call.shapeIfKnown(0);
    if (!shape.hasRank()) {
      return List.of(Inferred.tensor(ElementType.INT64, Shape.scalar()));
    }
    return List.of(Inferred.of(TensorValue.scalar(ElementType.INT64, Scalar.of(shape.elements()))));
  }

  @Override
  public List<Inferred> withoutShapes(Call call, String reason) {
    return List.of(Inferred.tensor(ElementType.INT64, Shape.scalar()));
  }

  @Override
  public Traffic traffic(Call call) {
    return writingOnly(call);
  }
}
