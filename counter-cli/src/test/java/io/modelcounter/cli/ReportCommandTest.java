package io.modelcounter.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReportCommandTest {
  private static final Path MODEL = CommandRunner.unit("conv2d_k3_s2_nopad_bias");

  @TempDir private Path directory;

  private Path run = Path.of("run.json");

  @BeforeEach
  void makeReport() {
    run = directory.resolve("run.json");
    assertThat(CommandRunner.run("analyze", MODEL, "-q", "-o", "json=" + run).exitCode()).isZero();
  }

  @Test
  void showsWhatAnalyzeShows() {
    CommandRunner.Result result = CommandRunner.run("report", run);
    assertThat(result.exitCode()).isZero();
    assertThat(result.err()).isEmpty();
    assertThat(result.out()).isEqualTo(CommandRunner.run("analyze", MODEL).out());
  }

  @Test
  void readsStandardInput() throws IOException {
    CommandRunner.Result result =
        new CommandRunner().withInput(Files.readAllBytes(run)).start("report", "-", "-f", "json");
    assertThat(result.exitCode()).isZero();
    assertThat(result.out()).isEqualTo(Files.readString(run));
  }

  @Test
  void aShortListingIsAsShortAsIsAsked() {
    assertThat(CommandRunner.run("report", run, "--top", 0).out())
        .isEqualTo(CommandRunner.run("analyze", MODEL, "--top", 0).out());
  }

  @Test
  void namesFilesAfterTheReport() {
    CommandRunner.Result result =
        CommandRunner.run("report", run, "-q", "-o", "md=" + directory.resolve("{name}.md"));
    assertThat(result.exitCode()).isZero();
    assertThat(directory.resolve("run.md"))
        .content()
        .contains("### `conv2d_k3_s2_nopad_bias.onnx`");
  }

  @Test
  void doesNotWriteOverWhatItReads() {
    CommandRunner.Result result = CommandRunner.run("report", run, "-o", "json=" + run);
    assertThat(result.exitCode()).isEqualTo(2);
    assertThat(result.err()).contains("E0005");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '^',
      textBlock =
          """
          {"schemaVersion": "2.0.0", "layers": []} | 3 | error[E0111] stdin: schemaVersion: the report has version 2.0.0
          {"runs": []}                             | 3 | error[E0110] stdin: this is JSON, but no report
          onnx                                     | 3 | error[E0110] stdin: line 1, column
          """)
  void saysWhyADocumentIsRefused(String document, int exitCode, String message) {
    CommandRunner.Result result =
        new CommandRunner()
            .withInput(document.getBytes(StandardCharsets.UTF_8))
            .start("report", "-");
    assertThat(result.exitCode()).isEqualTo(exitCode);
    assertThat(result.out()).isEmpty();
    assertThat(result.err()).startsWith(message);
  }

  @Test
  void aDocumentThatIsTooDeepIsBeyondALimit() {
    CommandRunner.Result result =
        new CommandRunner()
            .withInput("[".repeat(10_000).getBytes(StandardCharsets.UTF_8))
            .start("report", "-");
    assertThat(result.exitCode()).isEqualTo(4);
    assertThat(result.err()).contains("E0412");
  }

  @Test
  void aBadReportDoesNotStopTheOthers() {
    CommandRunner.Result result =
        CommandRunner.run(
            "report",
            directory.resolve("no.json"),
            run,
            "-q",
            "-o",
            "html=" + directory.resolve("{name}.html"));
    assertThat(result.exitCode()).isEqualTo(3);
    assertThat(result.err()).contains("E0101");
    assertThat(directory.resolve("run.html")).isNotEmptyFile();
  }

  @Test
  void aSchemaIsPrinted() {
    CommandRunner.Result result = CommandRunner.run("schema", "json");
    assertThat(result.exitCode()).isZero();
    assertThat(result.out()).contains("\"$id\": \"urn:modelcounter:report:1\"");
    assertThat(CommandRunner.run("schema", "jsno").err()).contains("there are json");
    assertThat(CommandRunner.run("schema", "jsno").exitCode()).isEqualTo(2);
  }
}
