package io.modelcounter.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.modelcounter.cli.message.ExitCode;
import io.modelcounter.cli.terminal.Console;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;
import picocli.CommandLine.Model.OptionSpec;

class HelpTest {
  private static String snapshot(String name) throws IOException {
    try (InputStream in = HelpTest.class.getResourceAsStream(name)) {
      assertThat(in).as(name).isNotNull();
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  private static CommandLine commands() {
    Console console =
        new Console(
            OutputStream.nullOutputStream(),
            OutputStream.nullOutputStream(),
            StandardCharsets.UTF_8,
            Map.of(),
            false);
    return new Application(console).commandLine(new RootCommand(console, List.of()));
  }

  @ParameterizedTest
  @ValueSource(strings = {"analyze", "help", "version"})
  void ofACommandIsAsItWas(String command) throws IOException {
    CommandRunner.Result result = CommandRunner.run(command, "--help");
    assertThat(result.exitCode()).isZero();
    assertThat(result.err()).isEmpty();
    assertThat(result.out()).isEqualToNormalizingNewlines(snapshot(command + "-help.txt"));
    assertThat(CommandRunner.run("help", command)).isEqualTo(result);
    assertThat(CommandRunner.run(command, "-h")).isEqualTo(result);
  }

  @Test
  void ofAllIsAsItWas() throws IOException {
    CommandRunner.Result result = CommandRunner.run("--help");
    assertThat(result.exitCode()).isZero();
    assertThat(result.out()).isEqualToNormalizingNewlines(snapshot("help.txt"));
    assertThat(CommandRunner.run("help")).isEqualTo(result);
    assertThat(CommandRunner.run("-h")).isEqualTo(result);
  }

  @Test
  void nothingAtAllIsAnErrorWithConciseHelp() throws IOException {
    CommandRunner.Result result = CommandRunner.run();
    assertThat(result.exitCode()).isEqualTo(2);
    assertThat(result.out()).isEmpty();
    assertThat(result.err()).isEqualToNormalizingNewlines(snapshot("concise-help.txt"));
  }

  @Test
  void namesEveryOptionAndEveryExitCode() {
    CommandLine all = commands();
    assertThat(all.getSubcommands()).containsOnlyKeys("analyze", "help", "version");
    all.getSubcommands()
        .forEach(
            (name, command) -> {
              String help = CommandRunner.run(name, "--help").out();
              List<OptionSpec> options = command.getCommandSpec().options();
              assertThat(options).as(name).isNotEmpty();
              options.forEach(option -> assertThat(help).contains(option.names()));
              for (ExitCode code : ExitCode.values()) {
                assertThat(help).contains(code.value() + " ").contains(code.meaning());
              }
            });
  }

  @Test
  void listsEveryCommand() {
    String help = CommandRunner.run("--help").out();
    commands()
        .getSubcommands()
        .keySet()
        .forEach(name -> assertThat(help).containsPattern("(?m)^  " + name + " "));
  }

  @Test
  void isNoWiderThanItSays() {
    assertThat(CommandRunner.run("analyze", "--help").out().lines())
        .allSatisfy(line -> assertThat(line.length()).isLessThanOrEqualTo(100));
  }

  @Test
  void needsNoModel() {
    assertThat(CommandRunner.run("analyze", "no.onnx", "--help").exitCode()).isZero();
  }
}
