package io.modelcounter.core.operator.training;

import io.modelcounter.cost.Cost;
import io.modelcounter.spi.Call;
import io.modelcounter.spi.Inferred;
import io.modelcounter.spi.InvalidNodeException;
import io.modelcounter.spi.OperatorRange;
import io.modelcounter.spi.support.NamedOperator;
import java.util.ArrayList;
import java.util.List;

/**
 * Gradient (ONNX training preview, Gradient): the partial derivatives of a tensor with respect to
 * the tensors that {@code xs} names, each of the shape of its input.
 *
 * <p>What is differentiated is only named, so its work is unknown.
 */
final class Gradient extends NamedOperator {

  Gradient() {
    super(OperatorRange.of(TrainingOperators.DOMAIN, "Gradient"));
  }

  @Override
  public List<Inferred> outputs(Call call) {
    int variables =
        call.attributes()
            .texts("xs")
            .orElseThrow(() -> new InvalidNodeException("attribute \"xs\" is missing"))
            .size();
    List<Inferred> outputs = new ArrayList<>(variables);
    for (int i = 0; i < variables; i++) {
      outputs.add(Inferred.of(call.type(i)));
    }
    return outputs;
  }

  @Override
  public Cost count(Call call) {
    return Cost.unknown(
        "the operator names the part of the graph that it differentiates, which is not counted");
  }
}
