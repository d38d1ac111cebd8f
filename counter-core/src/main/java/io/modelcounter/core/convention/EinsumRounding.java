package io.modelcounter.core.convention;

import io.modelcounter.spi.UnknownInputException;
import io.modelcounter.symbolic.Size;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import java.math.RoundingMode;

/**
 * Operations of an einsum as tools read them from the text that NumPy's {@code einsum_path} prints:
 * twice the multiply-adds and 1, with four significant digits.
 */
final class EinsumRounding {
  private static final MathContext PRINTED = new MathContext(4, RoundingMode.HALF_EVEN);

  private EinsumRounding() {}

  /** The printed number. */
  static Size printed(Size multiplyAdds) {
    BigInteger exact =
        multiplyAdds
            .asBigInteger()
            .orElseThrow(
                () ->
                    new UnknownInputException(
                        "the tool rounds an einsum to four digits, which needs numbers for all"
                            + " symbols"))
            .shiftLeft(1)
            .add(BigInteger.ONE);
    return Size.of(new BigDecimal(exact).round(PRINTED).toBigInteger());
  }

  /** Half of the printed number, rounded down. */
  static Size halved(Size multiplyAdds) {
    return printed(multiplyAdds).floorDiv(Size.of(2));
  }
}
