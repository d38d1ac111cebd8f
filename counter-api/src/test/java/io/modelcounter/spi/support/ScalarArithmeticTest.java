package io.modelcounter.spi.support;

import static io.modelcounter.model.ElementType.BFLOAT16;
import static io.modelcounter.model.ElementType.BOOL;
import static io.modelcounter.model.ElementType.FLOAT16;
import static io.modelcounter.model.ElementType.FLOAT32;
import static io.modelcounter.model.ElementType.FLOAT64;
import static io.modelcounter.model.ElementType.FLOAT8E5M2;
import static io.modelcounter.model.ElementType.INT32;
import static io.modelcounter.model.ElementType.INT64;
import static io.modelcounter.model.ElementType.INT8;
import static io.modelcounter.model.ElementType.STRING;
import static io.modelcounter.model.ElementType.UINT64;
import static io.modelcounter.model.ElementType.UINT8;
import static io.modelcounter.spi.support.Scalars.H;
import static io.modelcounter.spi.support.Scalars.W;
import static io.modelcounter.spi.support.Scalars.floats;
import static io.modelcounter.spi.support.Scalars.fraction;
import static io.modelcounter.spi.support.Scalars.integer;
import static io.modelcounter.spi.support.Scalars.real;
import static org.assertj.core.api.Assertions.assertThat;

