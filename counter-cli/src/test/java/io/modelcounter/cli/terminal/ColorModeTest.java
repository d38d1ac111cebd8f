package io.modelcounter.cli.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import io.modelcounter.cli.CommandRunner;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ColorModeTest {
  private static final String ESCAPE = "\u001b[";

  @Test
  void usesColoursOnATerminalOnly() {
    assertThat(new CommandRunner().interactive().start("no").err()).contains(ESCAPE);
    assertThat(new CommandRunner().start("no").err()).doesNotContain(ESCAPE);
  }

  @ParameterizedTest
  @CsvSource({
    "NO_COLOR, 1, false",
    "NO_COLOR, '', true",
    "MODELCOUNTER_NO_COLOR, 1, false",
    "MODELCOUNTER_NO_COLOR, '', true",
    "TERM, dumb, false",
    "TERM, xterm, true",
  })
  void mindsWhatForbidsColours(String variable, String value, boolean colored) {
    String err = new CommandRunner().interactive().with(variable, value).start("no").err();
    assertThat(err.contains(ESCAPE)).isEqualTo(colored);
  }

  @ParameterizedTest
  @CsvSource({
    "FORCE_COLOR, 1, true",
    "FORCE_COLOR, 0, false",
    "FORCE_COLOR, '', false",
    "CLICOLOR_FORCE, 1, true",
    "CLICOLOR_FORCE, 0, false",
  })
  void mindsWhatDemandsColours(String variable, String value, boolean colored) {
    String err = new CommandRunner().with(variable, value).start("no").err();
    assertThat(err.contains(ESCAPE)).isEqualTo(colored);
  }

  @Test
  void forbiddingWinsOverDemanding() {
    CommandRunner runner = new CommandRunner().with("NO_COLOR", "1").with("FORCE_COLOR", "1");
    assertThat(runner.start("no").err()).doesNotContain(ESCAPE);
  }

  @Test
  void theOptionWinsOverTheEnvironment() {
    assertThat(
            new CommandRunner()
                .with("NO_COLOR", "1")
                .start("analyze", "--color=always", "no")
                .err())
        .contains(ESCAPE);
    assertThat(
            new CommandRunner()
                .with("FORCE_COLOR", "1")
                .start("--color", "never", "analyze", "no")
                .err())
        .doesNotContain(ESCAPE);
  }

  @Test
  void helpIsColouredToo() {
    assertThat(CommandRunner.run("--color=always", "--help").out()).contains(ESCAPE);
    assertThat(CommandRunner.run("--help").out()).doesNotContain(ESCAPE);
  }

  @Test
  void refusesOtherWords() {
    CommandRunner.Result result = CommandRunner.run("--color=sometimes", "version");
    assertThat(result.exitCode()).isEqualTo(2);
    assertThat(result.err()).contains("expected auto, always or never, but was 'sometimes'");
  }
}
