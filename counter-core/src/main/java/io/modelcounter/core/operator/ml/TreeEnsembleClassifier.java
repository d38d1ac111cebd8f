package io.modelcounter.core.operator.ml;

import io.modelcounter.cost.Cost;
import io.modelcounter.cost.Work;
import io.modelcounter.cost.WorkKind;
import io.modelcounter.model.ElementType;
import io.modelcounter.model.Shape;
import io.modelcounter.spi.Call;
import io.modelcounter.spi.Inferred;
import io.modelcounter.spi.support.NamedOperator;
import io.modelcounter.spi.support.Rows;
import io.modelcounter.symbolic.Size;
import java.util.List;

/**
 * TreeEnsembleClassifier (ONNX, ai.onnx.ml): samples [N, F] give the label and the scores [N, E] of
 * every sample.
 */
final class TreeEnsembleClassifier extends NamedOperator {
  private static final ElementType TYPE = ElementType.FLOAT32;

  TreeEnsembleClassifier() {
    super(Ml.operator("TreeEnsembleClassifier"));
  }

  @Override
  public List<Inferred> outputs(Call call) {
    Size samples = Ml.samples(call.shape(0));
    return Ml.labelsAndScores(call, Shape.of(samples), Shape.of(samples, classes(call)));
  }

  @Override
  public List<Inferred> withoutShapes(Call call, String reason) {
    Shape unknown = Shape.unknownRank(reason);
    return Ml.labelsAndScores(call, unknown, unknown);
  }

  @Override
  public Cost count(Call call) {
    Rows scores = new Rows(Ml.samples(call.shape(0)), classes(call));
    Work rest =
        PostTransform.work(PostTransform.named(call), TYPE, scores)
            .and(WorkKind.COMPARE, TYPE, scores.combinations());
    Forest forest = Forest.ofNodes(call.attributes(), "class");
    return TreeEnsembleCost.of(forest, TYPE, scores.count(), WorkKind.ADD, rest);
  }

  private static Size classes(Call call) {
    return Size.of(Ml.labels(call.attributes(), "classlabels_int64s"));
  }
}
