package io.modelcounter.tck;

import static io.modelcounter.tck.ModelCounterAssertions.assertThat;
import static io.modelcounter.tck.ModelCounterAssertions.assertThatThrownBy;

import io.modelcounter.model.ElementType;
import io.modelcounter.model.Scalar;
import io.modelcounter.model.Shape;
import io.modelcounter.model.TensorValue;
import io.modelcounter.spi.Inferred;
import io.modelcounter.symbolic.Size;
import io.modelcounter.symbolic.Symbol;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

final class InferredAssertTest {
  private static final Inferred TENSOR = Inferred.of(Types.parse("float32[2*batch, 3]"));
  private static final Inferred OPEN = Inferred.of(Types.parse("float32[?]"));

  @Test
  void comparesTypesInNormalForm() {
    assertThat(TENSOR).hasType("float32[batch + batch, 3]").hasElementType(ElementType.FLOAT32);
    assertThat(TENSOR.type()).hasType("float32[2*batch, 3]");
    refuses(() -> assertThat(TENSOR).hasType("float32[batch, 3]"), "float32[2*batch, 3]");
    refuses(() -> assertThat(TENSOR).hasElementType(ElementType.INT8), "int8");
  }

  @Test
  void comparesTypesWithDataDependentSizes() {
    Size count = Size.of(Symbol.dataDependent("y.count", "it depends on the data"));
    assertThat(Inferred.tensor(ElementType.INT64, Shape.of(Size.of(2), count.times(3))))
        .hasType("int64[2, 3*y.count]")
        .hasSizes("2", "y.count*3");
  }

  @Test
  void comparesSizes() {
    assertThat(TENSOR).hasSizes("batch*2", "3");
    assertThat(Inferred.of(Types.parse("int64[]"))).hasSizes();
    refuses(() -> assertThat(TENSOR).hasSizes("2*batch"), "[2*batch, 3]");
    refuses(() -> assertThat(OPEN).hasSizes("3"), "the test leaves it open");
  }

  @Test
  void knowsAnUnknownRank() {
    assertThat(OPEN).hasUnknownRank().hasUnknownRankBecause("leaves it open");
    assertThat(Inferred.unknown("nobody asked")).hasUnknownRankBecause("nobody asked");
    refuses(() -> assertThat(TENSOR).hasUnknownRank(), "[2*batch, 3]");
    refuses(() -> assertThat(OPEN).hasUnknownRankBecause("rain"), "rain");
    refuses(
        () -> assertThat(Types.parse("sequence(float32[2])")).hasUnknownRank(),
        "sequence(float32[2])");
  }

  @Test
  void comparesElements() {
    Inferred value =
        Inferred.of(
            TensorValue.vector(
                ElementType.FLOAT32,
                List.of(Scalar.real(0.5), Scalar.UNKNOWN, Scalar.of(Size.parse("2*n")))));
    assertThat(value).hasValue("0.5", "?", "n + n");
    assertThat(Inferred.of(TensorValue.sizes(List.of(Size.of(7))))).hasValue(7);
    assertThat(TENSOR).hasNoValue();
    refuses(() -> assertThat(value).hasValue("0.5", "1", "2*n"), "[0.5, ?, 2*n]");
    refuses(() -> assertThat(value).hasNoValue(), "0.5");
    refuses(() -> assertThat(TENSOR).hasValue(7), "not known");
  }

  @Test
  void servesTheAssertionsOfAssertJToo() {
    assertThat("text").startsWith("te");
    assertThat(List.of(1, 2)).hasSize(2);
  }

  private static void refuses(ThrowingCallable assertion, String part) {
    assertThatThrownBy(assertion).isInstanceOf(AssertionError.class).hasMessageContaining(part);
  }
}
