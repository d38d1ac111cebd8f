package io.modelcounter.cost;

/**
 * Kinds of elementary work.
 *
 * <p>Only convolutions, matrix products, einsum, recurrent cells and attention products use {@link
 * #MULTIPLY_ADD}. The default weight is what one unit adds to the FLOPs of the {@code flops}
 * convention.
 */
public enum WorkKind {
  /** One multiplication whose product is added to a running sum. */
  MULTIPLY_ADD(2),
  /**
   * A sum of products that starts from nothing, so that its first product needs no addition: one
   * per sum of at least one product. It is no work by itself.
   */
  SUM_START(0),
  /** Addition of a bias to a sum of products. */
  BIAS_ADD(1),
  /** Addition or subtraction. */
  ADD(1),
  /** Multiplication. */
  MULTIPLY(1),
  /** Division, reciprocal or remainder. */
  DIVIDE(1),
  /** Comparison, minimum or maximum. */
  COMPARE(1),
  /** Change of sign or absolute value. */
  NEGATE(1),
  /** Exponential. */
  EXP(1),
  /** Logarithm. */
  LOG(1),
  /** Square root. */
  SQRT(1),
  /** Power with a general exponent. */
  POWER(1),
  /** Sine, cosine, tangent or an inverse of them. */
  TRIGONOMETRIC(1),
  /** Hyperbolic sine, cosine, tangent or an inverse of them. */
  HYPERBOLIC(1),
  /** Error function. */
  ERROR_FUNCTION(1),
  /** Rounding to an integer. */
  ROUND(1),
  /** Choice of one of two values by a condition. */
  SELECT(1),
  /** Logical operation on truth values. */
  LOGICAL(1),
  /** Operation on the bits of an integer. */
  BITWISE(1),
  /** Conversion from one element type to another. */
  CONVERT(1);

  private final int defaultWeight;

  WorkKind(int defaultWeight) {
    this.defaultWeight = defaultWeight;
  }

  /**
   * FLOPs that one unit stands for unless a convention says otherwise.
   *
   * @return 2 for {@link #MULTIPLY_ADD}, 0 for {@link #SUM_START}, otherwise 1
   */
  public int defaultWeight() {
    return defaultWeight;
  }
}
