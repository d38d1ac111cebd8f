package io.modelcounter.core.operator.ml;

import io.modelcounter.cost.Work;
import io.modelcounter.cost.WorkKind;
import io.modelcounter.model.ElementType;
import io.modelcounter.spi.Call;
import io.modelcounter.spi.InvalidNodeException;
import io.modelcounter.spi.support.ElementWork;
import io.modelcounter.spi.support.Rows;
import io.modelcounter.spi.support.SoftmaxWork;

/**
 * What turns raw scores into probabilities (ONNX, ai.onnx.ml, attribute {@code post_transform}).
 *
 * <p>LOGISTIC is a sigmoid: negation, exponential, addition and division a score. PROBIT is {@code
 * sqrt(2) * erfinv(2x - 1)}: two multiplications, an addition and an inverse error function a
 * score.
 */
final class PostTransform {
  private static final String[] BY_NUMBER = {
    "NONE", "SOFTMAX", "LOGISTIC", "SOFTMAX_ZERO", "PROBIT"
  };
  private static final ElementWork PROBIT =
      ElementWork.of(WorkKind.MULTIPLY, WorkKind.ADD, WorkKind.ERROR_FUNCTION, WorkKind.MULTIPLY);

  private PostTransform() {}

  /** Name of the transform; an attribute that is a text. */
  static String named(Call call) {
    return call.attributes().text("post_transform", "NONE");
  }

  /** Name of the transform; an attribute that is a number. */
  static String numbered(Call call) {
    long number = call.attributes().integer("post_transform", 0);
    if (number < 0 || number >= BY_NUMBER.length) {
      throw new InvalidNodeException("post_transform is " + number + ", expected 0 to 4");
    }
    return BY_NUMBER[(int) number];
  }

  /** Work on the scores of all samples. */
  static Work work(String transform, ElementType type, Rows scores) {
    return switch (transform) {
      case "NONE" -> Work.NONE;
      case "SOFTMAX", "SOFTMAX_ZERO" -> SoftmaxWork.softmax(type, scores);
      case "LOGISTIC" -> ElementWork.SIGMOID.times(type, scores.elements());
      case "PROBIT" -> PROBIT.times(type, scores.elements());
      default ->
          throw new InvalidNodeException(
              "post_transform is \""
                  + transform
                  + "\", expected NONE, SOFTMAX, LOGISTIC, SOFTMAX_ZERO or PROBIT");
    };
  }
}
