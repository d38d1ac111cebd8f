package io.modelcounter.cli.plugin;

import static org.assertj.core.api.Assertions.assertThat;

import io.modelcounter.cli.CommandRunner;
import io.modelcounter.cli.conformance.Corpus;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/**
 * A plugin that was built when version 1.0 of the API was made works with every later build, byte
 * for byte as it is.
 */
class EarlierPluginTest {
  private static final Path PLUGINS = Corpus.repository().resolve("fixtures/plugins");
  private static final Path JAR = PLUGINS.resolve("acme-layers-1.0.0.jar");
  private static final Path MODEL = PLUGINS.resolve("window-attention.onnx");

  @Test
  void countsALayerOfItsOwn() {
    CommandRunner.Result result =
        CommandRunner.run("analyze", MODEL, "--plugin", JAR, "--no-plugins", "-f", "json");

    assertThat(result.err()).isEmpty();
    assertThat(result.exitCode()).isZero();
    // 196 * 8 * 24 + 4 * 49 * 49 * 16 + 196 * 8 * 8 for each sample
    assertThat(result.out())
        .contains("\"macs\": \"203840*batch\"", "\"countedBy\": \"acme-layers\"");
  }

  @Test
  void countsInItsOwnConvention() {
    CommandRunner.Result result =
        CommandRunner.run(
            "analyze",
            MODEL,
            "--plugin",
            JAR,
            "--no-plugins",
            "--convention",
            "acme-cycles",
            "-q",
            "-f",
            "json",
            "--set",
            "batch=1");

    // 203840 multiply-adds; softmax of 784 rows of 49: 38416 exponentials at 12 cycles, as many
    // subtractions at 1 and divisions at 4, 784 * 48 comparisons and as many additions;
    // 1568 comparisons of the ReLU
    long cycles = 203840 + 38416 * (12 + 1 + 4) + 2 * 784 * 48 + 1568;
    assertThat(result.out()).contains("\"acme-cycles\": " + cycles);
  }

  @Test
  void passesTheChecks() {
    CommandRunner.Result result = CommandRunner.run("plugin", "verify", JAR, "--model", MODEL);

    assertThat(result.exitCode()).as(result.out()).isZero();
  }
}
