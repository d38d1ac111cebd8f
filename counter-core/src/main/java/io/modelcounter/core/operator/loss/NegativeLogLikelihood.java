package io.modelcounter.core.operator.loss;

import io.modelcounter.core.operator.Operator;
import io.modelcounter.cost.Cost;
import io.modelcounter.cost.Formula;
import io.modelcounter.spi.Call;
import io.modelcounter.spi.Inferred;
import io.modelcounter.spi.OperatorRange;
import io.modelcounter.symbolic.Size;
import java.util.List;

/** NegativeLogLikelihoodLoss (ONNX, NegativeLogLikelihoodLoss): of log-probabilities and labels. */
final class NegativeLogLikelihood implements Operator {

  @Override
  public List<OperatorRange> operators() {
    return List.of(OperatorRange.onnx("NegativeLogLikelihoodLoss"));
  }

  @Override
  public List<Inferred> outputs(Call call) {
    return List.of(Inferred.tensor(call.element(0), ClassLoss.output(call)));
  }

  @Override
  public Cost count(Call call) {
    Size samples = ClassLoss.samples(call).elements();
    Formula formula =
        Formula.of("operations a sample * samples").where("samples", "labels", samples);
    return Cost.of(ClassLoss.work(call, call.element(0), samples), formula);
  }
}
