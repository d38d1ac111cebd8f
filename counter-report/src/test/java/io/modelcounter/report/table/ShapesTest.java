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
