package io.modelcounter.core.operator.tensor;

import io.modelcounter.model.Shape;
import io.modelcounter.spi.Call;
import io.modelcounter.spi.Inferred;
import io.modelcounter.spi.InvalidNodeException;
import java.util.List;

/** Flatten (ONNX, Flatten): the axes before {@code axis} become one, and those from it on. */
final class Flatten extends View {

  Flatten() {
    super("Flatten");
  }

  @Override
  public List<Inferred> outputs(Call call) {
    Shape shape = call.shapeIfKnown(0);
    if (!shape.hasRank()) {
      String reason = shape.unknownReason().orElse("");
      return List.of(
          reshaped(
              call,
              Shape.of(
                  ShapeEntries.unknownDim(call, 0, reason),
                  ShapeEntries.unknownDim(call, 1, reason))));
    }
    int rank = shape.rank();
    long axis = call.attributes().integer("axis", 1);
    int split = (int) (axis < 0 ? axis + rank : axis);
    if (axis < -rank || axis > rank) {
      throw new InvalidNodeException(
          "axis " + axis + " is out of range for a tensor of rank " + rank);
    }
    return List.of(reshaped(call, Shape.of(shape.elements(0, split), shape.elements(split, rank))));
  }
}
