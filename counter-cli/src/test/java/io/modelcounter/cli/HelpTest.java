package io.modelcounter.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.modelcounter.cli.conformance.Corpus;
import io.modelcounter.cli.message.ExitCode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

class HelpTest {
  private static final Path SNAPSHOTS =
      Corpus.repository().resolve("counter-cli/src/test/resources/io/modelcounter/cli/help");

  private static final String REPAIR =
      "mvn -pl counter-cli -am test -Dtest=HelpTest -Dsurefire.failIfNoSpecifiedTests=false"
          + " -Dmodelcounter.write=true";

  /** Compares a text with one that somebody looked at. */
  private static void assertAsItWas(String name, String text) throws IOException {
    Path file = SNAPSHOTS.resolve(name + ".txt");
    if (Boolean.getBoolean("modelcounter.write")) {
      Files.writeString(file, text.replace("\r\n", "\n"));
    }
    assertThat(file).as("%s is missing; write it with: %s", file.getFileName(), REPAIR).exists();
    assertThat(text)
        .as("if %s is to change, write it again with: %s", file.getFileName(), REPAIR)
        .isEqualToNormalizingNewlines(Files.readString(file));
  }

  @Test
  void isAsItWas() throws IOException {
    for (CommandLine command : Commands.all()) {
      Object[] words = words(command, "--help");
      CommandRunner.Result result = CommandRunner.run(words);
      assertThat(result.exitCode()).isZero();
      assertThat(result.err()).isEmpty();
      assertAsItWas(command.getCommandSpec().qualifiedName("-"), result.out());
      assertThat(CommandRunner.run(words(command, "-h"))).isEqualTo(result);
    }
  }

  @Test
  void isACommandToo() {
    assertThat(CommandRunner.run("help")).isEqualTo(CommandRunner.run("--help"));
    Commands.root()
        .getSubcommands()
        .keySet()
        .forEach(
            name ->
                assertThat(CommandRunner.run("help", name))
                    .isEqualTo(CommandRunner.run(name, "--help")));
  }

  @Test
  void nothingAtAllIsAnErrorWithConciseHelp() throws IOException {
    CommandRunner.Result result = CommandRunner.run();
    assertThat(result.exitCode()).isEqualTo(2);
    assertThat(result.out()).isEmpty();
    assertAsItWas("concise", result.err());
  }

  @Test
  void namesEveryOptionAndEveryExitCode() {
    for (CommandLine command : Commands.all()) {
      String help = help(command);
      assertThat(Commands.optionNames(command))
          .as(command.getCommandName())
          .isNotEmpty()
          .allSatisfy(name -> assertThat(help).contains(name));
      for (ExitCode code : ExitCode.values()) {
        assertThat(help).contains(code.value() + " ").contains(code.meaning());
      }
    }
  }

  @Test
  void hasExamplesThatBeginWithTheCommand() {
    for (CommandLine command : Commands.all()) {
      assertThat(command.getCommandSpec().usageMessage().description())
          .as(command.getCommandName())
          .isNotEmpty()
          .allSatisfy(line -> assertThat(line).matches("  .*modelcounter .*"));
    }
  }

  @Test
  void listsEveryCommand() {
    for (CommandLine command : Commands.all()) {
      String help = help(command);
      command
          .getSubcommands()
          .keySet()
          .forEach(name -> assertThat(help).containsPattern("(?m)^  " + name + " "));
    }
  }

  private static String help(CommandLine command) {
    return CommandRunner.run(words(command, "--help")).out();
  }

  /** The words that run a command, and an option. */
  private static Object[] words(CommandLine command, String option) {
    String line = command.getCommandSpec().qualifiedName() + " " + option;
    return line.substring(line.indexOf(' ') + 1).split(" ", -1);
  }

  @Test
  void isNoWiderThanItSays() {
    for (CommandLine command : Commands.all()) {
      assertThat(help(command).lines())
          .as(command.getCommandName())
          .allSatisfy(line -> assertThat(line.length()).isLessThanOrEqualTo(100));
    }
  }

  @Test
  void needsNoModel() {
    assertThat(CommandRunner.run("analyze", "no.onnx", "--help").exitCode()).isZero();
  }
}
