package io.modelcounter.core.operator.activation;

import io.modelcounter.cost.Cost;
import io.modelcounter.spi.Call;
import io.modelcounter.spi.Inferred;
import io.modelcounter.spi.support.ElementWork;
import io.modelcounter.spi.support.NamedOperator;
import java.util.List;
import java.util.function.Function;

/** A function of one element: Y has the shape and type of X. */
final class Activation extends NamedOperator {
  private final Function<Call, ElementWork> work;

  /** An activation whose work depends on the attributes of the node. */
  Activation(String name, Function<Call, ElementWork> work) {
    super(name);
    this.work = work;
  }

  Activation(String name, ElementWork work) {
    this(name, call -> work);
  }

  @Override
  public List<Inferred> outputs(Call call) {
    return List.of(Inferred.tensor(call.element(0), call.shapeIfKnown(0)));
  }

  @Override
  public Cost count(Call call) {
    return work.apply(call).cost(call.element(0), call.outputShape(0).elements());
  }
}
