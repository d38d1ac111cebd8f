package io.modelcounter.cli.output;

import static org.assertj.core.api.Assertions.assertThat;

import io.modelcounter.cli.input.ModelSource;
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
    assertThat(FileNames.name(ModelSource.of(Path.of(model)))).isEqualTo(name);
  }

  @ParameterizedTest
  @CsvSource({
    "net.onnx, net",
    "models/a/net.onnx, models_a_net",
    "/models/net.onnx, models_net",
    "./a/../net.onnx, net",
    "../net.onnx, _._net",
    "'a b/c;d', a_b_c_d",
  })
  void ofPathsAreSafe(String model, String name) {
    assertThat(FileNames.path(ModelSource.of(Path.of(model)))).isEqualTo(name);
  }

  @Test
  void ofLongPathsLoseTheirBeginning() {
    assertThat(FileNames.path(ModelSource.of(Path.of("x".repeat(150), "net"))))
        .isEqualTo("x".repeat(96) + "_net");
  }

  @Test
  void areShort() {
    assertThat(FileNames.name(ModelSource.of(Path.of("x".repeat(250) + ".onnx"))))
        .isEqualTo("x".repeat(100));
  }
}
