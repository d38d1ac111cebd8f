package io.modelcounter.spi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ApiVersionTest {

  @Test
  void isWrittenAsItIsRead() {
    assertThat(ApiVersion.parse("12.34")).isEqualTo(new ApiVersion(12, 34)).hasToString("12.34");
    assertThat(ApiVersion.parse("2")).hasToString("2.0");
  }

  @Test
  void isOrderedByNumbers() {
    assertThat(ApiVersion.parse("1.10")).isGreaterThan(ApiVersion.parse("1.9"));
    assertThat(ApiVersion.parse("2.0")).isGreaterThan(ApiVersion.parse("1.10"));
  }

  @Test
  void hasACurrentOne() {
    assertThat(ApiVersion.current()).isGreaterThanOrEqualTo(new ApiVersion(1, 0));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "1.", "1.0.0", "-1", "a", "1.0-SNAPSHOT", "99999999999"})
  void refusesWhatIsNoVersion(String text) {
    assertThatThrownBy(() -> ApiVersion.parse(text))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("\"" + text + "\" is no version such as 1.0");
  }
}
