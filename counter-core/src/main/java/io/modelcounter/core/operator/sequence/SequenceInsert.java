package io.modelcounter.core.operator.sequence;

import io.modelcounter.model.SequenceType;
import io.modelcounter.model.ValueType;
import io.modelcounter.spi.Call;
import io.modelcounter.spi.Inferred;
import io.modelcounter.symbolic.Size;
import java.util.List;

/** SequenceInsert (ONNX, SequenceInsert): a sequence with one member more. */
final class SequenceInsert extends ReferenceOperator {

  SequenceInsert() {
    super("SequenceInsert");
  }

  @Override
  public List<Inferred> outputs(Call call) {
    SequenceType sequence = Members.sequence(call, 0);
    ValueType member =
        Members.isEmpty(sequence)
            ? call.type(1)
            : Members.joined(call, sequence.element(), call.type(1));
    return List.of(
        Inferred.of(
            new SequenceType(member, sequence.length().map(length -> length.plus(Size.ONE)))));
  }
}
