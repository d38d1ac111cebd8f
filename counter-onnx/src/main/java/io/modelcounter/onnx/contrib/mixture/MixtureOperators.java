package io.modelcounter.onnx.contrib.mixture;

import io.modelcounter.spi.support.Operator;
import java.util.List;

/** The family of mixtures of experts of the domain. */
public final class MixtureOperators {
  private MixtureOperators() {}

  /**
   * All operators of the family.
   *
   * @return the operators
   */
  public static List<Operator> all() {
    return List.of(MixtureOfExperts.ofNumbers(), MixtureOfExperts.ofQuantized());
  }
}
