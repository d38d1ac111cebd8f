package io.modelcounter.rules;

import io.modelcounter.model.ElementType;
import io.modelcounter.model.Shape;
import io.modelcounter.model.TensorType;
import io.modelcounter.model.ValueType;
import io.modelcounter.rules.expression.DimensionsExpression;
import io.modelcounter.spi.Call;
import io.modelcounter.spi.Inferred;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * Type and shape of one output.
 *
 * @param like input whose type and shape it has, as far as the others say nothing
 * @param type element type
 * @param shape dimensions
 */
record OutputRule(
    OptionalInt like, Optional<ElementType> type, Optional<List<DimensionsExpression>> shape) {

  /** What can be said of the output at a position. */
  Inferred of(Call call, int output) {
    if (type.isEmpty() && shape.isEmpty()) {
      return Inferred.of(call.type(like.orElseThrow()));
    }
    return Inferred.tensor(
        element(call),
        shape
            .map(dims -> DimensionsExpression.shape(dims, call, output))
            .orElseGet(() -> call.shapeIfKnown(like.orElseThrow())));
  }

  /** What can be said of the output if its shape cannot be worked out. */
  Inferred withoutShape(Call call, String reason) {
    if (type.isEmpty() && like.isPresent()) {
      ValueType other = call.type(like.getAsInt());
      if (shape.isEmpty() && !(other instanceof TensorType)) {
        return Inferred.of(other);
      }
    }
    return Inferred.tensor(element(call), Shape.unknownRank(reason));
  }

  private ElementType element(Call call) {
    return type.orElseGet(() -> call.element(like.orElseThrow()));
  }
}
