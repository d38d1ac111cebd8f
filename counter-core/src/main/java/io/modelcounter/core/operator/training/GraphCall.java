package io.modelcounter.core.operator.training;

import io.modelcounter.cost.Cost;
import io.modelcounter.spi.Call;
import io.modelcounter.spi.Inferred;
import io.modelcounter.spi.OperatorRange;
import io.modelcounter.spi.support.NamedOperator;
import java.util.ArrayList;
import java.util.List;

/**
 * GraphCall (ONNX 1.7 training preview, GraphCall, which was removed): runs the inference graph
 * from within a training graph. What it runs is not in the node, so its outputs and work are
 * unknown.
 */
final class GraphCall extends NamedOperator {
  private static final String REASON = "the graph that is called is not part of the node";

  GraphCall() {
    super(OperatorRange.of(TrainingOperators.DOMAIN, "GraphCall"));
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
