package io.modelcounter.core.operator.spectral;

import io.modelcounter.spi.support.Operator;
import java.util.List;

/** The spectral family. */
public final class SpectralOperators {
  private SpectralOperators() {}

  /**
   * All operators of the family.
   *
   * @return the operators
   */
  public static List<Operator> all() {
    return List.of(
        new DiscreteFourierTransform(),
        new ShortTimeFourierTransform(),
        new MelWeights(),
        new WindowFunction("HannWindow", 1),
        new WindowFunction("HammingWindow", 1),
        new WindowFunction("BlackmanWindow", 2));
  }
}
