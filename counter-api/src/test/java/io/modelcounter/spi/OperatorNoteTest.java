package io.modelcounter.spi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.modelcounter.model.OperatorId;
import java.util.List;
import org.junit.jupiter.api.Test;

class OperatorNoteTest {
  private static final OperatorRange DROPOUT = OperatorRange.onnx("Dropout");

  @Test
  void saysNothingThatIsNotGiven() {
    OperatorNote note = OperatorNote.of(DROPOUT, "free");

    assertThat(note.operators()).containsExactly(DROPOUT);
    assertThat(
            List.of(
                note.part(),
                note.family(),
                note.legend(),
                note.formula(),
                note.assumption(),
                note.source()))
        .containsOnly("");
  }

  @Test
  void keepsEveryTextWhenOthersAreAdded() {
    OperatorNote note =
        OperatorNote.of(DROPOUT, "COMPARE 1")
            .from("ONNX")
            .assuming("drawing is not counted")
            .withFormula("elements")
            .onlyFor("training")
            .inFamily("Random numbers", "per element");

    assertThat(note.work()).isEqualTo("COMPARE 1");
    assertThat(note.source()).isEqualTo("ONNX");
    assertThat(note.assumption()).isEqualTo("drawing is not counted");
    assertThat(note.formula()).isEqualTo("elements");
    assertThat(note.part()).isEqualTo("training");
    assertThat(note.family()).isEqualTo("Random numbers");
    assertThat(note.legend()).isEqualTo("per element");
    assertThat(note).hasToString("ai.onnx:Dropout: COMPARE 1");
  }

  @Test
  void isAboutTheVersionsOfItsRanges() {
    OperatorNote note =
        OperatorNote.of(List.of(DROPOUT.until(7), OperatorRange.onnx("Identity")), "free");

    assertThat(note.isAbout(OperatorId.onnx("Dropout", 7))).isTrue();
    assertThat(note.isAbout(OperatorId.onnx("Dropout", 10))).isFalse();
    assertThat(note.isAbout(OperatorId.onnx("Identity", 19))).isTrue();
    assertThat(note.isAbout(OperatorId.onnx("Relu", 6))).isFalse();
  }

  @Test
  void tellsFreeFromUnknown() {
    OperatorNote free = OperatorNote.of(DROPOUT, OperatorNote.FREE);
    OperatorNote unknown = OperatorNote.of(DROPOUT, "unknown: the data decide");
    OperatorNote counted = OperatorNote.of(DROPOUT, "free; COMPARE 1 in training");

    assertThat(free.isFree()).isTrue();
    assertThat(free.isUnknown()).isFalse();
    assertThat(unknown.isUnknown()).isTrue();
    assertThat(unknown.isFree()).isFalse();
    assertThat(counted.isFree()).isFalse();
    assertThat(counted.isUnknown()).isFalse();
  }

  @Test
  void isAboutSomethingAndSaysSomething() {
    assertThatThrownBy(() -> OperatorNote.of(List.of(), "free"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("a note is about at least one operator");
    assertThatThrownBy(() -> OperatorNote.of(DROPOUT, " "))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("Dropout")
        .hasMessageContaining("does not say the work");
  }
}
