package io.modelcounter.core.operator.sequence;

import io.modelcounter.model.SequenceType;
import io.modelcounter.spi.Call;
import io.modelcounter.spi.Inferred;
import io.modelcounter.spi.InvalidNodeException;
import io.modelcounter.symbolic.Size;
import java.util.List;

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
    return List.of(
        Inferred.of(
            new SequenceType(
                sequence.element(), sequence.length().map(length -> length.minus(Size.ONE)))));
  }
}
