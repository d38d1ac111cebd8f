package io.modelcounter.core.operator.tensor;

import io.modelcounter.spi.Call;
import io.modelcounter.spi.Inferred;
import io.modelcounter.spi.support.DataMovement;
import java.util.List;

/** TensorScatter (ONNX, TensorScatter): a cache of keys or values with some positions replaced. */
final class TensorScatter extends DataMovement {

  TensorScatter() {
    super("the elements are only copied", "TensorScatter");
  }

  @Override
  public List<Inferred> outputs(Call call) {
    return List.of(Inferred.tensor(call.element(0), call.shapeIfKnown(0)));
  }
}
