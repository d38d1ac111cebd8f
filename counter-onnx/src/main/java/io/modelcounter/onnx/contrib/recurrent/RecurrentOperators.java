package io.modelcounter.onnx.contrib.recurrent;

import io.modelcounter.spi.support.Operator;
import java.util.List;

/** The recurrent family. */
public final class RecurrentOperators {
  private RecurrentOperators() {}

  /**
   * All operators of the family.
   *
   * @return the operators
   */
  public static List<Operator> all() {
    return List.of(new DynamicallyQuantizedLstm(), new AttentiveLstm());
  }
}
