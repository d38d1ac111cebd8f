package io.modelcounter.cli.analyze;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.modelcounter.cli.message.CommandException;
import io.modelcounter.model.Shape;
import io.modelcounter.symbolic.Size;
import io.modelcounter.symbolic.Symbol;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ShapeTextTest {
  @ParameterizedTest
  @ValueSource(strings = {"x:1x3x224x224", "x=1x3x224x224", "x:1,3,224,224", "x: 1, 3, 224, 224"})
  void readsSizes(String text) {
    assertThat(ShapeText.parse(text)).isEqualTo(new ShapeText("x", Shape.of(1, 3, 224, 224)));
  }

  @Test
  void readsNamesAndExpressions() {
    assertThat(ShapeText.parse("x:Nx3").shape()).isEqualTo(Shape.of(Size.parse("N"), Size.of(3)));
    assertThat(ShapeText.parse("x:max,8*h8").shape())
        .isEqualTo(Shape.of(Size.of(Symbol.named("max")), Size.parse("8*h8")));
  }

  @Test
  void takesTheLastSeparatorForTheEndOfTheName() {
    assertThat(ShapeText.parse("input:0:1x3")).isEqualTo(new ShapeText("input:0", Shape.of(1, 3)));
    assertThat(ShapeText.parse("a=b:1")).isEqualTo(new ShapeText("a=b", Shape.of(1)));
  }

  @Test
  void takesAnEmptyDimension() {
    assertThat(ShapeText.parse("past:1x12x0x64").shape()).isEqualTo(Shape.of(1, 12, 0, 64));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "x",
        "",
        ":1x3",
        "x:",
        "x:1x",
        "x:1x-1",
        "x:1x1.5",
        "x:1,,2",
        "x:9999999999999999999"
      })
  void refusesEverythingElse(String text) {
    assertThatExceptionOfType(CommandException.class).isThrownBy(() -> ShapeText.parse(text));
  }
}
