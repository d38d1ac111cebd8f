package io.modelcounter.spi.support;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.modelcounter.model.AttributeValue;
import io.modelcounter.model.Attributes;
import io.modelcounter.model.ElementType;
import io.modelcounter.spi.InvalidNodeException;
import java.util.EnumSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ElementTypesTest {

  @ParameterizedTest
  @CsvSource({
    "1, float32",
    "7, int64",
    "9, bool",
    "10, float16",
    "11, float64",
    "16, bfloat16",
    "17, float8e4m3fn",
    "22, int4",
    "26, int2",
  })
  void knowsTheNumbersOfTheStandard(long number, String name) {
    assertThat(ElementTypes.numbered(number).text()).isEqualTo(name);
  }

  @Test
  void numbersEveryTypeOnce() {
    Set<ElementType> found = EnumSet.noneOf(ElementType.class);
    for (int number = 1; number <= 26; number++) {
      assertThat(found.add(ElementTypes.numbered(number))).isTrue();
    }
    assertThat(EnumSet.complementOf(EnumSet.copyOf(found))).containsExactly(ElementType.UNKNOWN);
  }

  @Test
  void takesTheDefaultForAnAbsentOrUndefinedAttribute() {
    Attributes none = Attributes.none();
    assertThat(ElementTypes.of(none, "dtype", ElementType.INT32)).isEqualTo(ElementType.INT32);
    Attributes zero = none.with("dtype", AttributeValue.of(0L));
    assertThat(ElementTypes.of(zero, "dtype", ElementType.INT32)).isEqualTo(ElementType.INT32);
    Attributes ten = none.with("dtype", AttributeValue.of(10L));
    assertThat(ElementTypes.of(ten, "dtype", ElementType.INT32)).isEqualTo(ElementType.FLOAT16);
  }

  @ParameterizedTest
  @CsvSource({"UINT2, true", "UINT32, true", "UINT64, true", "INT64, false", "BOOL, false"})
  void knowsTheTypesWithoutNegativeNumbers(ElementType type, boolean unsigned) {
    assertThat(ElementTypes.isUnsigned(type)).isEqualTo(unsigned);
  }

  @Test
  void refusesANumberWithoutAType() {
    assertThatThrownBy(() -> ElementTypes.numbered(27)).isInstanceOf(InvalidNodeException.class);
    assertThatThrownBy(() -> ElementTypes.numbered(0)).isInstanceOf(InvalidNodeException.class);
  }
}
