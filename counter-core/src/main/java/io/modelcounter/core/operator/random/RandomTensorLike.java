package io.modelcounter.core.operator.random;

import io.modelcounter.cost.Cost;
import io.modelcounter.cost.Traffic;
import io.modelcounter.model.ElementType;
import io.modelcounter.spi.Call;
import io.modelcounter.spi.Inferred;
import io.modelcounter.spi.LayerCounter;
import io.modelcounter.spi.support.ElementTypes;
import io.modelcounter.spi.support.NamedOperator;
import io.modelcounter.symbolic.Amount;
import java.util.List;

/**
 * RandomNormalLike, RandomUniformLike and Bernoulli (ONNX, operators of these names): a tensor of
 * the shape of the input, whose elements only Bernoulli reads.
 */
final class RandomTensorLike extends NamedOperator {
  private final Distribution distribution;

  RandomTensorLike(String name, Distribution distribution) {
    super(name);
    this.distribution = distribution;
  }

  @Override
  public List<Inferred> outputs(Call call) {
    ElementType type = ElementTypes.of(call.attributes(), "dtype", call.element(0));
    return List.of(Inferred.tensor(type, call.shapeIfKnown(0)));
  }

  @Override
  public Cost count(Call call) {
    boolean reads = distribution == Distribution.BERNOULLI;
    ElementType type = reads ? call.element(0) : call.outputElement(0);
    return distribution.cost(type, call.outputShape(0).elements());
  }

  @Override
  public Traffic traffic(Call call) {
    return distribution == Distribution.BERNOULLI
        ? super.traffic(call)
        : new Traffic(Amount.zero(), LayerCounter.bytes(call.outputType(0)));
  }
}
