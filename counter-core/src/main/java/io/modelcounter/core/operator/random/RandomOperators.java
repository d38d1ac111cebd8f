package io.modelcounter.core.operator.random;

import io.modelcounter.spi.support.Operator;
import java.util.List;

/** The random family. */
public final class RandomOperators {
  private RandomOperators() {}

  /**
   * All operators of the family.
   *
   * @return the operators
   */
  public static List<Operator> all() {
    return List.of(
        new RandomTensor("RandomNormal", Distribution.NORMAL),
        new RandomTensor("RandomUniform", Distribution.UNIFORM),
        new RandomTensorLike("RandomNormalLike", Distribution.NORMAL),
        new RandomTensorLike("RandomUniformLike", Distribution.UNIFORM),
        new RandomTensorLike("Bernoulli", Distribution.BERNOULLI),
        new Multinomial(),
        new Dropout());
  }
}
