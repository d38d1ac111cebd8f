package io.modelcounter.spi.operator;

import io.modelcounter.model.Scalar;
import io.modelcounter.model.Shape;
import io.modelcounter.model.TensorValue;
import io.modelcounter.spi.Call;
import io.modelcounter.spi.Inferred;
import io.modelcounter.spi.InvalidNodeException;
import io.modelcounter.spi.OperatorRange;
import io.modelcounter.spi.support.DataMovement;
import io.modelcounter.spi.support.Elements;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/** Trilu (ONNX, Trilu): the upper or lower triangle of matrices, zeros elsewhere. */
public final class Trilu extends DataMovement {

  /**
   * Serves an operator of this meaning.
   *
   * @param operator the operator
   */
  public Trilu(OperatorRange operator) {
    super("the elements are only copied", operator);
  }

  @Override
  public List<Inferred> outputs(Call call) {
    Shape shape = call.shape(0);
    if (shape.rank() < 2) {
      throw new InvalidNodeException("input " + shape + " must have a rank of at least 2");
    }
    return List.of(Elements.following(call, shape, value -> value(call, value)));
  }

  private static Optional<TensorValue> value(Call call, TensorValue source) {
    OptionalLong diagonal = diagonal(call);
    if (diagonal.isEmpty()) {
      return Optional.empty();
    }
    boolean upper = call.attributes().integer("upper", 1) != 0;
    long[] dims = source.dims();
    long columns = dims[dims.length - 1];
    long rows = dims[dims.length - 2];
    Scalar zero = Elements.zero(source.elementType());
    List<Scalar> elements = new ArrayList<>(source.size());
    for (int i = 0; i < source.size(); i++) {
      long beyond = i % columns - i / columns % rows - diagonal.getAsLong();
      boolean kept = upper ? beyond >= 0 : beyond <= 0;
      elements.add(kept ? source.at(i) : zero);
    }
    return Optional.of(TensorValue.of(source.elementType(), dims, elements));
  }

  private static OptionalLong diagonal(Call call) {
    if (!call.hasInput(1)) {
      return OptionalLong.of(0);
    }
    Optional<TensorValue> value = call.value(1).filter(elements -> elements.size() == 1);
    return value.isPresent() ? Elements.constant(value.get().at(0)) : OptionalLong.empty();
  }
}
