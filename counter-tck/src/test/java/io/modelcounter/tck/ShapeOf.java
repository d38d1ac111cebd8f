package io.modelcounter.tck;

import io.modelcounter.cost.Cost;
import io.modelcounter.model.ElementType;
import io.modelcounter.model.Shape;
import io.modelcounter.model.TensorValue;
import io.modelcounter.spi.Call;
import io.modelcounter.spi.Inferred;
import io.modelcounter.spi.LayerCounter;
import io.modelcounter.spi.OperatorRange;
import io.modelcounter.spi.ShapeRule;
import java.util.List;
import java.util.Optional;

/** Sample operator that gives the dimensions of a tensor as an int64 vector. */
final class ShapeOf implements ShapeRule, LayerCounter {

  @Override
  public List<OperatorRange> operators() {
    return List.of(OperatorRange.of("test", "ShapeOf"));
  }

  @Override
  public List<Inferred> outputs(Call call) {
    Shape shape = call.shape(0);
    return List.of(
        Inferred.tensor(ElementType.INT64, Shape.of(shape.rank()))
            .withValue(() -> Optional.of(TensorValue.sizes(shape.dims()))));
  }

  @Override
  public List<Inferred> withoutShapes(Call call, String reason) {
    return List.of(Inferred.tensor(ElementType.INT64, Shape.unknownRank(reason)));
  }

  @Override
  public Cost count(Call call) {
    return Cost.free("only dimensions are read");
  }
}