import io.modelcounter.model.ElementType;
import io.modelcounter.model.Scalar;
import io.modelcounter.symbolic.Bindings;
import io.modelcounter.symbolic.Size;
import java.math.BigInteger;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ScalarArithmeticTest {
  @Test
  void addsIntegersWithSymbols() {
    assertThat(ScalarArithmetic.add(INT64, H, Scalar.of(3))).isEqualTo(integer("h + 3"));
    assertThat(ScalarArithmetic.subtract(INT64, H, W)).isEqualTo(integer("h - w"));
    assertThat(ScalarArithmetic.multiply(INT64, H, W)).isEqualTo(integer("h*w"));
  }

  @Test
  void wrapsIntegersAtTheWidthOfTheirType() {
    assertThat(ScalarArithmetic.add(INT8, Scalar.of(127), Scalar.of(1))).isEqualTo(Scalar.of(-128));
    assertThat(ScalarArithmetic.subtract(UINT8, Scalar.of(0), Scalar.of(1)))
        .isEqualTo(Scalar.of(255));
    assertThat(ScalarArithmetic.add(INT64, Scalar.of(Long.MAX_VALUE), Scalar.of(1)))
        .isEqualTo(Scalar.of(Long.MIN_VALUE));
    assertThat(ScalarArithmetic.negate(UINT64, Scalar.of(1)))
        .isEqualTo(Scalar.of(Size.of(BigInteger.ONE.shiftLeft(64).subtract(BigInteger.ONE))));
  }

  @Test
  void integerDivisionRoundsTowardsZero() {
    assertThat(ScalarArithmetic.divide(INT64, Scalar.of(-7), Scalar.of(2)))
        .isEqualTo(Scalar.of(-3));
    assertThat(ScalarArithmetic.divide(INT64, H, Scalar.of(2))).isEqualTo(integer("floor(h/2)"));
    assertThat(ScalarArithmetic.divide(INT64, H, Scalar.of(0))).isEqualTo(Scalar.UNKNOWN);
  }

  @Test
  void remaindersTakeTheSignOfTheDivisorOrOfTheDividend() {
    assertThat(ScalarArithmetic.modulo(INT32, Scalar.of(-7), Scalar.of(3))).isEqualTo(Scalar.of(2));
    assertThat(ScalarArithmetic.remainder(INT32, Scalar.of(-7), Scalar.of(3)))
        .isEqualTo(Scalar.of(-1));
    assertThat(ScalarArithmetic.modulo(FLOAT32, real(-7), real(3))).isEqualTo(real(2));
    assertThat(ScalarArithmetic.remainder(FLOAT32, real(-7), real(3))).isEqualTo(real(-1));
    assertThat(ScalarArithmetic.modulo(INT64, integer("4*h"), Scalar.of(2)))
        .isEqualTo(Scalar.of(0));
  }

  @Test
  void raisesToPowers() {
    assertThat(ScalarArithmetic.power(INT64, H, Scalar.of(2))).isEqualTo(integer("h^2"));
    assertThat(ScalarArithmetic.power(INT32, Scalar.of(2), real(3))).isEqualTo(Scalar.of(8));
    assertThat(ScalarArithmetic.power(FLOAT32, real(9), real(0.5))).isEqualTo(real(3));
    assertThat(ScalarArithmetic.power(FLOAT32, floats(H), real(2))).isEqualTo(fraction("h^2", 1));
    assertThat(ScalarArithmetic.power(FLOAT32, floats(H), real(0.5))).isEqualTo(Scalar.UNKNOWN);
  }

  @Test
  void unknownOperandsGiveUnknownResultsUnlessZeroDecides() {
    assertThat(ScalarArithmetic.add(INT64, H, Scalar.UNKNOWN)).isEqualTo(Scalar.UNKNOWN);
    assertThat(ScalarArithmetic.multiply(INT64, Scalar.of(0), Scalar.UNKNOWN))
        .isEqualTo(Scalar.of(0));
    assertThat(ScalarArithmetic.multiply(FLOAT32, real(0), Scalar.UNKNOWN))
        .isEqualTo(Scalar.UNKNOWN);
    assertThat(ScalarArithmetic.min(INT64, H, Scalar.UNKNOWN)).isEqualTo(Scalar.UNKNOWN);
  }

  @Test
  void computesFloat32InFloat32() {
    Scalar factor = ScalarArithmetic.cast(real(0.7), FLOAT64, FLOAT32);
    assertThat(factor).isEqualTo(real(0.7f));
    assertThat(ScalarArithmetic.multiply(FLOAT32, real(10), factor)).isEqualTo(real(7));
    assertThat(ScalarArithmetic.multiply(FLOAT64, real(10), factor)).isNotEqualTo(real(7));
  }

  @Test
  void roundsNarrowFloats() {
    assertThat(ScalarArithmetic.add(FLOAT16, real(2048), real(1))).isEqualTo(real(2048));
    assertThat(ScalarArithmetic.multiply(FLOAT16, real(60000), real(2)))
        .isEqualTo(real(Double.POSITIVE_INFINITY));
    assertThat(ScalarArithmetic.cast(real(1.01), FLOAT32, BFLOAT16)).isEqualTo(real(1.0078125));
    assertThat(ScalarArithmetic.cast(real(1e-7), FLOAT32, FLOAT16))
        .isEqualTo(real(Math.scalb(2.0, -24)));
    assertThat(ScalarArithmetic.cast(real(1), FLOAT32, FLOAT8E5M2)).isEqualTo(Scalar.UNKNOWN);
  }

  @Test
  void followsHalvedSizesThroughFloatArithmetic() {
    Scalar half = ScalarArithmetic.multiply(FLOAT32, floats(H), real(0.5));
    assertThat(half).isEqualTo(fraction("h", 2));
    assertThat(ScalarArithmetic.floor(FLOAT32, half)).isEqualTo(fraction("floor(h/2)", 1));
    assertThat(ScalarArithmetic.ceil(FLOAT32, half)).isEqualTo(fraction("floor((h + 1)/2)", 1));
    assertThat(ScalarArithmetic.round(FLOAT32, half)).isEqualTo(Scalar.UNKNOWN);
    assertThat(ScalarArithmetic.cast(half, FLOAT32, INT64)).isEqualTo(integer("floor(h/2)"));
    assertThat(ScalarArithmetic.add(FLOAT32, half, half)).isEqualTo(floats(H));
  }

  @Test
  void roundsThirdsToTheNearestInteger() {
    Scalar third = ScalarArithmetic.divide(FLOAT32, floats(H), real(3));
    assertThat(third).isEqualTo(fraction("h", 3));
    assertThat(ScalarArithmetic.round(FLOAT32, third)).isEqualTo(fraction("floor((2*h + 3)/6)", 1));
    assertThat(ScalarArithmetic.multiply(FLOAT32, third, real(3))).isEqualTo(Scalar.UNKNOWN);
    assertThat(ScalarArithmetic.multiply(FLOAT32, third, real(2))).isEqualTo(fraction("2*h", 3));
    assertThat(ScalarArithmetic.add(FLOAT32, third, third)).isEqualTo(Scalar.UNKNOWN);
  }

  @Test
  void symbolicFractionsThatRoundingCouldFalsifyAreUnknown() {
    assertThat(ScalarArithmetic.multiply(FLOAT32, floats(H), real(0.7f))).isEqualTo(Scalar.UNKNOWN);
    assertThat(ScalarArithmetic.divide(FLOAT32, floats(H), real(0.1f))).isEqualTo(Scalar.UNKNOWN);
    assertThat(ScalarArithmetic.add(FLOAT32, floats(H), real(1e-6f))).isEqualTo(Scalar.UNKNOWN);
    assertThat(ScalarArithmetic.cast(H, INT64, FLOAT16)).isEqualTo(Scalar.UNKNOWN);
  }

  @Test
  void dividesSizesByOneAnother() {
    Scalar twice = floats(integer("2*h"));
    assertThat(ScalarArithmetic.divide(FLOAT32, twice, floats(H))).isEqualTo(real(2));
    assertThat(ScalarArithmetic.divide(FLOAT32, floats(H), twice)).isEqualTo(real(0.5));
    assertThat(ScalarArithmetic.divide(FLOAT32, floats(integer("h*w")), floats(W)))
        .isEqualTo(floats(H));
    assertThat(ScalarArithmetic.divide(FLOAT32, floats(H), floats(W))).isEqualTo(Scalar.UNKNOWN);
  }

  @Test
  void takesExtremesOfSymbolsAndFractions() {
    assertThat(ScalarArithmetic.max(INT64, H, W)).isEqualTo(integer("max(h, w)"));
    assertThat(ScalarArithmetic.min(INT64, H, Scalar.of(0))).isEqualTo(Scalar.of(0));
    assertThat(ScalarArithmetic.max(FLOAT32, floats(H), real(0))).isEqualTo(floats(H));
    assertThat(ScalarArithmetic.min(FLOAT32, real(1), real(Double.NaN)))
        .isEqualTo(real(Double.NaN));
  }

  @Test
  void absoluteValueAndSign() {
    assertThat(ScalarArithmetic.absolute(UINT8, Scalar.of(5))).isEqualTo(Scalar.of(5));
    assertThat(ScalarArithmetic.absolute(INT64, integer("-h"))).isEqualTo(H);
    assertThat(ScalarArithmetic.absolute(FLOAT32, real(-2))).isEqualTo(real(2));
    assertThat(ScalarArithmetic.sign(INT64, integer("-h"))).isEqualTo(Scalar.of(-1));
    assertThat(ScalarArithmetic.sign(INT64, integer("h - w"))).isEqualTo(Scalar.UNKNOWN);
    assertThat(ScalarArithmetic.sign(FLOAT32, real(-0.5))).isEqualTo(real(-1));
  }

  @Test
  void castsBetweenKinds() {
    assertThat(ScalarArithmetic.cast(Scalar.of(300), INT64, UINT8)).isEqualTo(Scalar.of(44));
    assertThat(ScalarArithmetic.cast(real(-2.7), FLOAT32, INT64)).isEqualTo(Scalar.of(-2));
    assertThat(ScalarArithmetic.cast(real(Double.NaN), FLOAT32, INT64)).isEqualTo(Scalar.UNKNOWN);
    assertThat(ScalarArithmetic.cast(real(1e30), FLOAT32, INT64)).isEqualTo(Scalar.UNKNOWN);
    assertThat(ScalarArithmetic.cast(H, INT64, INT32)).isEqualTo(H);
    assertThat(ScalarArithmetic.cast(H, INT64, BOOL)).isEqualTo(Scalar.of(true));
    assertThat(ScalarArithmetic.cast(Scalar.of(true), BOOL, FLOAT32)).isEqualTo(real(1));
    assertThat(ScalarArithmetic.cast(Scalar.of(16_777_217), INT64, FLOAT32))
        .isEqualTo(real(16_777_216));
    assertThat(ScalarArithmetic.cast(Scalar.of(1), INT64, STRING)).isEqualTo(Scalar.UNKNOWN);
  }

  @Test
  void worksOnBits() {
    assertThat(ScalarArithmetic.bits(INT32, Scalar.of(-1), Scalar.of(6), BigInteger::and))
        .isEqualTo(Scalar.of(6));
    assertThat(ScalarArithmetic.bits(UINT8, H, Scalar.of(6), BigInteger::and))
        .isEqualTo(Scalar.UNKNOWN);
  }

  @ParameterizedTest
  @ValueSource(doubles = {0.25, 0.5, 0.75, 1.25, 1.5, 2, 3, 7, 13, 32, 224})
  void boundFractionsGiveWhatFloat32WouldGive(double constant) {
    Random random = new Random(7);
    Scalar factor = real(constant);
    for (int i = 0; i < 200; i++) {
      Scalar height = Scalar.of(1 + random.nextInt(60_000));
      Bindings bindings = Bindings.of("h", height.asSize().orElseThrow().asLong().orElseThrow());
      assertThat(chain(H, factor).bind(bindings)).isEqualTo(chain(height, factor));
      assertThat(quotients(H, factor).bind(bindings)).isEqualTo(quotients(height, factor));
    }
  }

  private static Scalar chain(Scalar size, Scalar factor) {
    ElementType type = FLOAT32;
    Scalar scaled = ScalarArithmetic.multiply(type, floats(size), factor);
    Scalar shifted = ScalarArithmetic.subtract(type, scaled, real(0.5));
    return ScalarArithmetic.cast(ScalarArithmetic.ceil(type, shifted), type, INT64);
  }

  private static Scalar quotients(Scalar size, Scalar factor) {
    ElementType type = FLOAT32;
    Scalar divided = ScalarArithmetic.divide(type, floats(size), factor);
    Scalar shifted = ScalarArithmetic.add(type, divided, real(4));
    return ScalarArithmetic.cast(ScalarArithmetic.floor(type, shifted), type, INT64);
  }
}
