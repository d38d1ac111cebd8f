package io.modelcounter.core.operator.ml;

import io.modelcounter.core.operator.Operator;
import io.modelcounter.cost.Cost;
import io.modelcounter.model.Attributes;
import io.modelcounter.model.ElementType;
import io.modelcounter.model.MapType;
import io.modelcounter.model.SequenceType;
import io.modelcounter.model.Shape;
import io.modelcounter.model.ValueType;
import io.modelcounter.spi.Call;
import io.modelcounter.spi.Inferred;
import io.modelcounter.spi.OperatorRange;
import io.modelcounter.symbolic.Size;
import java.util.List;
import java.util.Optional;

/** ZipMap (ONNX, ai.onnx.ml): every row of scores becomes a map from class label to score. */
final class ZipMap implements Operator {
  private static final List<OperatorRange> OPERATORS = Ml.operator("ZipMap");
  private static final Cost FREE = Cost.free("scores only get labels");

  @Override
  public List<OperatorRange> operators() {
    return OPERATORS;
  }

  @Override
  public List<Inferred> outputs(Call call) {
    Shape scores = call.shapeIfKnown(0);
    Optional<Size> length = scores.hasRank() ? Optional.of(Ml.samples(scores)) : Optional.empty();
    return List.of(Inferred.of(maps(call.attributes(), length)));
  }

  @Override
  public Cost count(Call call) {
    return FREE;
  }

  private static ValueType maps(Attributes attributes, Optional<Size> length) {
    ValueType score = ValueType.tensor(ElementType.FLOAT32, Shape.scalar());
    return new SequenceType(new MapType(Ml.labelType(attributes), score), length);
  }
}
