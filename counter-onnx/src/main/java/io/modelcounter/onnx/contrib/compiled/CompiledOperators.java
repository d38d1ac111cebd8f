package io.modelcounter.onnx.contrib.compiled;

import io.modelcounter.spi.support.Operator;
import java.util.List;

/** The family of nodes that hold compiled programs. */
public final class CompiledOperators {
  private CompiledOperators() {}

  /**
   * All operators of the family.
   *
   * @return the operators
   */
  public static List<Operator> all() {
    return List.of(new CompiledProgram());
  }
}
