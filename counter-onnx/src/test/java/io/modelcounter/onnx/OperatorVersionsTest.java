package io.modelcounter.onnx;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OperatorVersionsTest {
  private final OperatorVersions versions = OperatorVersions.standard();

  @ParameterizedTest
  @CsvSource({
    "ai.onnx, Conv, 1, 1",
    "ai.onnx, Conv, 10, 1",
    "ai.onnx, Conv, 11, 11",
    "ai.onnx, Conv, 21, 11",
    "ai.onnx, Conv, 22, 22",
    "ai.onnx, Conv, 99, 22",
    "ai.onnx, Add, 7, 7",
    "ai.onnx, Add, 12, 7",
    "ai.onnx.ml, TreeEnsembleRegressor, 2, 1",
    "ai.onnx.ml, TreeEnsembleRegressor, 3, 3",
  })
  void takesTheGreatestVersionNotAboveTheImport(
      String domain, String name, int imported, int version) {
    assertThat(versions.inForce(domain, name, imported)).isEqualTo(version);
  }

  @Test
  void takesTheImportForWhatItDoesNotKnow() {
    assertThat(versions.inForce("ai.onnx", "Gelu", 13)).isEqualTo(13);
    assertThat(versions.inForce("ai.onnx", "NoSuchThing", 13)).isEqualTo(13);
    assertThat(versions.inForce("com.example", "Conv", 4)).isEqualTo(4);
  }

  @Test
  void knowsTheNewestOperatorSet() {
    assertThat(versions.newest()).isGreaterThanOrEqualTo(26);
  }
}
