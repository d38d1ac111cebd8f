package io.modelcounter.onnx;

import static io.modelcounter.onnx.OnnxFiles.tensor;
import static io.modelcounter.onnx.OnnxFiles.withInitializer;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.modelcounter.model.Constant;
import io.modelcounter.model.ModelException;
import io.modelcounter.model.Scalar;
import io.modelcounter.model.TensorValue;
import java.math.BigInteger;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Elements of small tensors of every type and in every field; sizes of the others. */
class TensorsTest {

  private static Constant constant(WireWriter tensor) {
    return OnnxFiles.read(withInitializer(tensor)).graph().initializers().get("w");
  }

  private static List<Scalar> elements(WireWriter tensor) {
    return constant(tensor).value().orElseThrow().elements();
  }

  private static List<Double> reals(WireWriter tensor) {
    return elements(tensor).stream().map(element -> element.asDouble().orElseThrow()).toList();
  }

  private static long[] integers(WireWriter tensor) {
    return constant(tensor).value().flatMap(TensorValue::asLongs).orElseThrow();
  }

  private static byte[] bytes(int... values) {
    byte[] bytes = new byte[values.length];
    for (int i = 0; i < values.length; i++) {
      bytes[i] = (byte) values[i];
    }
    return bytes;
  }

  private static WireWriter raw(int type, long count, int... values) {
    return tensor("w", type, count).bytes(9, bytes(values));
  }

  private static void refuses(String code, WireWriter tensor) {
    ModelException refusal =
        catchThrowableOfType(ModelException.class, () -> constant(tensor).value());
    assertThat(refusal).extracting(ModelException::code).isEqualTo(code);
  }

  @Test
  void readsIntegersOfEveryWidth() {
    assertThat(integers(raw(2, 2, 1, 255))).containsExactly(1, 255);
    assertThat(integers(raw(3, 2, 1, 255))).containsExactly(1, -1);
    assertThat(integers(raw(4, 1, 0xfe, 0xff))).containsExactly(65_534);
    assertThat(integers(raw(5, 1, 0xfe, 0xff))).containsExactly(-2);
    assertThat(integers(raw(6, 1, 0xfe, 0xff, 0xff, 0xff))).containsExactly(-2);
    assertThat(integers(raw(12, 1, 0xfe, 0xff, 0xff, 0xff))).containsExactly(4_294_967_294L);
    assertThat(integers(raw(7, 1, 0, 1, 0, 0, 0, 0, 0, 0))).containsExactly(256);
    assertThat(integers(raw(21, 3, 0xf1, 0x02))).containsExactly(1, 15, 2);
    assertThat(integers(raw(22, 3, 0xf1, 0x08))).containsExactly(1, -1, -8);
    assertThat(integers(raw(25, 5, 0b11_10_01_00, 1))).containsExactly(0, 1, 2, 3, 1);
    assertThat(integers(raw(26, 4, 0b11_10_01_00))).containsExactly(0, 1, -2, -1);
  }

  @Test
  void readsUnsignedIntegersBeyondLongExactly() {
    BigInteger largest = BigInteger.TWO.pow(64).subtract(BigInteger.ONE);
    for (WireWriter tensor :
        List.of(tensor("w", 13).varint(11, -1), tensor("w", 13).packed(11, -1), raw64Ones())) {
      assertThat(elements(tensor).get(0).asSize().orElseThrow().asBigInteger()).contains(largest);
    }
  }

  private static WireWriter raw64Ones() {
    byte[] ones = new byte[8];
    Arrays.fill(ones, (byte) 0xff);
    return tensor("w", 13).bytes(9, ones);
  }

  @Test
  void readsFloatsOfEveryFormat() {
    assertThat(reals(tensor("w", 1, 2).real(4, 0.1f, -2f))).containsExactly((double) 0.1f, -2.0);
    assertThat(reals(tensor("w", 11, 1).fixed64(10, Double.doubleToLongBits(0.1))))
        .containsExactly(0.1);
    assertThat(reals(raw(10, 3, 0x00, 0x3c, 0x01, 0x00, 0x00, 0xfc)))
        .containsExactly(1.0, Math.scalb(1.0, -24), Double.NEGATIVE_INFINITY);
    assertThat(reals(raw(16, 1, 0xc0, 0xbf))).containsExactly(-1.5);
    assertThat(reals(raw(17, 3, 0x38, 0x7e, 0x7f))).containsExactly(1.0, 448.0, Double.NaN);
    assertThat(reals(raw(18, 3, 0x40, 0x7f, 0x80))).containsExactly(1.0, 240.0, Double.NaN);
    assertThat(reals(raw(19, 3, 0x3c, 0x7b, 0x7c)))
        .containsExactly(1.0, 57_344.0, Double.POSITIVE_INFINITY);
    assertThat(reals(raw(20, 3, 0x40, 0x7f, 0x80))).containsExactly(1.0, 57_344.0, Double.NaN);
    assertThat(reals(raw(24, 3, 127, 128, 255))).containsExactly(1.0, 2.0, Double.NaN);
    assertThat(reals(raw(23, 4, 0x10, 0xf7))).containsExactly(0.0, 0.5, 6.0, -6.0);
  }

