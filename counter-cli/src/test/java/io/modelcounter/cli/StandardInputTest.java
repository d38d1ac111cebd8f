package io.modelcounter.cli;

import static io.modelcounter.cli.CommandRunner.unit;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StandardInputTest {
  @TempDir private Path directory;

  private static CommandRunner.Result analyze(byte[] input, Object... args) {
    Object[] all = new Object[args.length + 2];
    all[0] = "analyze";
    all[1] = "-";
    System.arraycopy(args, 0, all, 2, args.length);
    return new CommandRunner().withInput(input).start(all);
  }

  private static byte[] model() throws IOException {
    return Files.readAllBytes(unit("F.conv2d"));
  }

  @Test
  void isAModel() throws IOException {
    CommandRunner.Result result = analyze(model(), "-f", "json");
    assertThat(result.exitCode()).isZero();
    JsonNode piped = new ObjectMapper().readTree(result.out());
    JsonNode file =
        new ObjectMapper()
            .readTree(CommandRunner.run("analyze", unit("F.conv2d"), "-f", "json").out());
    assertThat(piped.get("totals")).isEqualTo(file.get("totals"));
    assertThat(piped.get("layers")).isEqualTo(file.get("layers"));
    assertThat(piped.at("/input/file").textValue()).isEqualTo("stdin");
    assertThat(piped.at("/input/structureSha256")).isEqualTo(file.at("/input/structureSha256"));
  }

  @Test
  void hasTheNameThatItIsGiven() throws IOException {
    CommandRunner.Result result =
        analyze(
            model(),
            "--stdin-name",
            "a/net.onnx",
            "-q",
            "-o",
            "json=" + directory + "/{name}.json");
    assertThat(result).isEqualTo(new CommandRunner.Result(0, "", ""));
    assertThat(directory.resolve("a_net.json")).content().contains("\"file\": \"a/net.onnx\"");
  }

  @Test
  void mayBeOneOfSeveralModels() throws IOException {
    CommandRunner.Result result = analyze(model(), unit("F.relu"));
    assertThat(result.exitCode()).isZero();
    assertThat(result.out()).contains("file         stdin,").contains("file         F.relu.onnx,");
  }

  @Test
  void isNotEmpty() {
    CommandRunner.Result result = analyze(new byte[0]);
    assertThat(result.exitCode()).isEqualTo(3);
    assertThat(result.err()).startsWith("error[E0103] stdin: ");
  }

  @Test
  void isWhole() throws IOException {
    CommandRunner.Result result = analyze(Arrays.copyOf(model(), 100));
    assertThat(result.exitCode()).isEqualTo(3);
    assertThat(result.err()).startsWith("error[E0201] stdin: ");
  }

  @Test
  void leavesNoTemporaryFile() throws Exception {
    ChildProcess.Result result =
        ChildProcess.run(List.of(), List.of("-Djava.io.tmpdir=" + directory), "analyze", "-");
    assertThat(result.exitCode()).isEqualTo(3);
    assertThat(directory).isEmptyDirectory();
  }

  @Test
  void needsRoomForATemporaryFile() throws Exception {
    ChildProcess.Result result =
        ChildProcess.run(
            List.of(), List.of("-Djava.io.tmpdir=" + directory.resolve("no")), "analyze", "-");
    assertThat(result.exitCode()).isEqualTo(3);
    // A newer Java warns of the directory itself, before.
    assertThat(result.output())
        .contains("error[E0109] the directory for temporary files takes no standard input");
  }
}
