package io.modelcounter.report.table;

import static org.assertj.core.api.Assertions.assertThat;

import io.modelcounter.model.ElementType;
import io.modelcounter.model.SequenceType;
import io.modelcounter.model.Shape;
import io.modelcounter.model.ValueInfo;
import io.modelcounter.model.ValueType;
import io.modelcounter.symbolic.Size;
import io.modelcounter.symbolic.Symbol;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ShapesTest {

  @Test
  void joinsDimensionsWithoutSpacesUnlessTheyAreExpressions() {
    assertThat(Shapes.text(tensor("1", "3", "224"))).isEqualTo("1x3x224");
    assertThat(Shapes.text(tensor("batch", "past + 1"))).isEqualTo("batchx(past + 1)");
    assertThat(Shapes.text(tensor())).isEqualTo("[]");
  }

  @Test
  void tellsUnknownDimensionsFromUnknownRanks() {
    Size open = Size.of(Symbol.dataDependent("n", "why"));
    Size bounded = Size.of(Symbol.dataDependent("k", "why", Size.of(9)));
    ValueType type = ValueType.tensor(ElementType.INT64, Shape.of(open, bounded, open.times(2)));
    assertThat(Shapes.text(type)).isEqualTo("?xkx(2*n)");
    assertThat(Shapes.text(ValueType.tensor(ElementType.INT64, Shape.unknownRank("why"))))
        .isEqualTo("[?]");
    assertThat(Shapes.text(ValueType.unknown("why"))).isEqualTo("[?]");
  }

  @Test
  void peopleReadSymbolicShapesInBrackets() {
    Size open = Size.of(Symbol.dataDependent("n", "why"));
    assertThat(Shapes.display(tensor("1", "3", "224"))).isEqualTo("1x3x224");
    assertThat(Shapes.display(tensor("batch", "past + 1", "64")))
        .isEqualTo("[batch, past + 1, 64]");
    assertThat(Shapes.display(ValueType.tensor(ElementType.INT64, Shape.of(open, Size.of(4)))))
        .isEqualTo("[?, 4]");
    assertThat(Shapes.display(tensor())).isEqualTo("[]");
    assertThat(Shapes.display(tensor("64"))).isEqualTo("[64]");
    assertThat(Shapes.display(ValueType.unknown("why"))).isEqualTo("[?]");
    ValueInfo tokens = new ValueInfo("a", tensor("batch", "768"));
    ValueInfo weight = new ValueInfo("b", tensor("768", "3072"));
    assertThat(Shapes.display(List.of(tokens, weight))).isEqualTo("[batch, 768], 768x3072");
  }

  @Test
  void aSequenceIsNamedByItsType() {
    assertThat(Shapes.text(new SequenceType(tensor("2"), Optional.empty())))
        .isEqualTo("sequence(float32)");
  }

  @Test
  void bytesAreUnknownWhereAShapeIs() {
    ValueInfo known = new ValueInfo("a", tensor("2", "3"));
    ValueInfo unknown = new ValueInfo("b", ValueType.unknown("why"));
    assertThat(Shapes.bytes(List.of(known, known)).exactValue()).isEqualTo(Size.of(48));
    assertThat(Shapes.bytes(List.of(known, unknown)).high()).isEmpty();
  }

  private static ValueType tensor(String... dims) {
    return ValueType.tensor(
        ElementType.FLOAT32, Shape.of(List.of(dims).stream().map(Size::parse).toList()));
  }
}
