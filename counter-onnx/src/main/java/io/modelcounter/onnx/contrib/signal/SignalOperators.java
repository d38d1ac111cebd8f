package io.modelcounter.onnx.contrib.signal;

import io.modelcounter.spi.support.Operator;
import java.util.List;

/** The signal family. */
public final class SignalOperators {
  private SignalOperators() {}

  /**
   * All operators of the family.
   *
   * @return the operators
   */
  public static List<Operator> all() {
    return List.of(
        new RealFourierTransform("Rfft", false), new RealFourierTransform("Irfft", true));
  }
}
