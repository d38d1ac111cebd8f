package io.modelcounter.core.operator.sequence;

import io.modelcounter.model.SequenceType;
import io.modelcounter.model.ValueType;
import io.modelcounter.spi.Call;
import io.modelcounter.spi.Inferred;
import io.modelcounter.symbolic.Size;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** SequenceInsert (ONNX, SequenceInsert): a sequence with one member more. */
final class SequenceInsert extends ReferenceOperator {

  SequenceInsert() {
    super("SequenceInsert");
  }

  @Override
  public List<Inferred> outputs(Call call) {
    SequenceType sequence = Members.sequence(call, 0);
    Optional<List<Inferred>> members = call.input(0).members();
    if (members.isPresent()) {
      List<Inferred> all = new ArrayList<>(members.get());
      OptionalInt place = Members.place(call, 2, all.size() + 1, all.size());
      if (place.isPresent()) {
        all.add(place.getAsInt(), call.input(1));
        return List.of(Members.sequenceOf(call, all));
      }
    }
    ValueType member =
        Members.isEmpty(sequence)
            ? call.type(1)
            : Members.joined(call, sequence.element(), call.type(1));
    return List.of(
        Inferred.of(
            new SequenceType(member, sequence.length().map(length -> length.plus(Size.ONE)))));
  }
}
