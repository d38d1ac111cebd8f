package io.modelcounter.core.operator.tensor;

import io.modelcounter.cost.Traffic;
import io.modelcounter.model.ElementType;
import io.modelcounter.model.Scalar;
import io.modelcounter.model.Shape;
import io.modelcounter.model.TensorValue;
import io.modelcounter.spi.Call;
import io.modelcounter.spi.Inferred;
import io.modelcounter.spi.InvalidNodeException;
import io.modelcounter.spi.support.DataMovement;
import io.modelcounter.spi.support.ElementTypes;
import io.modelcounter.spi.support.Elements;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** EyeLike (ONNX, EyeLike): ones on the k-th diagonal of a matrix, zeros elsewhere. */
final class EyeLike extends DataMovement {

  EyeLike() {
    super("the tensor is only filled", "EyeLike");
  }

  @Override
  public List<Inferred> outputs(Call call) {
    Shape shape = call.shape(0);
    if (shape.rank() != 2) {
      throw new InvalidNodeException("input " + shape + " must have rank 2");
    }
    ElementType type = type(call);
    Inferred output = Inferred.tensor(type, shape);
    Optional<long[]> dims = Elements.followedDims(shape);
    if (dims.isEmpty()) {
      return List.of(output);
    }
    long diagonal = call.attributes().integer("k", 0);
    return List.of(output.withValue(() -> Optional.of(value(type, dims.get(), diagonal))));
  }

  private static ElementType type(Call call) {
    return ElementTypes.of(call.attributes(), "dtype", call.element(0));
  }

  private static TensorValue value(ElementType type, long[] dims, long diagonal) {
    Scalar zero = Elements.zero(type);
    Scalar one = Elements.one(type);
    List<Scalar> elements = new ArrayList<>(Elements.count(dims));
    for (long row = 0; row < dims[0]; row++) {
      for (long column = 0; column < dims[1]; column++) {
        elements.add(column - row == diagonal ? one : zero);
      }
    }
    return TensorValue.of(type, dims, elements);
  }

  @Override
  public Traffic traffic(Call call) {
    return writingOnly(call);
  }

  @Override
  public List<Inferred> withoutShapes(Call call, String reason) {
    return unknownRank(call, type(call), reason);
  }
}
