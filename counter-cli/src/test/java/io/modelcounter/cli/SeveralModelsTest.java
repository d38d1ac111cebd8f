package io.modelcounter.cli;

import static io.modelcounter.cli.CommandRunner.unit;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SeveralModelsTest {
  @TempDir private Path directory;

  @Test
  void oneBadModelDoesNotStopTheOthers() {
    CommandRunner.Result result =
        CommandRunner.run(
            "analyze", directory.resolve("no.onnx"), unit("F.conv2d"), unit("F.relu"));
    assertThat(result.exitCode()).isEqualTo(3);
    assertThat(result.out()).contains("F.conv2d.onnx").contains("F.relu.onnx");
    assertThat(result.err().lines().toList()).last().isEqualTo("2 analysed, 1 failed");
  }

  @Test
  void theWorstDecides() throws IOException {
    Path unknown = TinyModel.unknown().writeTo(directory.resolve("unknown.onnx"));
    Path deep = TinyModel.relu().withTooManyDimensions().writeTo(directory.resolve("deep.onnx"));
    CommandRunner.Result result =
        CommandRunner.run(
            "analyze", unknown, deep, directory.resolve("no.onnx"), "--fail-on-unknown");
    assertThat(result.exitCode()).isEqualTo(4);
    assertThat(result.err().lines().toList())
        .last()
        .isEqualTo("1 analysed, 1 with too many unknown layers, 2 failed");
  }

  @Test
  void eachHasItsOwnFile() throws IOException {
    CommandRunner.Result result =
        CommandRunner.run(
            "analyze",
            unit("F.conv2d"),
            unit("F.relu"),
            "-q",
            "-o",
            "csv=" + directory.resolve("{name}.csv"));
    assertThat(result).isEqualTo(new CommandRunner.Result(0, "", ""));
    assertThat(directory).isDirectoryContaining("glob:**/F.conv2d.csv");
    assertThat(directory).isDirectoryContaining("glob:**/F.relu.csv");
  }

  @Test
  void doNotShareAFile() {
    CommandRunner.Result result =
        CommandRunner.run(
            "analyze",
            unit("F.conv2d"),
            unit("F.relu"),
            "-o",
            "json=" + directory.resolve("all.json"));
    assertThat(result.exitCode()).isEqualTo(2);
    assertThat(result.err())
        .contains("the reports of 2 models would overwrite each other")
        .contains("  hint:  put {name} into the path");
    assertThat(directory).isEmptyDirectory();
  }

  @Test
  void ofOneNameDoNotShareAFile() throws IOException {
    Path first = Files.createDirectory(directory.resolve("a")).resolve("m.onnx");
    Path second = Files.createDirectory(directory.resolve("b")).resolve("m.onnx");
    for (Path model : List.of(first, second)) {
      TinyModel.relu().writeTo(model);
    }
    CommandRunner.Result result =
        CommandRunner.run(
            "analyze", first, second, "-o", "json=" + directory.resolve("{name}.json"));
    assertThat(result.exitCode()).isEqualTo(2);
    assertThat(result.err()).contains("m.json: two reports would go to this file");
  }

  @Test
  void doNotMixDataOnStandardOutput() {
    CommandRunner.Result result =
        CommandRunner.run("analyze", unit("F.conv2d"), unit("F.relu"), "-f", "json");
    assertThat(result.exitCode()).isEqualTo(2);
    assertThat(result.out()).isEmpty();
    assertThat(result.err())
        .isEqualToIgnoringNewLines(
            "error[E0005] standard output takes one json report, not 2"
                + "  hint:  write a file for each model: --output json={name}.json");
  }
}