  @Test
  void readsNarrowTypesFromInt32Data() {
    assertThat(integers(tensor("w", 2, 2).packed(5, 7, 255))).containsExactly(7, 255);
    assertThat(integers(tensor("w", 3, 2).packed(5, 7, -1))).containsExactly(7, -1);
    assertThat(reals(tensor("w", 10, 1).varint(5, 0x3c00))).containsExactly(1.0);
    assertThat(reals(tensor("w", 16, 1).varint(5, 0x3f80))).containsExactly(1.0);
    assertThat(integers(tensor("w", 22, 3).packed(5, 0xf1, 0x08))).containsExactly(1, -1, -8);
    assertThat(elements(tensor("w", 9, 2).packed(5, 0, 1)))
        .containsExactly(Scalar.of(false), Scalar.of(true));
    assertThat(integers(tensor("w", 12, 2).packed(11, 1, 4_000_000_000L)))
        .containsExactly(1, 4_000_000_000L);
  }

  @Test
  void readsTextsAndLeavesComplexNumbersUnknown() {
    assertThat(elements(tensor("w", 8, 2).text(6, "a", "ä")))
        .containsExactly(Scalar.text("a"), Scalar.text("ä"));
    assertThat(elements(tensor("w", 14, 1).real(4, 1, 2))).containsExactly(Scalar.UNKNOWN);
    assertThat(elements(raw(14, 1, 0, 0, 0, 0, 0, 0, 0, 0))).containsExactly(Scalar.UNKNOWN);
  }

  @Test
  void readsElementsInSeveralPieces() {
    assertThat(integers(tensor("w", 7, 5).packed(7, 1, 2).varint(7, 3).packed(7, 4, 5)))
        .containsExactly(1, 2, 3, 4, 5);
  }

  @Test
  void readsMiddlingTensorsWhenAsked() {
    long[] values = new long[5_000];
    Arrays.setAll(values, i -> i * 3L - 5);
    assertThat(integers(tensor("w", 7, 5_000).packed(7, values))).isEqualTo(values);
  }

  @Test
  void doesNotReadLargeTensors() {
    assertThat(constant(tensor("w", 1, 20_000).bytes(9, new byte[80_000])).value()).isEmpty();
  }

  @Test
  void readsTensorsWithoutElements() {
    assertThat(constant(tensor("w", 7, 0)).value().orElseThrow().size()).isZero();
    Constant missing = constant(tensor("w", 7, 3));
    assertThat(missing.type()).hasToString("int64[3]");
    assertThat(missing.value()).isEmpty();
  }

  @Test
  void refusesElementsThatDoNotFit() {
    refuses("E0315", raw(1, 2, 0, 0, 0, 0));
    refuses("E0315", raw(1, 1, 0, 0, 0, 0, 0));
    refuses("E0315", tensor("w", 1, 2).real(4, 1));
    refuses("E0315", tensor("w", 7, 2).packed(7, 1, 2, 3));
    refuses("E0315", tensor("w", 7, 4_000).packed(7, new long[5_000]));
    refuses("E0315", tensor("w", 7, 400_000).packed(7, new long[5_000]));
    refuses("E0315", tensor("w", 1, 1).real(4, 1).bytes(9, new byte[4]));
    refuses("E0315", tensor("w", 8, 1).bytes(9, new byte[1]));
    refuses("E0315", tensor("w", 1, 1).varint(7, 1));
    refuses("E0315", tensor("w", 1, 1).bytes(4, new byte[3]));
  }

  @Test
  void readsAnOddNumberOfNibbles() {
    assertThat(integers(raw(22, 1, 0x07))).containsExactly(7);
  }

  @Test
  void refusesImpossibleDimensions() {
    refuses("E0313", tensor("w", 1, 1L << 32, 1L << 32));
    refuses("E0313", tensor("w", 1, 3_037_000_500L, 3_037_000_500L));
    refuses("E0313", tensor("w", 1, -1));
    refuses("E0313", tensor("w", 1, Long.MIN_VALUE));
    assertThat(constant(tensor("w", 1, 1L << 62, 0, 1L << 62)).type().shape().elements().isZero())
        .isTrue();
  }

  @Test
  void limitsTheRank() {
    long[] most = new long[Limits.RANK];
    Arrays.fill(most, 1);
    assertThat(constant(tensor("w", 1, most)).type().shape().rank()).isEqualTo(Limits.RANK);
    refuses("E0409", tensor("w", 1, new long[Limits.RANK + 1]));
    refuses("E0409", tensor("w", 1, new long[100_000]));
  }
}
