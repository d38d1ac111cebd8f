package io.modelcounter.core.operator.foreign;

import static io.modelcounter.tck.ModelCounterAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import io.modelcounter.spi.Inferred;
import io.modelcounter.tck.TestCall;
import java.util.List;
import org.junit.jupiter.api.Test;

class TensorLibraryFunctionTest {
  private static final TensorLibraryFunction ATEN = new TensorLibraryFunction();

  private static TestCall call() {
    return TestCall.onnx("ATen", 1).input("float32[batch, 8]").outputs("Y", "Z");
  }

  @Test
  void namesTheFunctionThatIsNotKnown() {
    TestCall call = call().attribute("operator", "embedding_bag");
    List<Inferred> outputs = call.infer(ATEN);

    assertThat(outputs).hasSize(2);
    assertThat(outputs.get(1)).hasUnknownRankBecause("function embedding_bag of PyTorch");
    assertThat(call.count(ATEN)).isUnknownBecause("function embedding_bag of PyTorch");
  }

  @Test
  void saysThatNoFunctionIsNamed() {
    assertThat(call().infer(ATEN).get(0)).hasUnknownRankBecause("does not say which function");
    assertThat(call().count(ATEN)).isUnknownBecause("does not say which function");
  }
}
