package io.modelcounter.core.operator.sequence;

import io.modelcounter.model.SequenceType;
import io.modelcounter.spi.Call;
import io.modelcounter.spi.Inferred;
import io.modelcounter.spi.InvalidNodeException;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** SequenceAt (ONNX, SequenceAt): one member of a sequence. */
final class SequenceAt extends ReferenceOperator {

  SequenceAt() {
    super("SequenceAt");
  }

  @Override
  public List<Inferred> outputs(Call call) {
    SequenceType sequence = Members.sequence(call, 0);
    if (Members.isEmpty(sequence)) {
      throw new InvalidNodeException("an empty sequence has no member to take");
    }
    Optional<List<Inferred>> members = call.input(0).members();
    if (members.isPresent()) {
      OptionalInt place = Members.place(call, 1, members.get().size(), 0);
      if (place.isPresent()) {
        return List.of(members.get().get(place.getAsInt()));
      }
    }
    return List.of(Inferred.of(Members.one(call, sequence.element())));
  }
}
