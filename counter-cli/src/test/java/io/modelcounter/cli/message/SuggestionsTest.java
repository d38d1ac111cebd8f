package io.modelcounter.cli.message;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class SuggestionsTest {
  @Test
  void findsTheNearestWord() {
    assertThat(Suggestions.nearest("jsn", List.of("csv", "json", "html"))).contains("json");
    assertThat(Suggestions.nearest("JSON", List.of("csv", "json"))).contains("json");
  }

  @Test
  void findsNothingFarAway() {
    assertThat(Suggestions.nearest("pdf", List.of("csv", "json"))).isEmpty();
    assertThat(Suggestions.nearest("", List.of("csv"))).isEmpty();
    assertThat(Suggestions.nearest("csv", List.of())).isEmpty();
    assertThat(Suggestions.nearest("x".repeat(1_000), List.of("x".repeat(1_001)))).isEmpty();
  }

  @Test
  void prefersTheFirstOfEquallyNearWords() {
    assertThat(Suggestions.nearest("cat", List.of("hat", "bat"))).contains("bat");
  }
}
