package io.modelcounter.onnx.contrib.attention;

import io.modelcounter.model.Shape;
import io.modelcounter.onnx.contrib.Contrib;
import io.modelcounter.spi.Call;
import io.modelcounter.spi.Inferred;
import io.modelcounter.spi.InvalidNodeException;
import io.modelcounter.spi.support.FreeOperator;
import java.util.List;

/**
 * RestorePadding (ONNX Runtime, contrib operators): puts the padding back that {@link
 * PaddingRemoval} took away.
 */
final class PaddingRestoration extends FreeOperator {

  PaddingRestoration() {
    super("positions are copied", Contrib.operator("RestorePadding"));
  }

  @Override
  public List<Inferred> outputs(Call call) {
    Shape input = call.shape(0);
    PackedSequences sequences = PackedSequences.of(call, 1);
    if (input.rank() != 2) {
      throw new InvalidNodeException("input 0 is " + input + ", expected [positions, size]");
    }
    return List.of(
        Inferred.tensor(
            call.element(0), Shape.of(sequences.batch(), sequences.length(), input.dim(1))));
  }
}
