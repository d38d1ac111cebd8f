package io.modelcounter.core.operator.loss;

import io.modelcounter.spi.support.Operator;
import java.util.List;

/** The loss family. */
public final class LossOperators {
  private LossOperators() {}

  /**
   * All operators of the family.
   *
   * @return the operators
   */
  public static List<Operator> all() {
    return List.of(new NegativeLogLikelihood(), new SoftmaxCrossEntropy());
  }
}
