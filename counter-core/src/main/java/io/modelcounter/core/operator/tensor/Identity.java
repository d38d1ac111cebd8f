package io.modelcounter.core.operator.tensor;

import io.modelcounter.spi.Call;
import io.modelcounter.spi.Inferred;
import java.util.List;

/** Identity (ONNX, Identity): the input itself, of whatever type. */
final class Identity extends View {

  Identity() {
    super("Identity");
  }

  @Override
  public List<Inferred> outputs(Call call) {
    return List.of(call.input(0));
  }
}
