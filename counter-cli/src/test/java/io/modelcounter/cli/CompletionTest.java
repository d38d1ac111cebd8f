package io.modelcounter.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;

class CompletionTest {
  /** Asks the script for what may follow some words, as the shell does. */
  private static final String ASK =
      """
      compopt() { :; }
      COMP_WORDS=("$@")
      COMP_CWORD=$(($# - 1))
      _complete_modelcounter
      echo "${COMPREPLY[*]}"
      """;

  @TempDir private Path directory;

  private static String script() {
    CommandRunner.Result result = CommandRunner.run("completion", "bash");
    assertThat(result.exitCode()).isZero();
    assertThat(result.err()).isEmpty();
    return result.out();
  }

  private String bash(String text, String... args) throws IOException, InterruptedException {
    assumeThat(Path.of("/bin/bash")).exists();
    Path file = Files.writeString(directory.resolve("script"), text);
    List<String> command =
        Stream.concat(Stream.of("/bin/bash", file.toString()), Stream.of(args)).toList();
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    process.getOutputStream().close();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor()).as(output).isZero();
    return output.strip();
  }

  @ParameterizedTest
  @ValueSource(strings = {"bash", "zsh"})
  void isAScript(String shell) throws IOException, InterruptedException {
    String script = CommandRunner.run("completion", shell).out();
    assertThat(bash("bash -n <<'END'\n" + script + "\nEND\n")).isEmpty();
    assertThat(script)
        .startsWith("# Completion of modelcounter for " + shell + ".\n")
        .contains("complete -F _complete_modelcounter", "bashcompinit");
  }

  @ParameterizedTest
  @CsvSource({
    "an, analyze",
    "analyze --per, --per-sample",
    "analyze --color n, never",
    "analyze --progress js, json",
    "analyze -f ht, html",
    "completion z, zsh",
  })
  void completesWords(String words, String expected) throws IOException, InterruptedException {
    String[] line = ("modelcounter " + words).split(" ", -1);
    assertThat(bash(script() + ASK, line)).isEqualTo(expected);
  }

  @Test
  void hasEveryCommandAndEveryOption() {
    String script = script();
    Commands.all()
        .forEach(
            command -> {
              String function = "_picocli_" + command.getCommandSpec().qualifiedName("_");
              assertThat(script).contains(function + "() {");
              String body = script.substring(script.indexOf(function + "() {"));
              String options = body.substring(0, body.indexOf("\n}"));
              Commands.optionNames(command)
                  .forEach(name -> assertThat(options).as(function).contains(name));
            });
  }

  @Test
  void hasNoTwoOptionsOfOneCommandWithOneListOfWords() {
    for (CommandLine command : Commands.all()) {
      assertThat(
              command.getCommandSpec().options().stream()
                  .filter(option -> option.completionCandidates() != null)
                  .map(option -> option.paramLabel()))
          .as(command.getCommandName())
          .doesNotHaveDuplicates();
    }
  }

  @Test
  void needsAShellThatItKnows() {
    CommandRunner.Result result = CommandRunner.run("completion", "fish");
    assertThat(result.exitCode()).isEqualTo(2);
    assertThat(result.err()).contains("expected bash or zsh, but was 'fish'");
  }
}
