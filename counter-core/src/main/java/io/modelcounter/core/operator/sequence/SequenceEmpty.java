package io.modelcounter.core.operator.sequence;

import io.modelcounter.model.ElementType;
import io.modelcounter.model.SequenceType;
import io.modelcounter.model.Shape;
import io.modelcounter.model.ValueType;
import io.modelcounter.spi.Call;
import io.modelcounter.spi.Inferred;
import io.modelcounter.spi.support.ElementTypes;
import io.modelcounter.symbolic.Size;
import java.util.List;
import java.util.Optional;

/** SequenceEmpty (ONNX, SequenceEmpty): a sequence without members. */
final class SequenceEmpty extends ReferenceOperator {

  SequenceEmpty() {
    super("SequenceEmpty");
  }

  @Override
  public List<Inferred> outputs(Call call) {
    ElementType element = ElementTypes.of(call.attributes(), "dtype", ElementType.FLOAT32);
    ValueType member = ValueType.tensor(element, Shape.unknownRank("the sequence is empty"));
    return List.of(
        Inferred.of(new SequenceType(member, Optional.of(Size.ZERO))).withMembers(List.of()));
  }
}
