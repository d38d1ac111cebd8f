package io.modelcounter.core.operator.sequence;

import io.modelcounter.model.ElementType;
import io.modelcounter.model.Scalar;
import io.modelcounter.model.Shape;
import io.modelcounter.model.TensorValue;
import io.modelcounter.spi.Call;
import io.modelcounter.spi.Inferred;
import io.modelcounter.symbolic.Size;
import java.util.List;
import java.util.Optional;

/** SequenceLength (ONNX, SequenceLength): the number of members. */
final class SequenceLength extends ReferenceOperator {

  SequenceLength() {
    super("SequenceLength");
  }

  @Override
  public List<Inferred> outputs(Call call) {
    Optional<Size> length = Members.sequence(call, 0).length();
    return List.of(
        length.isPresent()
            ? Inferred.of(TensorValue.scalar(ElementType.INT64, Scalar.of(length.get())))
            : Inferred.tensor(ElementType.INT64, Shape.scalar()));
  }
}
