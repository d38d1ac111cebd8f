package io.modelcounter.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class QuantizedReadingTest {
  private static final Path MODEL = CommandRunner.unit("F.conv2d");

  @ParameterizedTest
  @ValueSource(strings = {"as-written", "fused"})
  void aModelOfFloatsIsTheSameInBothReadings(String reading) {
    CommandRunner.Result result = CommandRunner.run("analyze", "--quantized", reading, MODEL);

    assertThat(result.exitCode()).isZero();
    assertThat(result.out()).isEqualTo(CommandRunner.run("analyze", MODEL).out());
  }

  @Test
  void aReadingIsOneOfTwo() {
    CommandRunner.Result result = CommandRunner.run("analyze", "--quantized", "integer", MODEL);

    assertThat(result.exitCode()).isEqualTo(2);
    assertThat(result.err())
        .contains("error[E0002] --quantized: \"integer\" is not a reading")
        .contains("there are as-written and fused");
  }
}
