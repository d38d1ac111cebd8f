package io.modelcounter.core.operator.training;

import io.modelcounter.cost.WorkKind;
import io.modelcounter.model.Attributes;
import io.modelcounter.spi.InvalidNodeException;
import io.modelcounter.spi.support.ElementWork;

/**
 * How an optimizer changes a variable X by its gradient G and what it keeps of earlier gradients,
 * with g = norm_coefficient * X + G.
 */
enum UpdateRule {
  /** H = H + g * g, X = X - r * g / (sqrt(H) + epsilon), r = R / (1 + T * decay_factor). */
  ADAGRAD(1) {
    @Override
    ElementWork variable(Attributes attributes) {
      return arithmetic(3, 4).and(WorkKind.SQRT, 1).and(WorkKind.DIVIDE, 1);
    }

    @Override
    ElementWork step() {
      return arithmetic(1, 1).and(WorkKind.DIVIDE, 1);
    }
  },

  /**
   * V = alpha * V + (1 - alpha) * g, H = beta * H + (1 - beta) * g * g, X = (1 -
   * norm_coefficient_post) * (X - r * V / (sqrt(H) + epsilon)), r = R * sqrt(1 - beta^T) / (1 -
   * alpha^T) after the first step.
   */
  ADAM(2) {
    @Override
    ElementWork variable(Attributes attributes) {
      return arithmetic(8, 5).and(WorkKind.SQRT, 1).and(WorkKind.DIVIDE, 1);
    }

    @Override
    ElementWork step() {
      return arithmetic(1, 2)
          .and(WorkKind.POWER, 2)
          .and(WorkKind.SQRT, 1)
          .and(WorkKind.DIVIDE, 1)
          .and(WorkKind.COMPARE, 1)
          .and(WorkKind.SELECT, 1);
    }
  },

  /**
   * V = alpha * V + b * g, X = X - R * V, or X = X - R * (g + alpha * V) with mode {@code
   * nesterov}; b is beta after the first step.
   */
  MOMENTUM(1) {
    @Override
    ElementWork variable(Attributes attributes) {
      String mode = attributes.text("mode", "standard");
      return switch (mode) {
        case "standard" -> arithmetic(4, 3);
        case "nesterov" -> arithmetic(5, 4);
        default ->
            throw new InvalidNodeException(
                "mode is \"" + mode + "\", expected standard or nesterov");
      };
    }

    @Override
    ElementWork step() {
      return ElementWork.of(WorkKind.COMPARE, WorkKind.SELECT);
    }
  };

  private final int states;

  UpdateRule(int states) {
    this.states = states;
  }

  /** Number of tensors that are kept for a variable beside it. */
  int states() {
    return states;
  }

  /** Work of changing one element of a variable. */
  abstract ElementWork variable(Attributes attributes);

  /** Work on scalars, once for all variables. */
  abstract ElementWork step();

  private static ElementWork arithmetic(int multiplications, int additions) {
    return ElementWork.of().and(WorkKind.MULTIPLY, multiplications).and(WorkKind.ADD, additions);
  }
}
