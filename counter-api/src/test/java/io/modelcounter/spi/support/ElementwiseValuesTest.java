package io.modelcounter.spi.support;

import static org.assertj.core.api.Assertions.assertThat;

import io.modelcounter.model.ElementType;
import io.modelcounter.model.OperatorId;
import io.modelcounter.model.Scalar;
import io.modelcounter.model.Shape;
import io.modelcounter.model.TensorValue;
import io.modelcounter.spi.Call;
import io.modelcounter.spi.Inferred;
import io.modelcounter.symbolic.Size;
import io.modelcounter.symbolic.Symbol;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class ElementwiseValuesTest {
  private static final ElementType INT64 = ElementType.INT64;
  private static final Size BATCH = Size.of(Symbol.named("batch"));

  private static Inferred matrix(long rows, long columns, long... elements) {
    List<Scalar> scalars = Arrays.stream(elements).mapToObj(Scalar::of).toList();
    return Inferred.of(TensorValue.of(INT64, new long[] {rows, columns}, scalars));
  }

  private static Inferred plus(Inferred a, Inferred b, Shape shape) {
    Call call = Call.of(new OperatorId("", "Add", 14)).input(a).input(b).build();
    return ElementwiseValues.binary(
        call, INT64, shape, (x, y) -> ScalarArithmetic.add(INT64, x, y));
  }

  @Test
  void broadcastsRowsAndColumns() {
    Inferred sum = plus(matrix(2, 1, 10, 20), matrix(1, 3, 1, 2, 3), Shape.of(2, 3));
    assertThat(sum.value()).contains(matrix(2, 3, 11, 12, 13, 21, 22, 23).value().orElseThrow());
  }

  @Test
  void broadcastsScalarsToSymbolicElements() {
    Inferred vector = Inferred.of(TensorValue.sizes(List.of(BATCH, Size.of(3))));
    Inferred one = Inferred.of(TensorValue.scalar(INT64, Scalar.of(1)));
    assertThat(plus(vector, one, Shape.of(2)).value())
        .contains(TensorValue.sizes(List.of(BATCH.plus(Size.ONE), Size.of(4))));
  }

  @Test
  void knowsNoElementsIfOneInputHasNone() {
    Inferred unknown = Inferred.tensor(INT64, Shape.of(2, 1));
    Inferred sum = plus(unknown, matrix(1, 3, 1, 2, 3), Shape.of(2, 3));
    assertThat(sum.mayHaveValue()).isFalse();
    assertThat(sum.type().toString()).isEqualTo("int64[2, 3]");
  }

  @Test
  void knowsSomeElementsIfOneInputSuffices() {
    Inferred condition =
        Inferred.of(
            TensorValue.vector(ElementType.BOOL, List.of(Scalar.of(true), Scalar.of(false))));
    Inferred known = Inferred.of(TensorValue.sizes(List.of(BATCH, Size.of(3))));
    Inferred unknown = Inferred.tensor(INT64, Shape.of(2));
    Inferred chosen =
        ElementwiseValues.ofAny(
            List.of(condition, known, unknown),
            INT64,
            Shape.of(2),
            x -> ScalarLogic.select(x.get(0), x.get(1), x.get(2)));
    assertThat(chosen.value().orElseThrow().elements())
        .containsExactly(Scalar.of(BATCH), Scalar.UNKNOWN);
  }

  @Test
  void knowsNoElementsOfOperandsThatDoNotBroadcast() {
    assertThat(plus(matrix(1, 3, 1, 2, 3), matrix(1, 2, 1, 2), Shape.of(1, 3)).value()).isEmpty();
    assertThat(plus(matrix(1, 1, 1), matrix(1, 1, 1), Shape.of(1)).value()).isEmpty();
  }

  @Test
  void followsNoElementsOfLargeOrSymbolicTensors() {
    Inferred one = Inferred.of(TensorValue.scalar(INT64, Scalar.of(1)));
    assertThat(plus(one, one, Shape.of(65_536, 65_536)).mayHaveValue()).isFalse();
    assertThat(plus(one, one, Shape.of(BATCH)).mayHaveValue()).isFalse();
    assertThat(plus(one, one, Shape.of(0)).value().orElseThrow().size()).isZero();
  }

  @Test
  void worksOutElementsOnlyWhenAsked() {
    AtomicInteger asked = new AtomicInteger();
    Inferred one = Inferred.of(TensorValue.scalar(INT64, Scalar.of(1)));
    Call call = Call.of(new OperatorId("", "Neg", 13)).input(one).build();
    Inferred output =
        ElementwiseValues.unary(
            call,
            0,
            INT64,
            x -> {
              asked.incrementAndGet();
              return ScalarArithmetic.negate(INT64, x);
            });
    assertThat(asked).hasValue(0);
    assertThat(output.value().orElseThrow().at(0)).isEqualTo(Scalar.of(-1));
    assertThat(asked).hasValue(1);
  }
}
