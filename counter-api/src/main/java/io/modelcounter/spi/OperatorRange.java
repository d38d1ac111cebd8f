package io.modelcounter.spi;

import io.modelcounter.model.OperatorId;

/**
 * An operator and the versions of it that a counter or shape rule serves.
 *
 * @param domain operator domain
 * @param name operator name
 * @param firstVersion first version served
 * @param lastVersion last version served; {@link Integer#MAX_VALUE} for all later ones
 */
public record OperatorRange(String domain, String name, int firstVersion, int lastVersion) {

  /**
   * Makes a range.
   *
   * @param domain operator domain; the empty text stands for {@value OperatorId#ONNX}
   * @param name operator name
   * @param firstVersion first version served
   * @param lastVersion last version served
   */
  public OperatorRange {
    if (domain.isEmpty()) {
      domain = OperatorId.ONNX;
    }
    if (firstVersion > lastVersion) {
      throw new IllegalArgumentException(
          name + ": first version " + firstVersion + " is after last version " + lastVersion);
    }
  }

  /**
   * All versions of an operator of the standard set.
   *
   * @param name operator name
   * @return the range
   */
  public static OperatorRange onnx(String name) {
    return of(OperatorId.ONNX, name);
  }

  /**
   * All versions of an operator.
   *
   * @param domain operator domain
   * @param name operator name
   * @return the range
   */
  public static OperatorRange of(String domain, String name) {
    return new OperatorRange(domain, name, 1, Integer.MAX_VALUE);
  }

  /**
   * This operator from a version on.
   *
   * @param version first version served
   * @return the range
   */
  public OperatorRange since(int version) {
    return new OperatorRange(domain, name, version, lastVersion);
  }

  /**
   * This operator up to a version.
   *
   * @param version last version served
   * @return the range
   */
  public OperatorRange until(int version) {
    return new OperatorRange(domain, name, firstVersion, version);
  }

  /**
   * Tells whether an operator lies in this range.
   *
   * @param operator an operator
   * @return true if domain and name are equal and the version is served
   */
  public boolean contains(OperatorId operator) {
    return domain.equals(operator.domain())
        && name.equals(operator.name())
        && firstVersion <= operator.version()
        && operator.version() <= lastVersion;
  }

  /**
   * Tells whether two ranges share an operator version.
   *
   * @param other another range
   * @return true if both serve at least one version of one operator
   */
  public boolean overlaps(OperatorRange other) {
    return domain.equals(other.domain)
        && name.equals(other.name)
        && firstVersion <= other.lastVersion
        && other.firstVersion <= lastVersion;
  }
}
