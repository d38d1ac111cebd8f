package io.modelcounter.core.operator.tensor;

import io.modelcounter.spi.Call;
import io.modelcounter.spi.Inferred;
import io.modelcounter.spi.support.DataMovement;
import java.util.List;

/** ReverseSequence (ONNX, ReverseSequence): turns round the beginning of each sequence. */
final class ReverseSequence extends DataMovement {

  ReverseSequence() {
    super("the elements are only moved", "ReverseSequence");
  }

  @Override
  public List<Inferred> outputs(Call call) {
    return List.of(Inferred.tensor(call.element(0), call.shapeIfKnown(0)));
  }
}
