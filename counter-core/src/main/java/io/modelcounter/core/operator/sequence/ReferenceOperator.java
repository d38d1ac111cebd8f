package io.modelcounter.core.operator.sequence;

import io.modelcounter.cost.Traffic;
import io.modelcounter.spi.Call;
import io.modelcounter.spi.Inferred;
import io.modelcounter.spi.support.FreeOperator;
import java.util.List;

/** An operator that passes tensors on by reference: nothing is computed and no byte moves. */
abstract class ReferenceOperator extends FreeOperator {

  ReferenceOperator(String name) {
    super("the tensors are only passed on", name);
  }

  @Override
  public Traffic traffic(Call call) {
    return Traffic.NONE;
  }

  @Override
  public List<Inferred> withoutShapes(Call call, String reason) {
    return List.of(Inferred.unknown(reason));
  }
}
