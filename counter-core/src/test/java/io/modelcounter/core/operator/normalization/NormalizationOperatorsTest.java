package io.modelcounter.core.operator.normalization;

import static org.assertj.core.api.Assertions.assertThat;

import io.modelcounter.cost.InputRole;
import io.modelcounter.spi.support.Operator;
import io.modelcounter.tck.FamilyCounterTck;
import io.modelcounter.tck.FamilyShapeTck;
import io.modelcounter.tck.OperatorFamily;
import io.modelcounter.tck.TestCall;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class NormalizationOperatorsTest {
  private static final OperatorFamily FAMILY = new OperatorFamily(NormalizationOperators.all());

  private static final TestCall TRAINING =
      image("BatchNormalization", 15)
          .stored("float32[4]")
          .stored("float32[4]")
          .input("float32[4]")
          .input("float32[4]")
          .attribute("training_mode", 1)
          .outputs("Y", "running_mean", "running_var");

  private static List<TestCall> proportional() {
    return List.of(
        image("BatchNormalization", 9)
            .stored("float32[4]")
            .stored("float32[4]")
            .stored("float32[4]")
            .stored("float32[4]"),
        image("InstanceNormalization", 6).stored("float32[4]").stored("float32[4]"),
        image("GroupNormalization", 18)
            .stored("float32[2]")
            .stored("float32[2]")
            .attribute("num_groups", 2),
        image("GroupNormalization", 21)
            .stored("float32[4]")
            .stored("float32[4]")
            .attribute("num_groups", 2),
        TestCall.onnx("LayerNormalization", 17)
            .input("float16[batch, sequence, 768]")
            .stored("float16[768]")
            .stored("float16[768]")
            .outputs("Y", "Mean", "InvStdDev"),
        TestCall.onnx("RMSNormalization", 23)
            .input("float32[batch, sequence, 768]")
            .stored("float32[768]"),
        TestCall.onnx("SimplifiedLayerNormalization", 1)
            .input("float32[batch, sequence, 768]")
            .stored("float32[768]")
            .outputs("Y", "inv_std_var"),
        image("LpNormalization", 1).attribute("axis", 1),
        image("LRN", 1).attribute("size", 5),
        image("MeanVarianceNormalization", 13).attribute("axes", 2, 3));
  }

  private static List<TestCall> calls() {
    return Stream.concat(
            proportional().stream(), Stream.of(TRAINING, image("MeanVarianceNormalization", 9)))
        .toList();
  }

  private static TestCall image(String name, int version) {
    return TestCall.onnx(name, version).input("float32[batch, 4, height, width]");
  }

  @Nested
  class Shapes extends FamilyShapeTck {
    Shapes() {
      super(NormalizationOperators.all(), calls());
    }
  }

  @Nested
  class Counts extends FamilyCounterTck {
    Counts() {
      super(NormalizationOperators.all(), proportional());
    }
  }

  @Nested
  class CountsOverTheBatch extends FamilyCounterTck {
    CountsOverTheBatch() {
      super(NormalizationOperators.all(), calls());
    }

    /** Statistics over the whole batch are as many for any batch. */
    @Override
    protected boolean isProportionalToBatch() {
      return false;
    }
  }

  @Test
  void takesScaleAndShiftForParametersAndRunningStatisticsForBuffers() {
    Operator batch = new BatchNormalization();
    assertThat(IntStream.range(0, 5).mapToObj(i -> batch.role(TRAINING.call(), i)))
        .containsExactly(
            InputRole.CONSTANT,
            InputRole.PARAMETER,
            InputRole.PARAMETER,
            InputRole.BUFFER,
            InputRole.BUFFER);
    for (TestCall call : calls()) {
      InputRole scale = call.call().hasInput(1) ? InputRole.PARAMETER : InputRole.CONSTANT;
      assertThat(FAMILY.role(call.call(), 1)).as(call.toString()).isEqualTo(scale);
    }
  }
}
