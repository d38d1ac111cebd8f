package io.modelcounter.distribution;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class RoffTest {
  @Test
  void keepsHyphensAndBackslashesAsTheyAre() {
    assertThat(new Roff().text("--set a\\b").toString()).isEqualTo("\\-\\-set a\\eb\n");
  }

  @Test
  void keepsQuotationMarksOfTheKeyboard() {
    assertThat(new Roff().text("a 'b' `c` ^ ~").toString())
        .isEqualTo("a \\(aqb\\(aq \\(gac\\(ga \\(ha \\(ti\n");
  }

  @Test
  void takesNoTextForARequest() {
    assertThat(new Roff().text(".so x\n'so y").toString()).isEqualTo("\\&.so x\n\\(aqso y\n");
  }

  @Test
  void writesOtherCharactersByNumber() {
    assertThat(new Roff().text("é → 𝄞").toString()).isEqualTo("\\[u00E9] \\[u2192] \\[u1D11E]\n");
  }

  @Test
  void indentsWhatATermMeans() {
    assertThat(new Roff().entry("-q", "Quiet.").toString())
        .isEqualTo(".TP\n\\fB\\-q\\fR\nQuiet.\n");
  }

  @Test
  void keepsLinesOfExamples() {
    assertThat(new Roff().verbatim("  a\n  b").toString()).isEqualTo(".PP\n.nf\n  a\n  b\n.fi\n");
  }

  @Test
  void hasATitleInFront() {
    assertThat(new Roff().title("a-b", "The \"x\"").section("NAME").toString())
        .isEqualTo(".TH \"a\\-b\" 1 \"\" \"The \\(dqx\\(dq\" \"User Commands\"\n.SH \"NAME\"\n");
  }
}
