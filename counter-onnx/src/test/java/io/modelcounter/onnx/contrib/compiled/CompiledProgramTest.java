package io.modelcounter.onnx.contrib.compiled;

import static io.modelcounter.tck.ModelCounterAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import io.modelcounter.model.UnknownType;
import io.modelcounter.onnx.contrib.Contrib;
import io.modelcounter.tck.OperatorFamily;
import io.modelcounter.tck.TestCall;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CompiledProgramTest {
  private static final OperatorFamily FAMILY = new OperatorFamily(CompiledOperators.all());

  @ParameterizedTest
  @ValueSource(strings = {"EPContext", "Snpe"})
  void saysThatNothingIsKnownOfACompiledProgram(String operator) {
    TestCall call =
        TestCall.of(Contrib.DOMAIN, operator, 1).input("float32[2, 3]").outputs("A", "B");
    assertThat(call.infer(FAMILY))
        .hasSize(2)
        .allMatch(output -> output.type() instanceof UnknownType);
    assertThat(call.count(FAMILY)).isUnknownBecause("compiled for a device");
  }
}
