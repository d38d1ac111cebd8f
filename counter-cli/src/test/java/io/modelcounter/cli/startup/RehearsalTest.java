package io.modelcounter.cli.startup;

import static org.assertj.core.api.Assertions.assertThat;

import io.modelcounter.cli.conformance.Corpus;
import io.modelcounter.cli.terminal.Console;
import io.modelcounter.cli.terminal.StandardStreams;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RehearsalTest {
  @TempDir private Path directory;

  @Test
  void everyRunEndsWell() throws Exception {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    StandardStreams streams =
        new StandardStreams(InputStream.nullInputStream(), out, err, Set.of());
    Console console = new Console(streams, StandardCharsets.UTF_8, Map.of());
    assertThat(new Rehearsal(console, directory).run()).isNotEmpty().containsOnly(0);
    assertThat(err.toString(StandardCharsets.UTF_8)).doesNotContain("error");
    assertThat(out.toString(StandardCharsets.UTF_8)).contains("Usage:").contains("MACs");
    assertThat(directory.resolve("report.html")).isNotEmptyFile();
    assertThat(directory.resolve("report.json")).isNotEmptyFile();
  }

  @ParameterizedTest
  @CsvSource({
    "convolution.onnx, units/conv2d_k3_4to8_bias_16x16.onnx",
    "attention.onnx, units/sdpa_h4_T5_d8.onnx",
    "recurrence.onnx, misc/tagger_gru_bi.ts.onnx",
  })
  void runsModelsThatAreTestedElsewhere(String model, String fixture) throws Exception {
    try (InputStream in = Rehearsal.class.getResourceAsStream(model)) {
      assertThat(in)
          .hasBinaryContent(
              Files.readAllBytes(
                  Corpus.repository().resolve("fixtures/exported").resolve(fixture)));
    }
  }
}
