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
import io.modelcounter.spi.support.ElementWork;
import io.modelcounter.spi.support.NamedOperator;
import io.modelcounter.spi.support.Rows;
import io.modelcounter.symbolic.Size;
import java.util.Arrays;
import java.util.List;

/**
 * SVMClassifier (ONNX, ai.onnx.ml): the label of every sample and its scores.
 *
 * <p>With support vectors every pair of classes has a classifier, in which the vectors of both
 * classes take part, so that every vector takes part in E − 1 of them; without, every class has its
 * coefficients. Probabilities ({@code prob_a}) are a sigmoid of every pair's score; how they are
 * made to agree is an iteration that is not counted.
 */
final class SupportVectorClassifier extends NamedOperator {
  private static final ElementType TYPE = ElementType.FLOAT32;

  /** {@code 1 / (1 + exp(a * score + b))}. */
  private static final ElementWork PROBABILITY =
      ElementWork.of(WorkKind.MULTIPLY, WorkKind.ADD, WorkKind.EXP, WorkKind.ADD, WorkKind.DIVIDE);

  SupportVectorClassifier() {
    super(Ml.operator("SVMClassifier"));
  }

  @Override
  public List<Inferred> outputs(Call call) {
    Size samples = Ml.samples(call.shape(0));
    Size scores = Size.of(scores(call.attributes()));
    return Ml.labelsAndScores(call, Shape.of(samples), Shape.of(samples, scores));
  }

  @Override
  public List<Inferred> withoutShapes(Call call, String reason) {
    Shape unknown = Shape.unknownRank(reason);
    return Ml.labelsAndScores(call, unknown, unknown);
  }

  @Override
  public Cost count(Call call) {
    Attributes attributes = call.attributes();
    Shape input = call.shape(0);
    Size samples = Ml.samples(input);
    Size features = Ml.features(input);
    Size vectors = vectors(attributes);
    Size classes = Size.of(classes(attributes));
    Rows scores = new Rows(samples, Size.of(scores(attributes)));
    Work work =
        vectors.isZero()
            ? Kernel.work(call, TYPE, samples, features, classes)
            : byPairs(call, samples, features, vectors);
    work =
        work.and(WorkKind.COMPARE, TYPE, scores.combinations())
            .plus(PostTransform.work(PostTransform.named(call), TYPE, scores));
    Formula formula =
        Formula.of(vectors.isZero() ? "N * E * C" : "N * S * C + N * S * (E - 1)")
            .where("N", "samples", samples)
            .where("C", "features", features)
            .where("E", "classes", classes);
    Cost cost =
        Cost.of(work, vectors.isZero() ? formula : formula.where("S", "support vectors", vectors));
    return hasProbabilities(attributes)
        ? cost.assuming("Making the probabilities of all pairs of classes agree is not counted.")
        : cost;
  }

  private static Work byPairs(Call call, Size samples, Size features, Size vectors) {
    long classes = classes(call.attributes());
    Size pairs = Size.of(pairs(classes));
    Size decisions = samples.times(pairs);
    Size terms = Size.product(List.of(samples, vectors, Size.of(classes - 1)));
    Work work =
        Kernel.work(call, TYPE, samples, features, vectors)
            .and(WorkKind.MULTIPLY_ADD, TYPE, terms)
            .and(WorkKind.SUM_START, TYPE, decisions)
            .and(WorkKind.BIAS_ADD, TYPE, decisions);
    return hasProbabilities(call.attributes())
        ? work.plus(PROBABILITY.times(TYPE, decisions))
        : work;
  }

  private static long scores(Attributes attributes) {
    long classes = classes(attributes);
    boolean byPairs = !vectors(attributes).isZero() && !hasProbabilities(attributes);
    return byPairs && classes > 2 ? pairs(classes) : byPairs ? 2 : classes;
  }

  private static long classes(Attributes attributes) {
    return Math.max(1, Ml.labels(attributes, "classlabels_ints"));
  }

  private static long pairs(long classes) {
    return classes * (classes - 1) / 2;
  }

  private static Size vectors(Attributes attributes) {
    return Size.sum(
        Arrays.stream(attributes.integers("vectors_per_class").orElseGet(() -> new long[0]))
            .mapToObj(Size::of)
            .toList());
  }

  private static boolean hasProbabilities(Attributes attributes) {
    return attributes.reals("prob_a").filter(list -> list.length > 0).isPresent();
  }
}
