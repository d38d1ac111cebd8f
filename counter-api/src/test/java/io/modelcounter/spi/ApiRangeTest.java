package io.modelcounter.spi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ApiRangeTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          [1.0,2)     | 1.0 | true
          [1.0,2)     | 1.9 | true
          [1.0,2)     | 2.0 | false
          [1.0,2]     | 2.0 | true
          (1.0,2)     | 1.0 | false
          (1.0,2)     | 1.1 | true
          [1.2,)      | 9.0 | true
          [1.2,)      | 1.1 | false
          (,1.5]      | 1.0 | true
          (,1.5]      | 1.6 | false
          [1.0]       | 1.0 | true
          [1.0]       | 1.1 | false
          [ 1.0 , 2 ) | 1.5 | true
          """)
  void holdsTheVersionsBetweenItsEnds(String range, String version, boolean isInside) {
    assertThat(ApiRange.parse(range).contains(ApiVersion.parse(version))).isEqualTo(isInside);
  }

  @Test
  void saysWhetherItBeginsAfterAVersion() {
    assertThat(ApiRange.parse("[2.0,3)").isAbove(ApiVersion.parse("1.9"))).isTrue();
    assertThat(ApiRange.parse("(1.9,3)").isAbove(ApiVersion.parse("1.9"))).isTrue();
    assertThat(ApiRange.parse("[1.9,3)").isAbove(ApiVersion.parse("1.9"))).isFalse();
    assertThat(ApiRange.parse("(,1.0)").isAbove(ApiVersion.parse("1.9"))).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "1.0", "[1.0,2", "1.0,2)", "[1.0;2)", "[1.0,2,3)", "[1.0,2)x"})
  void refusesWhatIsNoRange(String text) {
    assertThatThrownBy(() -> ApiRange.parse(text))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("\"" + text + "\" is no range such as [1.0,2)");
  }

  @ParameterizedTest
  @ValueSource(strings = {"[2,1]", "[1,1)", "(1,1]", "(1)", "[]", "(,)"})
  void refusesARangeWithoutAnyVersion(String text) {
    assertThatThrownBy(() -> ApiRange.parse(text))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("no version lies in the range \"" + text + "\"");
  }
}
