package com.acme.npu;

import io.modelcounter.spi.Call;
import io.modelcounter.spi.Inferred;
import io.modelcounter.spi.OperatorRange;
import io.modelcounter.spi.ShapeRule;
import io.modelcounter.spi.support.ConvolutionCall;
import java.util.List;

/** Stands in tests for the rule that ModelCounter has. */
final class ConvolutionShape implements ShapeRule {
  @Override
  public List<OperatorRange> operators() {
    return List.of(AcmeNpu.CONV);
  }

  @Override
  public List<Inferred> outputs(Call call) {
    return List.of(
        Inferred.tensor(call.element(0), ConvolutionCall.of(call, 1).output(call.attributes())));
  }
}
