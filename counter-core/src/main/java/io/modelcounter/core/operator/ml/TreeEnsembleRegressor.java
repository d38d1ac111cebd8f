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
 * TreeEnsembleRegressor and TreeEnsemble (ONNX, ai.onnx.ml): samples [N, F] give [N, n_targets]
 * sums, averages, minima or maxima of the leaves' weights; the first as float32, the second in the
 * type of the samples.
 */
final class TreeEnsembleRegressor extends NamedOperator {
  private static final String GENERAL = "TreeEnsemble";

  private final boolean general;

  TreeEnsembleRegressor(String name) {
    super(Ml.operator(name));
    this.general = name.equals(GENERAL);
  }

  @Override
  public List<Inferred> outputs(Call call) {
    Shape shape = Shape.of(Ml.samples(call.shape(0)), targets(call));
    return List.of(Inferred.tensor(type(call), shape));
  }

  @Override
  public List<Inferred> withoutShapes(Call call, String reason) {
    return List.of(Inferred.tensor(type(call), Shape.unknownRank(reason)));
  }

  @Override
  public Cost count(Call call) {
    ElementType type = type(call);
    Rows scores = new Rows(Ml.samples(call.shape(0)), targets(call));
    String transform = general ? PostTransform.numbered(call) : PostTransform.named(call);
    Work rest = PostTransform.work(transform, type, scores);
    String aggregation = aggregation(call);
    if (aggregation.equals("AVERAGE")) {
      rest = rest.and(WorkKind.DIVIDE, type, scores.elements());
    }
    WorkKind combine =
        aggregation.equals("MIN") || aggregation.equals("MAX") ? WorkKind.COMPARE : WorkKind.ADD;
    Forest forest =
        general ? Forest.ofRoots(call.attributes()) : Forest.ofNodes(call.attributes(), "target");
    return TreeEnsembleCost.of(forest, type, scores.count(), combine, rest);
  }

  private String aggregation(Call call) {
    if (!general) {
      return call.attributes().text("aggregate_function", "SUM");
    }
    return switch ((int) call.attributes().integer("aggregate_function", 1)) {
      case 0 -> "AVERAGE";
      case 2 -> "MIN";
      case 3 -> "MAX";
      default -> "SUM";
    };
  }

  private ElementType type(Call call) {
    return general ? call.element(0) : ElementType.FLOAT32;
  }

  private static Size targets(Call call) {
    return Size.of(call.attributes().integer("n_targets", 1));
  }
}
