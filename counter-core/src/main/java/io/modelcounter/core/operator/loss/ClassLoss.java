package io.modelcounter.core.operator.loss;

import io.modelcounter.cost.Formula;
import io.modelcounter.cost.Work;
import io.modelcounter.cost.WorkKind;
import io.modelcounter.model.ElementType;
import io.modelcounter.model.Shape;
import io.modelcounter.spi.Call;
import io.modelcounter.spi.InvalidNodeException;
import io.modelcounter.spi.support.ElementWork;
import io.modelcounter.spi.support.Rows;
import io.modelcounter.symbolic.Size;
import java.util.ArrayList;
import java.util.List;

/**
 * What the losses of classes share: scores [N, C, D1 …], labels [N, D1 …], optional weights [C],
 * and a reduction.
 */
final class ClassLoss {
  private static final int WEIGHTS = 2;

  private ClassLoss() {}

  /** Shape of the loss before it is reduced: the scores without the axis of the classes. */
  static Shape samples(Call call) {
    Shape scores = call.shape(0);
    if (scores.rank() < 2) {
      throw new InvalidNodeException("the scores are " + scores + ", expected [N, C, ...]");
    }
    List<Size> dims = new ArrayList<>(scores.dims());
    dims.remove(1);
    return Shape.of(dims);
  }

  /** Shape of the loss; a scalar needs no known scores. */
  static Shape output(Call call) {
    return reduction(call).equals("none") ? samples(call) : Shape.scalar();
  }

  /**
   * Work of taking the loss from log-probabilities: a sample takes a negation, with weights a
   * multiplication, with an ignored label a comparison and a selection; sum and mean add the
   * samples up, and a mean over weights or without ignored labels adds those up as well.
   */
  static Work work(Call call, ElementType type, Size samples) {
    Work work = ofSample(call).times(type, samples);
    String reduction = reduction(call);
    if (reduction.equals("none")) {
      return work;
    }
    Size additions = new Rows(Size.ONE, samples).combinations().times(sums(call));
    work = work.and(WorkKind.ADD, type, additions);
    return reduction.equals("mean") ? work.and(WorkKind.DIVIDE, type, Size.ONE) : work;
  }

  /** How that work comes about, after an expression for what comes before it. */
  static Formula formula(Call call, String before, Size samples) {
    String reduced =
        switch (reduction(call)) {
          case "none" -> "";
          case "sum" -> " + (samples - 1)";
          default -> sums(call) == 1 ? " + (samples - 1) + 1" : " + 2 * (samples - 1) + 1";
        };
    ElementWork ofSample = ofSample(call);
    return Formula.of(before + "samples * operations" + reduced)
        .where("samples", "labels", samples)
        .where("operations", "operations a label: " + ofSample, ofSample.total());
  }

  private static ElementWork ofSample(Call call) {
    ElementWork work = ElementWork.of(WorkKind.NEGATE);
    if (call.hasInput(WEIGHTS)) {
      work = work.and(WorkKind.MULTIPLY, 1);
    }
    return ignores(call) ? work.and(WorkKind.COMPARE, 1).and(WorkKind.SELECT, 1) : work;
  }

  /** Sums over all samples: that of the losses, and that of the weights that a mean divides by. */
  private static int sums(Call call) {
    boolean weighs = call.hasInput(WEIGHTS) || ignores(call);
    return weighs && reduction(call).equals("mean") ? 2 : 1;
  }

  private static boolean ignores(Call call) {
    return call.attributes().has("ignore_index");
  }

  private static String reduction(Call call) {
    String reduction = call.attributes().text("reduction", "mean");
    return switch (reduction) {
      case "none", "sum", "mean" -> reduction;
      default ->
          throw new InvalidNodeException(
              "reduction is \"" + reduction + "\", expected none, sum or mean");
    };
  }
}
