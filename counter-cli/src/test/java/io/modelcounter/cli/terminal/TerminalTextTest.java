package io.modelcounter.cli.terminal;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.modelcounter.cli.CommandRunner;
import org.junit.jupiter.api.Test;

class TerminalTextTest {
  @Test
  void keepsWhatTheTerminalCanShow() {
    assertThat(TerminalText.encode("\u00e9 \u2265 \ud83d\ude00", UTF_8))
        .isEqualTo("\u00e9 \u2265 \ud83d\ude00".getBytes(UTF_8));
  }

  @Test
  void spellsWhatTheTerminalCannotShow() {
    assertThat(TerminalText.encode("\u00e9 \u2265 \u2026 \ud83d\ude00", US_ASCII))
        .asString(US_ASCII)
        .isEqualTo("\\u{e9} >= ... \\u{1f600}");
    assertThat(TerminalText.encode("\u00e9 \u2265", ISO_8859_1))
        .isEqualTo("\u00e9 >=".getBytes(ISO_8859_1));
  }

  @Test
  void appliesToMessages() {
    assertThat(new CommandRunner().with(US_ASCII).start("analyze", "caf\u00e9.onnx").err())
        .startsWith("error[E0101] caf\\u{e9}.onnx: there is no such file");
    assertThat(new CommandRunner().with(UTF_8).start("analyze", "caf\u00e9.onnx").err())
        .startsWith("error[E0101] caf\u00e9.onnx: there is no such file");
  }

  @Test
  void doesNotApplyToData() {
    Object[] args = {"analyze", CommandRunner.unit("F.conv2d"), "-f", "json"};
    assertThat(new CommandRunner().with(US_ASCII).start(args))
        .isEqualTo(new CommandRunner().start(args));
  }
}
