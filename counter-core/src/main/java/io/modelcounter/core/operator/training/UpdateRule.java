package io.modelcounter.core.operator.training;

import io.modelcounter.cost.Work;
import io.modelcounter.cost.WorkKind;
import io.modelcounter.model.Attributes;
import io.modelcounter.model.ElementType;
import io.modelcounter.spi.InvalidNodeException;
import io.modelcounter.symbolic.Size;

/**
 * How an optimizer changes a variable X by its gradient G and what it keeps of earlier gradients,
 * with g = norm_coefficient * X + G.
 */
enum UpdateRule {
  /** H = H + g * g, X = X - r * g / (sqrt(H) + epsilon), r = R / (1 + T * decay_factor). */
  ADAGRAD(1) {
    @Override
    Work variable(Attributes attributes, ElementType type, Size elements) {
      return arithmetic(type, elements, 3, 4)
          .and(WorkKind.SQRT, type, elements)
          .and(WorkKind.DIVIDE, type, elements);
    }

    @Override
    Work step(ElementType type) {
      return arithmetic(type, Size.ONE, 1, 1).and(WorkKind.DIVIDE, type, Size.ONE);
    }
  },

  /**
   * V = alpha * V + (1 - alpha) * g, H = beta * H + (1 - beta) * g * g, X = (1 -
   * norm_coefficient_post) * (X - r * V / (sqrt(H) + epsilon)), r = R * sqrt(1 - beta^T) / (1 -
   * alpha^T) after the first step.
   */
  ADAM(2) {
    @Override
    Work variable(Attributes attributes, ElementType type, Size elements) {
      return arithmetic(type, elements, 8, 5)
          .and(WorkKind.SQRT, type, elements)
          .and(WorkKind.DIVIDE, type, elements);
    }

    @Override
    Work step(ElementType type) {
      return arithmetic(type, Size.ONE, 1, 2)
          .and(WorkKind.POWER, type, Size.of(2))
          .and(WorkKind.SQRT, type, Size.ONE)
          .and(WorkKind.DIVIDE, type, Size.ONE)
          .plus(choice(type));
    }
  },

  /**
   * V = alpha * V + b * g, X = X - R * V, or X = X - R * (g + alpha * V) with mode {@code
   * nesterov}; b is beta after the first step.
   */
  MOMENTUM(1) {
    @Override
    Work variable(Attributes attributes, ElementType type, Size elements) {
      String mode = attributes.text("mode", "standard");
      return switch (mode) {
        case "standard" -> arithmetic(type, elements, 4, 3);
        case "nesterov" -> arithmetic(type, elements, 5, 4);
        default ->
            throw new InvalidNodeException(
                "mode is \"" + mode + "\", expected standard or nesterov");
      };
    }

    @Override
    Work step(ElementType type) {
      return choice(type);
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

  /** Work of changing one variable. */
  abstract Work variable(Attributes attributes, ElementType type, Size elements);

  /** Work on scalars, once for all variables. */
  abstract Work step(ElementType type);

  private static Work arithmetic(
      ElementType type, Size elements, int multiplications, int additions) {
    return Work.of(WorkKind.MULTIPLY, type, elements.times(multiplications))
        .and(WorkKind.ADD, type, elements.times(additions));
  }

  private static Work choice(ElementType type) {
    return Work.of(WorkKind.COMPARE, type, Size.ONE).and(WorkKind.SELECT, type, Size.ONE);
  }
}
