package io.modelcounter.onnx.contrib.algorithm;

import io.modelcounter.spi.support.Operator;
import java.util.List;

/** The family of distances, inverses and alignments. */
public final class AlgorithmOperators {
  private AlgorithmOperators() {}

  /**
   * All operators of the family.
   *
   * @return the operators
   */
  public static List<Operator> all() {
    return List.of(new PairwiseDistance(), new Inverse(), new DynamicTimeWarping());
  }
}
