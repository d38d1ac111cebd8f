package io.modelcounter.core.operator.ml;

import io.modelcounter.model.Attributes;
import io.modelcounter.model.ElementType;
import io.modelcounter.model.MapType;
import io.modelcounter.model.SequenceType;
import io.modelcounter.model.Shape;
import io.modelcounter.model.ValueType;
import io.modelcounter.spi.Call;
import io.modelcounter.spi.Inferred;
import io.modelcounter.spi.support.FreeOperator;
import io.modelcounter.symbolic.Size;
import java.util.List;
import java.util.Optional;

/** ZipMap (ONNX, ai.onnx.ml): every row of scores becomes a map from class label to score. */
final class ZipMap extends FreeOperator {

  ZipMap() {
    super("scores only get labels", Ml.operator("ZipMap"));
  }

  @Override
  public List<Inferred> outputs(Call call) {
    Shape scores = call.shapeIfKnown(0);
    Optional<Size> length = scores.hasRank() ? Optional.of(Ml.samples(scores)) : Optional.empty();
    return List.of(Inferred.of(maps(call.attributes(), length)));
  }

  private static ValueType maps(Attributes attributes, Optional<Size> length) {
    ValueType score = ValueType.tensor(ElementType.FLOAT32, Shape.scalar());
    return new SequenceType(new MapType(Ml.labelType(attributes), score), length);
  }
}
