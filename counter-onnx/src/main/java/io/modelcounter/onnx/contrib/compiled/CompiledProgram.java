package io.modelcounter.onnx.contrib.compiled;

import io.modelcounter.cost.Cost;
import io.modelcounter.onnx.contrib.Contrib;
import io.modelcounter.spi.Call;
import io.modelcounter.spi.Inferred;
import io.modelcounter.spi.support.NamedOperator;
import java.util.ArrayList;
import java.util.List;

/**
 * EPContext and Snpe (com.microsoft): a part of the model that was compiled for a device and that
 * only its own tools can read, so that its outputs and work are unknown.
 */
final class CompiledProgram extends NamedOperator {
  private static final String REASON = "the node holds a program that was compiled for a device";

  CompiledProgram() {
    super(Contrib.operators("EPContext", "Snpe"));
  }

  @Override
  public List<Inferred> outputs(Call call) {
    List<Inferred> outputs = new ArrayList<>(call.outputCount());
    for (int i = 0; i < call.outputCount(); i++) {
      outputs.add(Inferred.unknown(REASON));
    }
    return outputs;
  }

  @Override
  public Cost count(Call call) {
    return Cost.unknown(REASON);
  }
}
