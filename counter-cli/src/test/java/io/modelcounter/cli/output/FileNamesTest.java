package io.modelcounter.cli.output;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FileNamesTest {
  @ParameterizedTest
  @CsvSource({
    "models/resnet18.raw.onnx, resnet18.raw",
    "NET.ONNX, NET",
    "net, net",
    ".hidden.onnx, _hidden",
    "-o.onnx, _o",
    ".., _.",
    ".onnx, _",
    "con.onnx, _con",
    "NUL.x.onnx, _NUL.x",
    "'a b;c$(d).onnx', a_b_c__d_",
  })
  void areSafe(String model, String name) {
    assertThat(FileNames.of(Path.of(model))).isEqualTo(name);
  }

  @Test
  void areShort() {
    assertThat(FileNames.of(Path.of("x".repeat(250) + ".onnx"))).isEqualTo("x".repeat(100));
  }
}
