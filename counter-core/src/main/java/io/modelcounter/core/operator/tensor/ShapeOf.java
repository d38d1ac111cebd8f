package io.modelcounter.core.operator.tensor;

import io.modelcounter.cost.Traffic;
import io.modelcounter.model.ElementType;
import io.modelcounter.model.Shape;
import io.modelcounter.model.TensorValue;
import io.modelcounter.spi.Call;
import io.modelcounter.spi.Inferred;
import io.modelcounter.spi.support.DataMovement;
import java.util.List;

/** Shape (ONNX, Shape): the sizes from axis {@code start} to before axis {@code end}. */
final class ShapeOf extends DataMovement {

  ShapeOf() {
    super("the sizes are only read off", "Shape");
  }

  @Override
  public List<Inferred> outputs(Call call) {
    Shape shape = call.shapeIfKnown(0);
    if (!shape.hasRank()) {
      String reason = shape.unknownReason().orElse("the rank is unknown");
      return List.of(
          Inferred.tensor(ElementType.INT64, Shape.of(ShapeEntries.unknownDim(call, 0, reason))));
    }
    int rank = shape.rank();
    int start = clamp(call.attributes().integer("start", 0), rank);
    int end = clamp(call.attributes().integer("end", rank), rank);
    return List.of(
        Inferred.of(TensorValue.sizes(shape.dims().subList(start, Math.max(start, end)))));
  }

  private static int clamp(long axis, int rank) {
    long positive = axis < 0 ? axis + rank : axis;
    return (int) Math.max(0, Math.min(rank, positive));
  }

  @Override
  public Traffic traffic(Call call) {
    return writingOnly(call);
  }
}
