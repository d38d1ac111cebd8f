package io.modelcounter.core.operator.loss;

import io.modelcounter.cost.Cost;
import io.modelcounter.spi.Call;
import io.modelcounter.spi.Inferred;
import io.modelcounter.spi.support.NamedOperator;
import io.modelcounter.symbolic.Size;
import java.util.List;

/** NegativeLogLikelihoodLoss (ONNX, NegativeLogLikelihoodLoss): of log-probabilities and labels. */
final class NegativeLogLikelihood extends NamedOperator {

  NegativeLogLikelihood() {
    super("NegativeLogLikelihoodLoss");
  }

  @Override
  public List<Inferred> outputs(Call call) {
    return List.of(Inferred.tensor(call.element(0), ClassLoss.output(call)));
  }

  @Override
  public Cost count(Call call) {
    Size samples = ClassLoss.samples(call).elements();
    return Cost.of(
        ClassLoss.work(call, call.element(0), samples), ClassLoss.formula(call, "", samples));
  }
}
