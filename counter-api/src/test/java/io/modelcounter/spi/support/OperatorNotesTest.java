package io.modelcounter.spi.support;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.modelcounter.spi.OperatorNote;
import io.modelcounter.spi.OperatorRange;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OperatorNotesTest {
  private static final String TABLE =
      """
      # Title

      Not part of any family.

      ## Acme layers

      Units are elements
      of the output.

      | operator | work by kind | formula | assumption | source |
      |---|---|---|---|---|
      | Fold, ai.onnx:Relu (in training) | ADD 1 | a \\| b | none | Acme 1 |
      | Unfold | free | | | |

      ## Others

      | operator | work by kind | formula | assumption | source |
      |---|---|---|---|---|
      | Twist | unknown: secret | | | |
      """;

  private static List<OperatorNote> read(String text) {
    return OperatorNotes.read(
        "com.acme", new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
  }

  @Test
  void readsARowAsANote() {
    OperatorNote note = read(TABLE).get(0);

    assertThat(note.operators())
        .containsExactly(OperatorRange.of("com.acme", "Fold"), OperatorRange.onnx("Relu"));
    assertThat(note.part()).isEqualTo("in training");
    assertThat(note.work()).isEqualTo("ADD 1");
    assertThat(note.formula()).isEqualTo("a | b");
    assertThat(note.assumption()).isEqualTo("none");
    assertThat(note.source()).isEqualTo("Acme 1");
  }

  @Test
  void readsFamiliesWithTheirLegends() {
    List<OperatorNote> notes = read(TABLE);

    assertThat(notes)
        .extracting(OperatorNote::family)
        .containsExactly("Acme layers", "Acme layers", "Others");
    assertThat(notes)
        .extracting(OperatorNote::legend)
        .containsExactly(
            "Units are elements of the output.", "Units are elements of the output.", "");
  }

  @Test
  void leavesEmptyCellsEmpty() {
    OperatorNote note = read(TABLE).get(1);

    assertThat(note.isFree()).isTrue();
    assertThat(note.part()).isEmpty();
    assertThat(note.formula()).isEmpty();
    assertThat(note.source()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "| Fold | ADD 1 | | |; expected 5 cells between bars",
        "| Fold | ADD 1 | | | | |; expected 5 cells between bars",
        "| Fold | ADD 1 | | | end; expected 5 cells between bars",
        "| Fold (a) (b) | ADD 1 | | | |; expected operators and at most one text in parentheses",
        "| | ADD 1 | | | |; expected operators and at most one text in parentheses",
        "| Fold | | | | |; the work is missing",
      })
  void namesTheLineThatIsWrong(String line, String what) {
    assertThatThrownBy(() -> read("\n" + line))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("notes on operators, line 2: " + what);
  }

  @Test
  void refusesAFileThatIsNotThere() {
    assertThatThrownBy(() -> OperatorNotes.read("com.acme", null))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("missing");
  }
}
