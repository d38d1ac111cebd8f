package io.modelcounter.cli.inspect;

import io.modelcounter.model.Constant;
import io.modelcounter.symbolic.Size;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Stored tensors that have something in common.
 *
 * @param tensors how many there are
 * @param elements their elements
 * @param bytes their bytes by the width of their types
 */
record StoredFacts(int tensors, BigInteger elements, BigInteger bytes) {
  private static final StoredFacts NONE = new StoredFacts(0, BigInteger.ZERO, BigInteger.ZERO);

  /** All tensors together. */
  static StoredFacts of(List<Constant> constants) {
    return constants.stream().map(StoredFacts::of).reduce(NONE, StoredFacts::plus);
  }

  private static StoredFacts of(Constant constant) {
    return new StoredFacts(1, elementsOf(constant), bytesOf(constant));
  }

  /** Tensors by their element types. */
  static Map<String, StoredFacts> byType(List<Constant> constants) {
    Map<String, StoredFacts> byType = new TreeMap<>();
    for (Constant constant : constants) {
      byType.merge(constant.type().element().text(), of(constant), StoredFacts::plus);
    }
    return byType;
  }

  /** The tensors with most bytes, the largest first. */
  static List<Constant> largest(List<Constant> constants, int most) {
    List<Constant> sorted = new ArrayList<>(constants);
    sorted.sort(Comparator.comparing(StoredFacts::bytesOf).reversed());
    return sorted.subList(0, Math.min(most, sorted.size()));
  }

  /** Bytes of a tensor by the width of its type; 0 for texts, whose width is not known. */
  static BigInteger bytesOf(Constant constant) {
    return constant
        .type()
        .element()
        .bytes(constant.type().shape().elements())
        .low()
        .asBigInteger()
        .orElse(BigInteger.ZERO);
  }

  private static BigInteger elementsOf(Constant constant) {
    Size elements = constant.type().shape().elements();
    return elements.asBigInteger().orElse(BigInteger.ZERO);
  }

  private StoredFacts plus(StoredFacts other) {
    return new StoredFacts(
        tensors + other.tensors, elements.add(other.elements), bytes.add(other.bytes));
  }
}
