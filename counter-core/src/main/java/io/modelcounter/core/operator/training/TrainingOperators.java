package io.modelcounter.core.operator.training;

import io.modelcounter.spi.support.Operator;
import java.util.List;

/** The training family. */
public final class TrainingOperators {
  static final String DOMAIN = "ai.onnx.preview.training";

  private TrainingOperators() {}

  /**
   * All operators of the family.
   *
   * @return the operators
   */
  public static List<Operator> all() {
    return List.of(
        new Optimizer("Adagrad", UpdateRule.ADAGRAD),
        new Optimizer("Adam", UpdateRule.ADAM),
        new Optimizer("Momentum", UpdateRule.MOMENTUM),
        new Gradient(),
        new GraphCall());
  }
}
