package io.modelcounter.core.operator.ml;

import io.modelcounter.cost.Cost;
import io.modelcounter.cost.Formula;
import io.modelcounter.cost.Work;
import io.modelcounter.cost.WorkKind;
import io.modelcounter.model.Attributes;
import io.modelcounter.model.ElementType;
import io.modelcounter.model.Shape;
import io.modelcounter.spi.Call;
import io.modelcounter.spi.Inferred;
import io.modelcounter.spi.support.MatrixProduct;
import io.modelcounter.spi.support.NamedOperator;
import io.modelcounter.spi.support.Rows;
import io.modelcounter.symbolic.Size;
import java.util.List;

/**
 * LinearClassifier and LinearRegressor (ONNX, ai.onnx.ml): samples [N, C] times the coefficients of
 * every score [C, E], plus intercepts.
 *
 * <p>The work is that of a matrix product, a bias addition a score, the post transform, and for a
 * classifier the search for the best score.
 */
final class LinearModel extends NamedOperator {
  private static final String CLASSIFIER = "LinearClassifier";
  private static final ElementType TYPE = ElementType.FLOAT32;

  private final boolean classifies;

  LinearModel(String name) {
    super(Ml.operator(name));
    this.classifies = name.equals(CLASSIFIER);
  }

  @Override
  public List<Inferred> outputs(Call call) {
    Size samples = Ml.samples(call.shape(0));
    Shape scores = Shape.of(samples, Size.of(scores(call)));
    return classifies
        ? Ml.labelsAndScores(call, Shape.of(samples), scores)
        : List.of(Inferred.tensor(TYPE, scores));
  }

  @Override
  public List<Inferred> withoutShapes(Call call, String reason) {
    Shape unknown = Shape.unknownRank(reason);
    return classifies
        ? Ml.labelsAndScores(call, unknown, unknown)
        : List.of(Inferred.tensor(TYPE, unknown));
  }

  @Override
  public Cost count(Call call) {
    Shape input = call.shape(0);
    Attributes attributes = call.attributes();
    Size samples = Ml.samples(input);
    Size models = Size.of(models(call));
    MatrixProduct product = new MatrixProduct(Size.ONE, samples, Ml.features(input), models);
    Rows scores = new Rows(samples, Size.of(scores(call)));
    Work work =
        product.work(TYPE).plus(PostTransform.work(PostTransform.named(call), TYPE, scores));
    if (attributes.reals("intercepts").isPresent()) {
      work = work.and(WorkKind.BIAS_ADD, TYPE, product.sums());
    }
    if (classifies) {
      work = work.and(WorkKind.COMPARE, TYPE, scores.combinations());
    }
    Formula formula =
        Formula.of("N * C * E")
            .where("N", "samples", samples)
            .where("C", "features", product.inner())
            .where("E", "scores that are computed", models);
    return Cost.of(work, formula);
  }

  /** Scores that are computed; the second of two classes may be left out. */
  private long models(Call call) {
    Attributes attributes = call.attributes();
    if (!classifies) {
      return attributes.integer("targets", 1);
    }
    int intercepts = attributes.reals("intercepts").map(list -> list.length).orElse(0);
    return intercepts > 0 ? intercepts : Ml.labels(attributes, "classlabels_ints");
  }

  private long scores(Call call) {
    long models = models(call);
    return classifies && models == 1 && Ml.labels(call.attributes(), "classlabels_ints") == 2
        ? 2
        : models;
  }
}
