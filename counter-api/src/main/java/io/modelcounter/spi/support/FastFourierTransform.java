package io.modelcounter.spi.support;

import io.modelcounter.cost.Cost;
import io.modelcounter.cost.Formula;
import io.modelcounter.cost.Work;
import io.modelcounter.cost.WorkKind;
import io.modelcounter.model.ElementType;
import io.modelcounter.symbolic.Size;
import java.math.BigInteger;

/**
 * Work of fast Fourier transforms of one length.
 *
 * <p>A transform of n complex numbers has ceil(log2 n) levels of n / 2 butterflies, each a complex
 * multiplication (4 multiplications, 2 additions) and two complex additions (4 additions): {@code 2
 * * n * levels} multiplications and {@code 3 * n * levels} additions (Cooley and Tukey, 1965).
 * Where the input or the output is real, half of it.
 *
 * @param transforms how many are taken
 * @param length n
 * @param real whether input or output is real
 */
public record FastFourierTransform(Size transforms, Size length, boolean real) {
  private static final String ASSUMPTION =
      "A Fourier transform of length n is a fast one of ceil(log2 n) levels with n/2 butterflies"
          + " each, half of that where input or output is real.";
  private static final Size TWO = Size.of(2);

  /**
   * Cost of the transforms and of what is done beside them.
   *
   * @param type element type
   * @param beside the rest of the work
   * @return the cost; between two bounds if the length is not a constant
   */
  public Cost cost(ElementType type, Work beside) {
    Size least = levels(length.lowerBound().orElse(BigInteger.ONE));
    Size most =
        length
            .upperBound()
            .map(FastFourierTransform::levels)
            .orElseGet(() -> length.minus(Size.ONE).max(Size.ZERO));
    Work low = work(type, least).plus(beside);
    Cost cost =
        length.isConstant()
            ? Cost.of(low, formula(least))
            : Cost.between(
                low,
                work(type, most).plus(beside),
                formula(most),
                "the number of levels of a fast Fourier transform hangs on its length, " + length);
    return cost.assuming(ASSUMPTION);
  }

  private Work work(ElementType type, Size levels) {
    Size half = transforms.times(length).times(levels);
    return real
        ? Work.of(WorkKind.MULTIPLY, type, half).and(WorkKind.ADD, type, half.times(3).ceilDiv(TWO))
        : Work.of(WorkKind.MULTIPLY, type, half.times(2)).and(WorkKind.ADD, type, half.times(3));
  }

  private Formula formula(Size levels) {
    return Formula.of((real ? "5/2" : "5") + " * transforms * length * levels")
        .where("transforms", "transforms", transforms)
        .where("length", "length of a transform", length)
        .where("levels", "levels of a fast transform, ceil(log2(length))", levels);
  }

  /** ceil(log2 n), 0 for n below 2. */
  private static Size levels(BigInteger length) {
    return length.signum() <= 0 ? Size.ZERO : Size.of(length.subtract(BigInteger.ONE).bitLength());
  }
}
