package io.modelcounter.onnx.contrib.tensor;

import io.modelcounter.cost.Traffic;
import io.modelcounter.onnx.contrib.Contrib;
import io.modelcounter.spi.Call;
import io.modelcounter.spi.Inferred;
import io.modelcounter.spi.support.FreeOperator;
import java.util.List;

/** SampleOp (com.microsoft, SampleOp): gives its input back. */
final class Echo extends FreeOperator {

  Echo() {
    super("the input is only passed on", Contrib.operator("SampleOp"));
  }

  @Override
  public List<Inferred> outputs(Call call) {
    return List.of(call.input(0));
  }

  @Override
  public Traffic traffic(Call call) {
    return Traffic.NONE;
  }
}
