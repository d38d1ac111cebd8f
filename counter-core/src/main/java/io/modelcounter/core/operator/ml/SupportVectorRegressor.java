package io.modelcounter.core.operator.ml;

import io.modelcounter.cost.Cost;
import io.modelcounter.cost.Formula;
import io.modelcounter.cost.Work;
import io.modelcounter.cost.WorkKind;
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
 * SVMRegressor (ONNX, ai.onnx.ml): one score a sample, the weighted sum of kernel values with all
 * support vectors plus an offset; without support vectors the product with the coefficients.
 */
final class SupportVectorRegressor extends NamedOperator {
  private static final ElementType TYPE = ElementType.FLOAT32;

  SupportVectorRegressor() {
    super(Ml.operator("SVMRegressor"));
  }

  @Override
  public List<Inferred> outputs(Call call) {
    return List.of(Inferred.tensor(TYPE, Shape.of(Ml.samples(call.shape(0)), Size.ONE)));
  }

  @Override
  public List<Inferred> withoutShapes(Call call, String reason) {
    return List.of(Inferred.tensor(TYPE, Shape.unknownRank(reason)));
  }

  @Override
  public Cost count(Call call) {
    Shape input = call.shape(0);
    Size samples = Ml.samples(input);
    Size features = Ml.features(input);
    Size vectors = Size.of(call.attributes().integer("n_supports", 0));
    // Without support vectors the coefficients act as a single vector.
    Work work =
        vectors.isZero()
            ? Kernel.work(call, TYPE, samples, features, Size.ONE)
            : Kernel.work(call, TYPE, samples, features, vectors)
                .plus(new MatrixProduct(Size.ONE, samples, vectors, Size.ONE).work(TYPE));
    work =
        work.and(WorkKind.BIAS_ADD, TYPE, samples)
            .plus(PostTransform.work(PostTransform.named(call), TYPE, new Rows(samples, Size.ONE)));
    if (call.attributes().integer("one_class", 0) != 0) {
      work = work.and(WorkKind.COMPARE, TYPE, samples);
    }
    Formula formula =
        Formula.of(vectors.isZero() ? "N * C" : "N * S * C + N * S")
            .where("N", "samples", samples)
            .where("C", "features", features);
    return Cost.of(
        work, vectors.isZero() ? formula : formula.where("S", "support vectors", vectors));
  }
}
