package io.modelcounter.model;

import java.util.Comparator;

/**
 * An operator of a certain version.
 *
 * @param domain domain, never empty: the default domain reads {@value #ONNX}
 * @param name operator name, for example {@code Conv}
 * @param version version of the domain since which the operator has the meaning in force; for an
 *     operator that the reader does not know, the imported version of its domain
 */
public record OperatorId(String domain, String name, int version)
    implements Comparable<OperatorId> {
  /** The standard operator set. */
  public static final String ONNX = "ai.onnx";

  private static final Comparator<OperatorId> ORDER =
      Comparator.comparing(OperatorId::domain)
          .thenComparing(OperatorId::name)
          .thenComparingInt(OperatorId::version);

  /**
   * Makes an identifier.
   *
   * @param domain domain; the empty text stands for {@value #ONNX}
   * @param name operator name
   * @param version version
   */
  public OperatorId {
    if (domain.isEmpty()) {
      domain = ONNX;
    }
  }

  /**
   * Operator of the standard set.
   *
   * @param name operator name
   * @param version version since which the meaning holds
   * @return the identifier
   */
  public static OperatorId onnx(String name, int version) {
    return new OperatorId(ONNX, name, version);
  }

  /**
   * Domain and name, for example {@code ai.onnx:Conv}.
   *
   * @return the text
   */
  public String text() {
    return domain + ":" + name;
  }

  @Override
  public int compareTo(OperatorId other) {
    return ORDER.compare(this, other);
  }

  /** Text such as {@code ai.onnx:Conv-11}. */
  @Override
  public String toString() {
    return text() + "-" + version;
  }
}
