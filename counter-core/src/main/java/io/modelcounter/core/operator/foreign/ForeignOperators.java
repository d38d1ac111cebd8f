package io.modelcounter.core.operator.foreign;

import io.modelcounter.spi.support.Operator;
import java.util.List;

/** The foreign family. */
public final class ForeignOperators {
  private ForeignOperators() {}

  /**
   * All operators of the family.
   *
   * @return the operators
   */
  public static List<Operator> all() {
    return List.of(new TensorLibraryFunction());
  }
}
