package io.modelcounter.onnx.contrib.attention;

import io.modelcounter.cost.Cost;
import io.modelcounter.cost.Work;
import io.modelcounter.cost.WorkKind;
import io.modelcounter.model.ElementType;
import io.modelcounter.spi.Call;
import io.modelcounter.spi.support.AttentionProduct;
import io.modelcounter.spi.support.Rows;
import io.modelcounter.spi.support.SoftmaxWork;
import io.modelcounter.symbolic.Size;
import java.util.List;

/**
 * What an attention does to its scores between its two products: a score is scaled, masks that are
 * added are an addition each, masks that hide a selection each; a sink is one more exponential in
 * the sum of every row.
 *
 * @param scaled whether scores are multiplied with a scale
 * @param capped whether scores are capped
 * @param added masks that are added
 * @param hiding masks that hide positions
 * @param sink whether the softmax has a sink
 */
record ScoreSteps(boolean scaled, boolean capped, int added, int hiding, boolean sink) {

  /** Reads the attributes {@code scale} and {@code softcap}; no masks yet. */
  static ScoreSteps of(Call call) {
    boolean scaled = call.attributes().real("scale").orElse(0) != 1;
    boolean capped = call.attributes().real("softcap").orElse(0) != 0;
    return new ScoreSteps(scaled, capped, 0, 0, false);
  }

  /** One more mask that is added, if there is one. */
  ScoreSteps adding(boolean mask) {
    return mask ? new ScoreSteps(scaled, capped, added + 1, hiding, sink) : this;
  }

  /** One more mask that hides positions, if there is one. */
  ScoreSteps hiding(boolean mask) {
    return mask ? new ScoreSteps(scaled, capped, added, hiding + 1, sink) : this;
  }

  /** With a sink, if there is one. */
  ScoreSteps withSink(boolean present) {
    return new ScoreSteps(scaled, capped, added, hiding, present);
  }

  /** Work of both products and of all steps between them. */
  Work work(AttentionProduct product, ElementType type) {
    return product.products(type).plus(between(product, type));
  }

  /** Work of the steps between the products. */
  Work between(AttentionProduct product, ElementType type) {
    Size scores = product.scores();
    Work work =
        softmax(product, type)
            .and(WorkKind.ADD, type, scores.times(added))
            .and(WorkKind.SELECT, type, scores.times(hiding));
    if (scaled) {
      work = work.and(WorkKind.MULTIPLY, type, scores);
    }
    return capped ? work.plus(product.cap(type)) : work;
  }

  /** States what masks do not change, where there are masks. */
  Cost assuming(Cost cost) {
    return added + hiding > 0 ? cost.assuming(AttentionProduct.FULL_SQUARE) : cost;
  }

  private Work softmax(AttentionProduct product, ElementType type) {
    if (!sink) {
      return product.softmax(type);
    }
    Size rows = Size.product(List.of(product.batch(), product.heads(), product.queries()));
    return SoftmaxWork.exponentials(type, new Rows(rows, product.keys().plus(Size.ONE)))
        .and(WorkKind.DIVIDE, type, product.scores());
  }
}
