package io.modelcounter.core.operator.convolution;

import static org.assertj.core.api.Assertions.assertThat;

import io.modelcounter.cost.InputRole;
import io.modelcounter.spi.OperatorRange;
import io.modelcounter.spi.operator.CausalConvolution;
import io.modelcounter.spi.support.Operator;
import io.modelcounter.tck.FamilyCounterTck;
import io.modelcounter.tck.FamilyShapeTck;
import io.modelcounter.tck.OperatorFamily;
import io.modelcounter.tck.TestCall;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class ConvolutionOperatorsTest {
  private static final OperatorFamily FAMILY = new OperatorFamily(ConvolutionOperators.all());

  private static final List<Operator> REAL =
      List.of(
          new Convolution(),
          new TransposedConvolution(),
          new DeformableConvolution(),
          new CausalConvolution(OperatorRange.onnx("CausalConvWithState")));

  private static final TestCall QUANTIZED =
      TestCall.onnx("QLinearConv", 10)
          .input("uint8[batch, 3, height, 32]")
          .stored("float32[]")
          .stored("uint8[]")
          .stored("int8[8, 3, 3, 3]")
          .stored("float32[8]")
          .stored("int8[8]")
          .stored("float32[]")
          .stored("uint8[]")
          .stored("int32[8]");

  private static List<TestCall> calls() {
    return List.of(
        TestCall.onnx("Conv", 1)
            .input("float32[batch, 4, height, width]")
            .stored("float32[8, 2, 3, 3]")
            .stored("float32[8]")
            .attribute("group", 2)
            .attribute("strides", 2, 2),
        TestCall.onnx("ConvTranspose", 11)
            .input("float32[batch, 4, height, 8]")
            .stored("float32[4, 3, 3, 3]")
            .attribute("strides", 2, 2),
        TestCall.onnx("ConvInteger", 10)
            .input("uint8[batch, 3, 16, 16]")
            .stored("int8[8, 3, 3, 3]")
            .stored("uint8[]")
            .stored("int8[8]"),
        QUANTIZED,
        TestCall.onnx("DeformConv", 22)
            .input("float32[batch, 2, 16, 16]")
            .stored("float32[4, 2, 3, 3]")
            .input("float32[batch, 18, 14, 14]")
            .stored("float32[4]")
            .input("float32[batch, 9, 14, 14]"),
        TestCall.onnx("CausalConvWithState", 27)
            .input("float16[batch, 64, length]")
            .stored("float16[64, 1, 4]")
            .stored("float16[64]")
            .input("float16[batch, 64, 3]")
            .attribute("activation", "silu")
            .outputs("output", "present_state"));
  }

  private static boolean isServed(TestCall call, List<Operator> operators) {
    return operators.stream()
        .flatMap(operator -> operator.operators().stream())
        .anyMatch(range -> range.contains(call.operator()));
  }

  @Nested
  class Shapes extends FamilyShapeTck {
    Shapes() {
      super(ConvolutionOperators.all(), calls());
    }
  }

  @Nested
  class Counts extends FamilyCounterTck {
    Counts() {
      super(ConvolutionOperators.all(), calls());
    }

    /** The zero points of weights are subtracted once, however large the batch is. */
    @Override
    protected boolean isProportionalToBatch() {
      return false;
    }
  }

  @Nested
  class CountsOfRealNumbers extends FamilyCounterTck {
    CountsOfRealNumbers() {
      super(REAL, calls().stream().filter(call -> isServed(call, REAL)).toList());
    }
  }

  @Test
  void takesWeightAndBiasForParametersOfEveryOperator() {
    for (TestCall call : calls()) {
      int weight = call.operator().name().equals("QLinearConv") ? 3 : 1;
      assertThat(FAMILY.role(call.call(), weight))
          .as(call.toString())
          .isEqualTo(InputRole.PARAMETER);
      assertThat(FAMILY.role(call.call(), 0)).as(call.toString()).isEqualTo(InputRole.CONSTANT);
    }
  }

  @Test
  void takesScalesAndZeroPointsOfAQuantizedConvolutionForConstants() {
    assertThat(IntStream.range(0, 9).mapToObj(input -> FAMILY.role(QUANTIZED.call(), input)))
        .containsExactly(
            InputRole.CONSTANT,
            InputRole.CONSTANT,
            InputRole.CONSTANT,
            InputRole.PARAMETER,
            InputRole.CONSTANT,
            InputRole.CONSTANT,
            InputRole.CONSTANT,
            InputRole.CONSTANT,
            InputRole.PARAMETER);
  }
}
