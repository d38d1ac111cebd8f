package io.modelcounter.cli;

import static io.modelcounter.cli.CommandRunner.unit;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Options from files and from the environment, through the command itself. */
class ConfigTest {
  private static final String MODEL = unit("F.conv2d").toString();

  @TempDir private Path directory;

  private Path config(String text) throws IOException {
    return Files.writeString(directory.resolve("config"), text);
  }

  @Test
  void setsOptions() throws IOException {
    Path file = config("convention: [paper]\nformat: csv-summary\n");
    CommandRunner.Result result = CommandRunner.run("analyze", MODEL, "--config", file);
    assertThat(result.exitCode()).isZero();
    assertThat(result.out()).startsWith("metric,value").contains("\npaper,");
    assertThat(CommandRunner.run("analyze", MODEL, "--config", file, "-f", "csv").out())
        .startsWith("row,graph");
  }

  @Test
  void setsOptionsThatStandBeforeTheCommandToo() throws IOException {
    Path file = config("color: always\n");
    assertThat(CommandRunner.run("--config", file, "analyze", "no").err()).contains("\u001b[");
    assertThat(CommandRunner.run("--config", file, "--color=never", "analyze", "no").err())
        .doesNotContain("\u001b[");
  }

  @Test
  void variablesSetOptions() {
    CommandRunner runner = new CommandRunner().with("MODELCOUNTER_FORMAT", "csv");
    assertThat(runner.start("analyze", MODEL).out()).startsWith("row,graph");
    assertThat(
            new CommandRunner()
                .with("MODELCOUNTER_FORMAT", "csv")
                .start("analyze", MODEL, "--isolated")
                .out())
        .startsWith("1 MAC");
  }

  @Test
  void isTakenFromTheWorkingDirectoryAndNotFromThatOfTheModel() throws Exception {
    Path work = Files.createDirectory(directory.resolve("work"));
    Path models = Files.createDirectory(directory.resolve("models"));
    Path model = TinyModel.relu().writeTo(models.resolve("m.onnx"));
    Files.writeString(models.resolve("modelcounter.yaml"), "format: json");
    Files.writeString(work.resolve("modelcounter.yaml"), "format: csv");
    Map<String, String> home = Map.of("XDG_CONFIG_HOME", directory.toString());
    assertThat(ChildProcess.runIn(work, home, "analyze", model.toString()).output())
        .startsWith("row,graph");
    assertThat(ChildProcess.runIn(directory, home, "analyze", model.toString()).output())
        .startsWith("1 MAC");
    assertThat(ChildProcess.runIn(work, home, "config", "path").output())
        .contains(work + "/modelcounter.yaml")
        .contains(directory + "/modelcounter/config.yaml");
  }

  @Test
  void warnsOfAProjectThatNamesPlugins() throws Exception {
    Files.writeString(directory.resolve("modelcounter.yaml"), "plugin: evil.jar");
    ChildProcess.Result result = ChildProcess.runIn(directory, Map.of(), "analyze", "-q", MODEL);
    assertThat(result).isEqualTo(new ChildProcess.Result(0, ""));
    assertThat(ChildProcess.runIn(directory, Map.of(), "analyze", MODEL).output())
        .contains("warning[W0004] ")
        .contains("\"plugin\" is not taken from the file of a project");
    ChildProcess.Result trusting =
        ChildProcess.runIn(directory, Map.of(), "analyze", MODEL, "--trust-project");
    assertThat(trusting.exitCode()).isEqualTo(5);
    assertThat(trusting.output()).contains("evil.jar");
  }

  @Test
  void showsValuesAndWhereTheyCameFrom() throws IOException {
    Path file = config("top: 3\n");
    CommandRunner runner = new CommandRunner().with("MODELCOUNTER_JOBS", "2");
    assertThat(runner.start("config", "show", "--config", file).out().lines())
        .anyMatch(line -> line.matches("top +3 +--config [(].*config[)]"))
        .anyMatch(line -> line.matches("jobs +2 +environment [(]MODELCOUNTER_JOBS[)]"))
        .anyMatch(line -> line.matches("fail-fast +false +default"));
    JsonNode shown =
        new ObjectMapper()
            .readTree(CommandRunner.run("config", "show", "--config", file, "-f", "json").out());
    for (JsonNode option : shown.get("options")) {
      if (option.get("option").textValue().equals("top")) {
        assertThat(option.at("/values/0").textValue()).isEqualTo("3");
        assertThat(option.get("origin").textValue()).isEqualTo("--config");
        assertThat(option.get("place").textValue()).isEqualTo(file.toString());
        assertThat(option.get("variable").textValue()).isEqualTo("MODELCOUNTER_TOP");
      }
    }
  }

  @Test
  void aWrongFileIsAnError() throws IOException {
    Path file = config("topp: 3\n");
    CommandRunner.Result result = CommandRunner.run("analyze", MODEL, "--config", file);
    assertThat(result.exitCode()).isEqualTo(2);
    assertThat(result.out()).isEmpty();
    assertThat(result.err()).contains("error[E0008] " + file, "did you mean top?");
    assertThat(CommandRunner.run("analyze", MODEL, "--config", "no-such").exitCode()).isEqualTo(2);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "version",
        "help",
        "completion bash",
        "config path",
        "analyze --help",
        "plugin path"
      })
  void aWrongFileDoesNotStopWhatNeedsNone(String line) throws IOException {
    Path file = config("tpo: 3\n");
    Object[] args = (line + " --config " + file).split(" ", -1);
    assertThat(CommandRunner.run(args).exitCode()).isZero();
  }
}
