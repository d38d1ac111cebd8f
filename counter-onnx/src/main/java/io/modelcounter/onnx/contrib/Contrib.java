package io.modelcounter.onnx.contrib;

import io.modelcounter.spi.OperatorRange;
import java.util.Arrays;
import java.util.List;

/** The domain of the operators of ONNX Runtime. */
public final class Contrib {
  /** Name of the domain. */
  public static final String DOMAIN = "com.microsoft";

  private Contrib() {}

  /**
   * All versions of an operator of the domain.
   *
   * @param name operator name
   * @return the range
   */
  public static OperatorRange operator(String name) {
    return OperatorRange.of(DOMAIN, name);
  }

  /**
   * All versions of several operators of the domain.
   *
   * @param names operator names
   * @return the ranges, in the order of the names
   */
  public static List<OperatorRange> operators(String... names) {
    return Arrays.stream(names).map(Contrib::operator).toList();
  }
}
