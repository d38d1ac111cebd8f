package io.modelcounter.onnx.contrib.matrix;

import static io.modelcounter.tck.ModelCounterAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.modelcounter.cost.InputRole;
import io.modelcounter.cost.WorkKind;
import io.modelcounter.model.ElementType;
import io.modelcounter.spi.InvalidNodeException;
import io.modelcounter.spi.support.Operator;
import io.modelcounter.symbolic.Size;
import io.modelcounter.tck.TestCall;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PackedMatrixMultiplicationTest {
  private static final MatMulNBits BITS = new MatMulNBits();
  private static final MatMulBnb4 BNB4 = new MatMulBnb4();
  private static final MatMulFpQ4 FP_Q4 = new MatMulFpQ4();
  private static final MatMulFp4Weight FP4 = new MatMulFp4Weight();
  private static final MatMulFp8Weight FP8 = new MatMulFp8Weight();
  private static final MatMulNBitsMlp MLP = new MatMulNBitsMlp();
  private static final MatMulNBitsQkv QKV = new MatMulNBitsQkv();

  private static Size logicalElements(Operator operator, TestCall call, int input) {
    return operator.logicalElements(call.call(operator), input).orElseThrow();
  }

  @Test
  void multipliesInTheTypeOfTheInputAndDequantizesTheWeightOnce() {
    // 64 rows and 10 columns: 640 elements of the weight
    TestCall call = MatrixSamples.bits();
    assertThat(call.shape(BITS)).isEqualTo("float32[n, s, 10]");
    assertThat(call.count(BITS))
        .hasWork(WorkKind.MULTIPLY_ADD, ElementType.FLOAT32, "640*n*s")
        .hasWork(WorkKind.SUM_START, "10*n*s")
        .hasWork(WorkKind.MULTIPLY, "640")
        .hasWork(WorkKind.ADD, "640")
        .hasOnlyWork(WorkKind.MULTIPLY_ADD, WorkKind.SUM_START, WorkKind.MULTIPLY, WorkKind.ADD)
        .assumes("dequantized once");
    TestCall biased = call.absent().absent().stored("float32[10]");
    assertThat(biased.work(BITS, WorkKind.BIAS_ADD)).isEqualTo(Size.parse("10*n*s"));
  }

  @Test
  void countsTheWeightWithoutThePaddingOfItsBlocks() {
    // K = 70 takes three blocks of 32 elements, 960 in all, of which 700 are weights
    TestCall padded =
        MatrixSamples.call("MatMulNBits")
            .input("float32[2, 70]")
            .stored("uint8[10, 3, 16]")
            .stored("float32[10, 3]")
            .attribute("K", 70L)
            .attribute("N", 10L)
            .attribute("block_size", 32L);
    assertThat(logicalElements(BITS, padded, 1)).isEqualTo(Size.of(700));
    assertThat(padded.multiplyAdds(BITS)).isEqualTo(Size.of(1_400));
    assertThat(BITS.logicalElements(padded.call(BITS), 2)).isEmpty();
  }

  @Test
  void takesWeightAndBiasForParametersAndScalesForConstants() {
    TestCall call = MatrixSamples.bits().stored("uint8[10, 1]").absent().stored("float32[10]");
    assertThat(IntStream.range(0, 6).mapToObj(input -> BITS.role(call.call(BITS), input)))
        .containsExactly(
            InputRole.CONSTANT,
            InputRole.PARAMETER,
            InputRole.CONSTANT,
            InputRole.CONSTANT,
            InputRole.CONSTANT,
            InputRole.PARAMETER);
  }

  @Test
  void refusesAnInputThatIsNotAsWideAsTheWeight() {
    TestCall call = MatrixSamples.bits().attribute("K", 65L);
    assertThatThrownBy(() -> call.shape(BITS))
        .isInstanceOf(InvalidNodeException.class)
        .hasMessageContaining("[65, 10]");
  }

  @Test
  void needsNoZeroPointForFourBitFloats() {
    assertThat(MatrixSamples.bnb4().shape(BNB4)).isEqualTo("float16[n, 10]");
    assertThat(MatrixSamples.bnb4().count(BNB4))
        .hasMultiplyAdds("640*n")
        .hasWork(WorkKind.MULTIPLY, "640")
        .hasWork(WorkKind.ADD, "0");
    assertThat(logicalElements(BNB4, MatrixSamples.bnb4(), 1)).isEqualTo(Size.of(640));
    TestCall backward =
        MatrixSamples.bnb4().attribute("transB", 0L).attribute("K", 10L).attribute("N", 64L);
    assertThat(backward.shape(BNB4)).isEqualTo("float16[n, 10]");
  }

  @Test
  void readsTheDimensionsOfABlob() {
    TestCall call = MatrixSamples.fpQ4();
    assertThat(call.shape(FP_Q4)).isEqualTo("float32[n, 10]");
    assertThat(call.count(FP_Q4)).hasMultiplyAdds("640*n").hasWork(WorkKind.ADD, "640");
    assertThat(call.attribute("blk_quant_type", 0L).work(FP_Q4, WorkKind.ADD)).isEqualTo(Size.ZERO);
    assertThat(logicalElements(FP_Q4, call, 1)).isEqualTo(Size.of(640));
    TestCall unknown =
        MatrixSamples.call("MatMulFpQ4")
            .input("float32[n, 64]")
            .stored("uint8[400]")
            .input("int64[2]");
    assertThat(unknown.shape(FP_Q4)).isEqualTo("float32[n, Y.columns]");
    TestCall wrong =
        MatrixSamples.call("MatMulFpQ4").input("float32[n, 64]").stored("uint8[400]").value(64);
    assertThatThrownBy(() -> wrong.shape(FP_Q4)).isInstanceOf(InvalidNodeException.class);
  }

  @Test
  void readsTwoFourBitFloatsFromAByte() {
    // 10 columns of 64 rows in 32 bytes each; 40 block scales are multiplied by the global one
    TestCall call = MatrixSamples.fp4();
    assertThat(call.shape(FP4)).isEqualTo("float16[n, 10]");
    assertThat(call.count(FP4)).hasMultiplyAdds("640*n").hasWork(WorkKind.MULTIPLY, "680");
    assertThat(logicalElements(FP4, call, 1)).isEqualTo(Size.of(640));
  }

  @Test
  void quantizesTheInputOfEightBitFloatsIfItHasAScale() {
    TestCall call = MatrixSamples.fp8();
    assertThat(call.count(FP8)).hasMultiplyAdds("2560*n").hasWork(WorkKind.MULTIPLY, "2560");
    assertThat(call.stored("float32[]").count(FP8))
        .hasWork(WorkKind.DIVIDE, "256*n")
        .hasWork(WorkKind.CONVERT, "256*n")
        .hasWork(WorkKind.COMPARE, "512*n")
        .hasWork(WorkKind.MULTIPLY, "256*n + 2560");
  }

  @Test
  void countsBothProjectionsOfAGatedLayer() {
    // two weights of 64 * 96 = 6144 elements; Swish multiplies once, the gate once an output
    TestCall call = MatrixSamples.mlp();
    assertThat(call.shapes(MLP)).startsWith("float16[n, s, 96]");
    assertThat(call.count(MLP))
        .hasMultiplyAdds("12288*n*s")
        .hasWork(WorkKind.MULTIPLY, "192*n*s + 12288")
        .hasWork(WorkKind.EXP, "96*n*s")
        .hasWork(WorkKind.SQRT, "0");
    assertThat(logicalElements(MLP, call, 3)).isEqualTo(Size.of(6_144));
    assertThat(logicalElements(MLP, call, 6)).isEqualTo(Size.of(6_144));
    assertThat(MLP.logicalElements(call.call(MLP), 4)).isEmpty();
    assertThat(MLP.role(call.call(MLP), 8)).isEqualTo(InputRole.PARAMETER);
  }

  @Test
  void normalizesTheSumOfTwoInputsBeforeItIsProjected() {
    // 64 elements a row; sum of inputs 64, RMS norm 4 * 64 + 3 operations
    TestCall call = MatrixSamples.qkv();
    assertThat(call.shapes(QKV))
        .containsExactly(
            "float16[n, s, 64]", "float16[n, s, 16]", "float16[n, s, 16]", "float16[n, s, 64]");
    assertThat(call.count(QKV))
        .hasMultiplyAdds("6144*n*s")
        .hasWork(WorkKind.SQRT, "n*s")
        .hasWork(WorkKind.DIVIDE, "2*n*s")
        // inputs 64, squares 63 + epsilon 1; zero points 64 * 96
        .hasWork(WorkKind.ADD, "128*n*s + 6144")
        // squares 64, division 64, scale 64; scales of weights 64 * 96
        .hasWork(WorkKind.MULTIPLY, "192*n*s + 6144")
        .hasWork(WorkKind.BIAS_ADD, "16*n*s");
    assertThat(logicalElements(QKV, call, 3)).isEqualTo(Size.of(4_096));
    assertThat(logicalElements(QKV, call, 9)).isEqualTo(Size.of(1_024));
    assertThat(QKV.role(call.call(QKV), 2)).isEqualTo(InputRole.PARAMETER);
    assertThat(QKV.role(call.call(QKV), 1)).isEqualTo(InputRole.CONSTANT);
  }
}
