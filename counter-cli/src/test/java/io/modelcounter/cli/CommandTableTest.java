package io.modelcounter.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;

class CommandTableTest {
  /** A command. */
  @Command
  static final class Sample {}

  @ParameterizedTest
  @CsvSource({
    "'', analyze help completion",
    "analyze, analyze",
    "--quiet analyze net.onnx, analyze",
    "help, analyze help completion",
    "help analyze, analyze help",
    "completion bash, analyze help completion",
    "anlyze, analyze help completion",
  })
  void makesTheCommandsThatACommandLineIsAbout(String line, String expected) {
    List<String> made = new ArrayList<>();
    CommandTable table = new CommandTable();
    for (String name : List.of("analyze", "help", "completion")) {
      table.with(
          name,
          () -> {
            made.add(name);
            return new Sample();
          });
    }
    CommandLine root = new CommandLine(CommandSpec.create());
    table.addTo(root, List.of(line.split(" ", -1)));
    assertThat(String.join(" ", made)).isEqualTo(expected);
    assertThat(root.getSubcommands()).containsOnlyKeys("analyze", "help", "completion");
  }
}
