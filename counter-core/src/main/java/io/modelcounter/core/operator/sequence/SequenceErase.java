package io.modelcounter.core.operator.sequence;

import io.modelcounter.model.SequenceType;
import io.modelcounter.spi.Call;
import io.modelcounter.spi.Inferred;
import io.modelcounter.spi.InvalidNodeException;
import io.modelcounter.symbolic.Size;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** SequenceErase (ONNX, SequenceErase): a sequence with one member less. */
final class SequenceErase extends ReferenceOperator {

  SequenceErase() {
    super("SequenceErase");
  }

  @Override
  public List<Inferred> outputs(Call call) {
    SequenceType sequence = Members.sequence(call, 0);
    if (Members.isEmpty(sequence)) {
      throw new InvalidNodeException("an empty sequence has no member to erase");
    }
    Optional<List<Inferred>> members = call.input(0).members();
    if (members.isPresent() && members.get().size() > 1) {
      List<Inferred> rest = new ArrayList<>(members.get());
      OptionalInt place = Members.place(call, 1, rest.size(), rest.size() - 1);
      if (place.isPresent()) {
        rest.remove(place.getAsInt());
        return List.of(Members.sequenceOf(call, rest));
      }
    }
    return List.of(
        Inferred.of(
            new SequenceType(
                sequence.element(), sequence.length().map(length -> length.minus(Size.ONE)))));
  }
}
