package io.modelcounter.cli.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import io.modelcounter.cli.CommandRunner;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ConsoleTest {
  private static final String ERASED = "\r\u001b[K";

  /** Both streams on one terminal. */
  private final ByteArrayOutputStream terminal = new ByteArrayOutputStream();

  private Console console(Map<String, String> environment, StandardStream... terminals) {
    return new Console(
        new StandardStreams(InputStream.nullInputStream(), terminal, terminal, Set.of(terminals)),
        StandardCharsets.UTF_8,
        environment);
  }

  private String written() {
    return terminal.toString(StandardCharsets.UTF_8);
  }

  @Test
  void aStatusLineGivesWayToWhatIsWritten() throws IOException {
    Console console = console(Map.of());
    console.showStatus("1");
    console.showStatus("2");
    console.printError("message");
    console.showStatus("3");
    console.print("report\n");
    console.hideStatus();
    assertThat(written().replace(System.lineSeparator(), "\n"))
        .isEqualTo(
            ERASED
                + "1"
                + ERASED
                + "2"
                + ERASED
                + "message\n"
                + ERASED
                + "3"
                + ERASED
                + "report\n");
  }

  @Test
  void aStatusLineIsTakenAwayOnce() {
    Console console = console(Map.of());
    console.hideStatus();
    console.showStatus("1");
    console.hideStatus();
    console.hideStatus();
    assertThat(written()).isEqualTo(ERASED + "1" + ERASED);
  }

  @ParameterizedTest
  @CsvSource({"80, 80", "'', 2147483647", "wide, 2147483647", "0, 2147483647", "-5, 2147483647"})
  void theEnvironmentTellsTheColumnsOfATerminal(String value, int columns) {
    Map<String, String> environment = Map.of("COLUMNS", value);
    assertThat(console(environment, StandardStream.OUTPUT).columns()).isEqualTo(columns);
    assertThat(console(environment, StandardStream.ERROR).columns()).isEqualTo(Integer.MAX_VALUE);
  }

  @Test
  void textFitsTheTerminal() {
    Object[] args = {"analyze", CommandRunner.unit("F.conv2d")};
    assertThat(new CommandRunner().with("COLUMNS", "70").interactive().start(args).out().lines())
        .allMatch(line -> line.length() <= 70);
    assertThat(
            new CommandRunner()
                .with("COLUMNS", "70")
                .with("NO_COLOR", "1")
                .interactive()
                .start("help", "analyze")
                .out()
                .lines()
                .filter(line -> !line.startsWith("  modelcounter")))
        .allMatch(line -> line.length() <= 70);
    assertThat(new CommandRunner().with("COLUMNS", "70").start(args).out())
        .isEqualTo(CommandRunner.run(args).out());
  }

  @ParameterizedTest
  @CsvSource({
    "012, true, true, true",
    "'', false, false, false",
    "2, false, false, true",
    "01, true, true, false",
  })
  void whatStartedTheProcessTellsItsTerminals(
      String digits, boolean input, boolean output, boolean error) {
    Set<StandardStream> terminals = TerminalCheck.named(digits);
    assertThat(terminals.contains(StandardStream.INPUT)).isEqualTo(input);
    assertThat(terminals.contains(StandardStream.OUTPUT)).isEqualTo(output);
    assertThat(terminals.contains(StandardStream.ERROR)).isEqualTo(error);
  }

  @Test
  void coloursOfAStreamAreThoseOfThatStream() {
    CommandRunner runner = new CommandRunner().withTerminals(StandardStream.ERROR);
    assertThat(runner.start("--help").out()).doesNotContain("\u001b[");
    assertThat(new CommandRunner().withTerminals(StandardStream.ERROR).start("analyze", "no").err())
        .contains("\u001b[");
    assertThat(
            new CommandRunner().withTerminals(StandardStream.OUTPUT).start("analyze", "no").err())
        .doesNotContain("\u001b[");
  }
}
