package io.modelcounter.report.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class LinesTest {

  @Test
  void breaksAtSpacesAndIndentsWhatFollows() {
    Lines lines = new Lines();
    lines.item("word ".repeat(30));
    String[] broken = lines.toString().split("\n", -1);
    assertThat(broken).hasSize(3);
    assertThat(broken[0]).startsWith("  word word").endsWith("word").hasSizeLessThanOrEqualTo(100);
    assertThat(broken[1]).startsWith("    word");
  }

  @Test
  void aWordThatDoesNotFitIsBrokenWithoutLosingACharacter() {
    Lines lines = new Lines();
    lines.paragraph("x".repeat(250), 2);
    assertThat(lines.toString().split("\n", -1)).hasSize(4).allMatch(line -> line.length() <= 100);
    assertThat(lines.toString().replaceAll("\\s", "")).isEqualTo("x".repeat(250));
  }

  @Test
  void noBreakLetsALineBeginWithColons() {
    for (int length = 0; length < 120; length++) {
      Lines lines = new Lines();
      lines.item("x".repeat(length) + "::error::" + "y".repeat(150));
      lines.item("x".repeat(length) + " ::error::y");
      assertThat(lines.toString().split("\n", -1))
          .as("after %d characters", length)
          .noneMatch(line -> line.stripLeading().startsWith(":"));
    }
  }
}
