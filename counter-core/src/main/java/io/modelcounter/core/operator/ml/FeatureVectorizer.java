package io.modelcounter.core.operator.ml;

import io.modelcounter.cost.Cost;
import io.modelcounter.cost.WorkKind;
import io.modelcounter.model.ElementType;
import io.modelcounter.model.Shape;
import io.modelcounter.spi.Call;
import io.modelcounter.spi.Inferred;
import io.modelcounter.spi.support.Dimensions;
import io.modelcounter.spi.support.ElementWork;
import io.modelcounter.spi.support.NamedOperator;
import io.modelcounter.symbolic.Size;
import java.util.List;

/**
 * FeatureVectorizer (ONNX, ai.onnx.ml): joins [N, C] inputs along the second axis, as float32.
 *
 * <p>One conversion an element unless the inputs are float32.
 */
final class FeatureVectorizer extends NamedOperator {
  private static final ElementWork WORK = ElementWork.of(WorkKind.CONVERT);
  private static final Cost FREE = Cost.free("features are only joined");

  FeatureVectorizer() {
    super(Ml.operator("FeatureVectorizer"));
  }

  @Override
  public List<Inferred> outputs(Call call) {
    Size samples = Ml.samples(call.shape(0));
    Size features = Ml.features(call.shape(0));
    for (int i = 1; i < call.inputCount(); i++) {
      samples = Dimensions.agreed(samples, Ml.samples(call.shape(i)), "number of samples");
      features = features.plus(Ml.features(call.shape(i)));
    }
    return List.of(Inferred.tensor(ElementType.FLOAT32, Shape.of(samples, features)));
  }

  @Override
  public List<Inferred> withoutShapes(Call call, String reason) {
    return List.of(Inferred.tensor(ElementType.FLOAT32, Shape.unknownRank(reason)));
  }

  @Override
  public Cost count(Call call) {
    return call.element(0) == ElementType.FLOAT32
        ? FREE
        : WORK.cost(ElementType.FLOAT32, call.outputShape(0).elements());
  }
}
