package io.modelcounter.core.operator.sequence;

import io.modelcounter.model.SequenceType;
import io.modelcounter.model.ValueType;
import io.modelcounter.spi.Call;
import io.modelcounter.spi.Inferred;
import io.modelcounter.symbolic.Size;
import java.util.List;
import java.util.Optional;

/** SequenceConstruct (ONNX, SequenceConstruct): a sequence of the inputs. */
final class SequenceConstruct extends ReferenceOperator {

  SequenceConstruct() {
    super("SequenceConstruct");
  }

  @Override
  public List<Inferred> outputs(Call call) {
    ValueType member = call.type(0);
    for (int i = 1; i < call.inputCount(); i++) {
      member = Members.joined(call, member, call.type(i));
    }
    return List.of(Inferred.of(new SequenceType(member, Optional.of(Size.of(call.inputCount())))));
  }
}
