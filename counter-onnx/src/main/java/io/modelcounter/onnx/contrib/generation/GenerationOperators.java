package io.modelcounter.onnx.contrib.generation;

import io.modelcounter.spi.support.Operator;
import java.util.List;

/** The generation family of the domain. */
public final class GenerationOperators {
  private GenerationOperators() {}

  /**
   * All operators of the family.
   *
   * @return the operators
   */
  public static List<Operator> all() {
    return List.of(
        new BeamSearch(), new BifurcationDetector(), new GreedySearch(), new NgramRepeatBlock());
  }
}
