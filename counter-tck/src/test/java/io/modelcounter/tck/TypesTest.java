package io.modelcounter.tck;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.modelcounter.model.ElementType;
import io.modelcounter.model.Shape;
import io.modelcounter.model.TensorType;
import io.modelcounter.symbolic.Size;
import io.modelcounter.symbolic.Symbol;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class TypesTest {

  @Test
  void readsElementTypeAndDimensions() {
    Size batch = Size.of(Symbol.named("batch"));
    assertThat(Types.parse(" float16[batch, 3, 2*batch] "))
        .isEqualTo(
            new TensorType(ElementType.FLOAT16, Shape.of(batch, Size.of(3), batch.times(2))));
  }

  @Test
  void readsAScalar() {
    assertThat(Types.tensor("int64[]").shape()).isEqualTo(Shape.scalar());
  }

  @Test
  void readsAnUnknownRank() {
    assertThat(Types.tensor("float32[?]").shape().unknownReason())
        .contains("the test leaves it open");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "?",
        "unknown[2, 3]",
        "float32[min(a, b), floor((h + 1)/2), \"odd, name\"]",
        "float8e4m3fn[\"with \\\" quote\", 2]",
        "sparse(float32[3, 4])",
        "sequence(float32[batch])",
        "optional(sequence(int64[?]))",
        "map(int64, float32[])",
        "map(string, sequence(float32[2]))"
      })
  void readsWhatTypesPrint(String text) {
    assertThat(Types.parse(text)).hasToString(text);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "float32",
        "float[2]",
        "float32[2",
        "float32[2,]",
        "float32[?, 2]",
        "list(int64[])",
        "sequence(int64[]",
        "map(int64)"
      })
  void refusesAnythingElse(String text) {
    assertThatThrownBy(() -> Types.parse(text)).isInstanceOf(IllegalArgumentException.class);
  }
}
