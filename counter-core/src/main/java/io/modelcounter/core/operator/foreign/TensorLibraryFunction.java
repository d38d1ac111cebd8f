package io.modelcounter.core.operator.foreign;

import io.modelcounter.cost.Cost;
import io.modelcounter.spi.Call;
import io.modelcounter.spi.Inferred;
import io.modelcounter.spi.support.NamedOperator;
import java.util.Collections;
import java.util.List;

/**
 * ATen (ONNX 1.4, ATen, which was removed): a function of PyTorch's tensor library. The attribute
 * {@code operator} names it; ONNX does not describe what it does, so its outputs and work are
 * unknown.
 */
final class TensorLibraryFunction extends NamedOperator {

  TensorLibraryFunction() {
    super("ATen");
  }

  @Override
  public List<Inferred> outputs(Call call) {
    return Collections.nCopies(call.outputCount(), Inferred.unknown(reason(call)));
  }

  @Override
  public Cost count(Call call) {
    return Cost.unknown(reason(call));
  }

  private static String reason(Call call) {
    return call.attributes()
        .text("operator")
        .map(function -> "ONNX does not describe the function " + function + " of PyTorch")
        .orElse("the node does not say which function of PyTorch it calls");
  }
}
