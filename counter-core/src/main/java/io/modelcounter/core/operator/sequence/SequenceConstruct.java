package io.modelcounter.core.operator.sequence;

import io.modelcounter.spi.Call;
import io.modelcounter.spi.Inferred;
import java.util.ArrayList;
import java.util.List;

/** SequenceConstruct (ONNX, SequenceConstruct): a sequence of the inputs. */
final class SequenceConstruct extends ReferenceOperator {

  SequenceConstruct() {
    super("SequenceConstruct");
  }

  @Override
  public List<Inferred> outputs(Call call) {
    List<Inferred> members = new ArrayList<>(call.inputCount());
    for (int i = 0; i < Math.max(call.inputCount(), 1); i++) {
      members.add(call.input(i));
    }
    return List.of(Members.sequenceOf(call, members));
  }
}
