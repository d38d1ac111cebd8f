package io.modelcounter.cli;

import static io.modelcounter.cli.CommandRunner.unit;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JobsTest {
  @TempDir private Path directory;

  /** Good and bad models in turn. */
  @BeforeEach
  void makeModels() throws IOException {
    Path models = Files.createDirectory(directory.resolve("models"));
    for (int i = 10; i < 40; i += 3) {
      TinyModel.relu().shaped("" + i).writeTo(models.resolve(i + ".onnx"));
      TinyModel.unknown().writeTo(models.resolve(i + 1 + ".onnx"));
      Files.write(models.resolve(i + 2 + ".onnx"), new byte[] {0x0a});
    }
  }

  private CommandRunner.Result run(Object... args) {
    List<Object> all = new ArrayList<>(List.of("analyze", "-r", directory.resolve("models")));
    all.addAll(Arrays.asList(args));
    return CommandRunner.run(all.toArray());
  }

  /** The reports of a run, without the command line that they show. */
  private Map<String, String> reports(Path out) throws IOException {
    Map<String, String> reports = new TreeMap<>();
    try (Stream<Path> files = Files.list(out)) {
      files.forEach(
          file -> {
            try {
              reports.put(
                  file.getFileName().toString(),
                  Files.readString(file).replaceAll("(?s)\"command\".*?\\]", ""));
            } catch (IOException failure) {
              throw new UncheckedIOException(failure);
            }
          });
    }
    return reports;
  }

  @ParameterizedTest
  @ValueSource(strings = {"0", "2", "3", "16"})
  void cannotBeToldFromWhatIsWritten(String jobs) throws IOException {
    Path one = Files.createDirectory(directory.resolve("one"));
    Path several = Files.createDirectory(directory.resolve("several"));
    CommandRunner.Result expected = run("-o", "json=" + one + "/{name}.json", "--fail-on-unknown");
    CommandRunner.Result result =
        run(
            "-o",
            "json=" + several + "/{name}.json",
            "--fail-on-unknown",
            "-f",
            "text",
            "-j",
            jobs);
    assertThat(expected.exitCode()).isEqualTo(3);
    assertThat(expected.err().lines().toList())
        .hasSize(10 + 10 + 2 * 10 + 1)
        .last()
        .isEqualTo("20 analysed, 10 with too many unknown layers, 10 failed");
    assertThat(result.exitCode()).isEqualTo(3);
    assertThat(result.err()).isEqualTo(expected.err());
    assertThat(reports(several)).hasSize(20).isEqualTo(reports(one));
  }

  @ParameterizedTest
  @ValueSource(strings = {"1", "2", "5"})
  void printInOrder(String jobs) {
    assertThat(run("-j", jobs).out()).isEqualTo(run().out());
  }

  @ParameterizedTest
  @ValueSource(strings = {"1", "2", "16"})
  void stopAtTheFirstFailureIfThatIsAsked(String jobs) throws IOException {
    Path out = Files.createDirectory(directory.resolve("out"));
    CommandRunner.Result result =
        run("-q", "-o", "csv=" + out + "/{name}.csv", "--fail-fast", "-j", jobs);
    assertThat(result.exitCode()).isEqualTo(3);
    assertThat(result.err()).startsWith("error[E").contains("12.onnx");
    assertThat(reports(out)).containsOnlyKeys("10.csv", "11.csv");
  }

  @ParameterizedTest
  @ValueSource(strings = {"1", "4"})
  void stopAtTheFirstModelThatIsNotAsRequired(String jobs) {
    CommandRunner.Result result = run("--fail-fast", "--fail-on-unknown", "-j", jobs);
    assertThat(result.exitCode()).isEqualTo(1);
    assertThat(result.err().lines().toList())
        .last()
        .isEqualTo("2 analysed, 1 with too many unknown layers, 0 failed, 28 not tried");
    assertThat(result.out()).contains("11.onnx").doesNotContain("12.onnx", "13.onnx");
  }

  @Test
  void areNotNegative() {
    CommandRunner.Result result = run("-j", "-1");
    assertThat(result.exitCode()).isEqualTo(2);
    assertThat(result.err())
        .isEqualToIgnoringNewLines("error[E0002] --jobs: it must be at least 0, not -1");
  }

  @Test
  void ofReportsForOnePathAreRefusedWithAWayOut() throws IOException {
    Path other = Files.createDirectory(directory.resolve("models/other"));
    TinyModel.relu().writeTo(other.resolve("10.onnx"));
    assertThat(run("-q", "-o", "csv=" + directory + "/{name}.csv").err())
        .contains("10.csv: two reports would go to this file")
        .contains("  hint:  several models have this name: put {path} in place of {name}");
    assertThat(run("-q", "-o", "csv=" + directory + "/{path}.csv").exitCode()).isEqualTo(3);
    assertThat(directory).isDirectoryContaining("glob:**/*_models_other_10.csv");
  }

  @Test
  void doNotMatterForOneModel() {
    assertThat(CommandRunner.run("analyze", unit("F.relu"), "-j", "8").out())
        .isEqualTo(CommandRunner.run("analyze", unit("F.relu")).out());
  }
}
