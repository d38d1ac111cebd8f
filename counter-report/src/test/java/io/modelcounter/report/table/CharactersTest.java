package io.modelcounter.report.table;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class CharactersTest {

  @Test
  void whatActsOnItsSurroundingsBecomesVisible() {
    assertThat(visible("a\u001bb\u202ec\u2028d\ufeffe\u009bf"))
        .isEqualTo("a\\u001bb\\u202ec\\u2028d\\ufeffe\\u009bf");
    assertThat(visible("\ud800x")).isEqualTo("\\ud800x");
    assertThat(visible("\udb40\udc01")).isEqualTo("\\udb40\\udc01");
  }

  @Test
  void whatCanBeReadStays() {
    String text = "caf\u00e9 \u5377\u79ef \ud83d\ude00 a/b.c:0";
    assertThat(visible(text)).isEqualTo(text);
  }

  @Test
  void longTextsLoseTheirMiddleAndNoHalfOfACharacter() {
    assertThat(Characters.elide("/encoder/layer.11/output", 13)).isEqualTo("/enco...utput");
    assertThat(Characters.elide("short", 5)).isEqualTo("short");
    assertThat(Characters.elide("\ud83d\ude00".repeat(9), 5))
        .isEqualTo("\ud83d\ude00...\ud83d\ude00");
  }

  @Test
  void longNamesLoseTheirBeginning() {
    String name = "/m/encoder/layer.0/intermediate/dense/MatMul";
    assertThat(Characters.elideStart(name, 37)).isEqualTo("...layer.0/intermediate/dense/MatMul");
    assertThat(Characters.elideStart(name, 16)).isEqualTo("...dense/MatMul");
    assertThat(Characters.elideStart(name, 100)).isEqualTo(name);
    assertThat(Characters.elideStart("\ud83d\ude00".repeat(9), 5))
        .isEqualTo("...\ud83d\ude00\ud83d\ude00");
  }

  private static String visible(String text) {
    return Characters.escape(text, Characters::isVisible);
  }
}
