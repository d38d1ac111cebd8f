package io.modelcounter.core.operator.random;

import io.modelcounter.cost.Cost;
import io.modelcounter.model.ElementType;
import io.modelcounter.model.Shape;
import io.modelcounter.spi.Call;
import io.modelcounter.spi.Inferred;
import io.modelcounter.spi.InvalidNodeException;
import io.modelcounter.spi.support.ElementTypes;
import io.modelcounter.spi.support.NamedOperator;
import java.util.Arrays;
import java.util.List;

/** RandomNormal and RandomUniform (ONNX, operators of these names): a tensor of a given shape. */
final class RandomTensor extends NamedOperator {
  private final Distribution distribution;

  RandomTensor(String name, Distribution distribution) {
    super(name);
    this.distribution = distribution;
  }

  @Override
  public List<Inferred> outputs(Call call) {
    long[] dims =
        call.attributes()
            .integers("shape")
            .orElseThrow(() -> new InvalidNodeException("attribute \"shape\" is missing"));
    if (Arrays.stream(dims).anyMatch(dim -> dim < 0)) {
      throw new InvalidNodeException(
          "attribute \"shape\" is " + Arrays.toString(dims) + ", expected no negative size");
    }
    ElementType type = ElementTypes.of(call.attributes(), "dtype", ElementType.FLOAT32);
    return List.of(Inferred.tensor(type, Shape.of(dims)));
  }

  @Override
  public Cost count(Call call) {
    return distribution.cost(call.outputElement(0), call.outputShape(0).elements());
  }
}
