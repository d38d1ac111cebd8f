package io.modelcounter.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.modelcounter.model.OperatorId;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LayerPatternTest {
  private static boolean matches(String pattern) {
    return LayerPattern.parse(pattern)
        .matches(
            "/encoder/layer.0/Gelu_1",
            List.of("encoder", "layer", "0"),
            new OperatorId("com.microsoft", "Gelu", 1),
            "main/loop_3/body");
  }

  @ParameterizedTest
  @CsvSource({
    "/encoder/layer.0/Gelu_1, true",
    "/encoder/**, true",
    "name:/encoder/**, true",
    "/encoder/*, false",
    "Gelu, false",
    "name:op:Gelu, false",
    "op:Gelu, true",
    "op:G*, true",
    "op:com.microsoft:Gelu, true",
    "op:com.microsoft:*, true",
    "op:*:Gelu, true",
    "op:ai.onnx:*, false",
    "op:Relu, false",
    "scope:encoder, true",
    "scope:encoder.layer, true",
    "scope:encoder.layer.0, true",
    "scope:encoder.*.0, true",
    "scope:enc*, true",
    "scope:layer, false",
    "scope:**.0, true",
    "scope:encoder.layer.1, false",
    "graph:main/loop_3/body, true",
    "graph:main/**, true",
    "graph:main, false",
  })
  void saysWhichLayersAreMeant(String pattern, boolean expected) {
    assertThat(matches(pattern)).isEqualTo(expected);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "op:", "scope:", "name:", "graph:"})
  void meansSomething(String pattern) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> LayerPattern.parse(pattern))
        .withMessage(
            "\"" + pattern + "\" names no layer; it may begin with name:, op:, scope:, graph:");
  }
}
