package io.modelcounter.cli;

import static io.modelcounter.cli.CommandRunner.unit;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OutputTest {
  private static final Path MODEL = unit("F.conv2d");

  @TempDir private Path directory;

  private CommandRunner.Result analyzeTo(Path target) {
    return CommandRunner.run("analyze", MODEL, "-o", "json=" + target);
  }

  private long files() throws IOException {
    try (Stream<Path> all = Files.list(directory)) {
      return all.count();
    }
  }

  @Test
  void isATextWithoutOptions() {
    CommandRunner.Result result = CommandRunner.run("analyze", MODEL);
    assertThat(result.out()).contains("MACs").contains("56 448");
    assertThat(result.err()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"text", "csv", "csv-summary", "json", "html"})
  void hasTheSameBytesInAFileAndOnStandardOutput(String format) throws IOException {
    Path target = directory.resolve("report");
    CommandRunner.Result file =
        CommandRunner.run("analyze", MODEL, "-q", "-o", format + "=" + target);
    CommandRunner.Result printed = CommandRunner.run("analyze", MODEL, "-f", format);
    assertThat(file).isEqualTo(new CommandRunner.Result(0, "", ""));
    assertThat(withoutCommand(printed.out())).isEqualTo(withoutCommand(Files.readString(target)));
  }

  /** Reports may show the command line, in which the two runs differ. */
  private static String withoutCommand(String report) {
    return report
        .lines()
        .filter(line -> !line.contains("F.conv2d.onnx"))
        .reduce("", (all, line) -> all + line + "\n");
  }

  @Test
  void canBeSeveralOfOneRun() {
    CommandRunner.Result result =
        CommandRunner.run(
            "analyze",
            MODEL,
            "-o",
            "json=" + directory.resolve("r.json"),
            "-o",
            "html=" + directory.resolve("r.html"),
            "-o",
            "csv=-");
    assertThat(result.exitCode()).isZero();
    assertThat(directory.resolve("r.json")).isNotEmptyFile();
    assertThat(directory.resolve("r.html")).isNotEmptyFile();
    assertThat(result.out()).contains("56448").doesNotContain("Total of one inference");
  }

  @Test
  void jsonHasTheCountsOfTheModel() throws IOException {
    JsonNode report =
        new ObjectMapper().readTree(CommandRunner.run("analyze", MODEL, "-f", "json").out());
    assertThat(report.at("/totals/macs").asLong()).isEqualTo(8L * 14 * 14 * 4 * 3 * 3);
  }

  @Test
  void goesToStandardOutputOnce() {
    CommandRunner.Result result = CommandRunner.run("analyze", MODEL, "-f", "json", "-o", "csv=-");
    assertThat(result.exitCode()).isEqualTo(2);
    assertThat(result.out()).isEmpty();
    assertThat(result.err()).contains("only one report can go to standard output");
  }

  @Test
  void replacesAFile() throws IOException {
    Path target = Files.writeString(directory.resolve("r.json"), "old");
    assertThat(analyzeTo(target).exitCode()).isZero();
    assertThat(target).content().startsWith("{").endsWith("}\n");
    assertThat(files()).isEqualTo(1);
  }

  @Test
  void leavesAnOldFileWhenTheModelIsBad() throws IOException {
    Path target = Files.writeString(directory.resolve("r.json"), "old");
    Path bad = Files.write(directory.resolve("bad.onnx"), new byte[] {0x0a});
    assertThat(CommandRunner.run("analyze", bad, "-o", "json=" + target).exitCode()).isEqualTo(3);
    assertThat(target).hasContent("old");
    assertThat(files()).isEqualTo(2);
  }

  @Test
  void needsItsDirectory() {
    CommandRunner.Result result = analyzeTo(directory.resolve("no/r.json"));
    assertThat(result.exitCode()).isEqualTo(6);
    assertThat(result.out()).isEmpty();
    assertThat(result.err())
        .isEqualToIgnoringNewLines(
            "error[E0601] "
                + directory.resolve("no/r.json")
                + ": there is no directory \""
                + directory.resolve("no")
                + "\"  hint:  make it first");
  }

  @Test
  void isNoDirectory() {
    CommandRunner.Result result = analyzeTo(directory);
    assertThat(result.exitCode()).isEqualTo(6);
    assertThat(result.err()).contains(": it is a directory");
  }

  @Test
  void doesNotFollowALink() throws IOException {
    Path other = Files.writeString(directory.resolve("other"), "old");
    Path link = Files.createSymbolicLink(directory.resolve("r.json"), other);
    CommandRunner.Result result = analyzeTo(link);
    assertThat(result.exitCode()).isEqualTo(6);
    assertThat(result.err()).contains(": it is a symbolic link");
    assertThat(other).hasContent("old");
    assertThat(Files.isSymbolicLink(link)).isTrue();
  }

  @Test
  void isARegularFile() {
    Path device = Path.of("/dev/null");
    assumeThat(device).exists();
    CommandRunner.Result result = analyzeTo(device);
    assertThat(result.exitCode()).isEqualTo(6);
    assertThat(result.err()).contains(": it is not a regular file");
  }

  @Test
  void mayNotBeReadOnly() throws IOException {
    Path target = Files.writeString(directory.resolve("r.json"), "old");
    assumeThat(target.toFile().setWritable(false)).isTrue();
    assumeThat(Files.isWritable(target)).as("the user may write everything").isFalse();
    CommandRunner.Result result = analyzeTo(target);
    assertThat(result.exitCode()).isEqualTo(6);
    assertThat(result.err()).contains(": it may not be replaced");
    assertThat(target).hasContent("old");
  }

  @Test
  void hasANameThatAFileCanHave() {
    CommandRunner.Result result = analyzeTo(directory.resolve("x".repeat(300)));
    assertThat(result.exitCode()).isEqualTo(6);
    assertThat(result.err()).contains("error[E0601]");
    assertThat(directory).isEmptyDirectory();
  }

  @Test
  void isNotTheModel() throws IOException {
    Path model = TinyModel.relu().writeTo(directory.resolve("m.onnx"));
    byte[] before = Files.readAllBytes(model);
    CommandRunner.Result result =
        CommandRunner.run("analyze", model, "-o", "json=" + directory + "/./m.onnx");
    assertThat(result.exitCode()).isEqualTo(2);
    assertThat(result.err()).contains("the report would overwrite the model");
    assertThat(model).hasBinaryContent(before);
  }

  @Test
  void isNotAnotherNameOfTheModel() throws IOException {
    Path model = TinyModel.relu().writeTo(directory.resolve("m.onnx"));
    Path hardLink = Files.createLink(directory.resolve("r.json"), model);
    CommandRunner.Result result = CommandRunner.run("analyze", model, "-o", "json=" + hardLink);
    assertThat(result.exitCode()).isEqualTo(2);
    assertThat(result.err()).contains("the report would overwrite the model");
  }

  @Test
  void goesToOneFileOnce() {
    CommandRunner.Result result =
        CommandRunner.run(
            "analyze",
            MODEL,
            "-o",
            "json=" + directory.resolve("r"),
            "-o",
            "csv=" + directory + "/./r");
    assertThat(result.exitCode()).isEqualTo(2);
    assertThat(result.err()).contains(": two reports would go to this file");
    assertThat(directory).isEmptyDirectory();
  }

  @Test
  void isCheckedBeforeAnyModelIsRead() {
    CommandRunner.Result result =
        CommandRunner.run(
            "analyze", directory.resolve("no.onnx"), "-o", "json=" + directory.resolve("no/r"));
    assertThat(result.exitCode()).isEqualTo(6);
    assertThat(result.err()).doesNotContain("no.onnx: there is no such file");
  }

  @Test
  void tellsWhenStandardOutputIsFull() {
    CommandRunner.Result result =
        new CommandRunner().start(failing("No space left on device"), "analyze", MODEL);
    assertThat(result.exitCode()).isEqualTo(6);
    assertThat(result.err())
        .isEqualToIgnoringNewLines(
            "error[E0602] standard output: the report cannot be written"
                + "  cause: No space left on device");
  }

  @ParameterizedTest
  @ValueSource(strings = {"analyze", "version", "help"})
  void endsQuietlyWhenNobodyReadsIt(String command) {
    Object[] args =
        command.equals("analyze") ? new Object[] {command, MODEL} : new Object[] {command};
    CommandRunner.Result result = new CommandRunner().start(failing("Broken pipe"), args);
    assertThat(result).isEqualTo(new CommandRunner.Result(0, "", ""));
  }

  private static OutputStream failing(String reason) {
    return new OutputStream() {
      @Override
      public void write(int value) throws IOException {
        throw new IOException(reason);
      }
    };
  }

  @Test
  void neverLeavesATemporaryFile() throws IOException {
    analyzeTo(directory.resolve("r.json"));
    CommandRunner.run(
        "analyze", directory.resolve("no.onnx"), "-o", "csv=" + directory.resolve("r.csv"));
    assertThat(Files.exists(directory.resolve("r.json"), LinkOption.NOFOLLOW_LINKS)).isTrue();
    assertThat(files()).isEqualTo(1);
  }
}
