package io.modelcounter.onnx.contrib.quantized;

import static io.modelcounter.tck.ModelCounterAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.modelcounter.cost.InputRole;
import io.modelcounter.cost.WorkKind;
import io.modelcounter.model.ElementType;
import io.modelcounter.spi.InvalidNodeException;
import io.modelcounter.spi.support.Activations;
import io.modelcounter.spi.support.ElementWork;
import io.modelcounter.symbolic.Size;
import io.modelcounter.tck.TestCall;
import org.junit.jupiter.api.Test;

class QuantizedOperatorsTest {
  private static final QuantizedSum SUM = new QuantizedSum();
  private static final QuantizedProduct PRODUCT = new QuantizedProduct();
  private static final IntegerProduct INTEGER_PRODUCT = new IntegerProduct();
  private static final QuantizedSoftmax SOFTMAX = new QuantizedSoftmax();
  private static final QuantizedMean MEAN = new QuantizedMean();
  private static final IntegerSum INTEGER_SUM = new IntegerSum();
  private static final QuantizedLayerNormalization NORMALIZATION =
      new QuantizedLayerNormalization();
  private static final QuantizedWhere WHERE = new QuantizedWhere();
  private static final QuantizedConcat CONCAT = new QuantizedConcat();

  @Test
  void dequantizesBothOperandsOfASum() {
    // 32 elements and 8 are dequantized, 32 are added and quantized
    TestCall call = QuantizedSamples.pair("QLinearAdd", "uint8[4, 8]", "uint8[8]");
    assertThat(call.shape(SUM)).isEqualTo("uint8[4, 8]");
    assertThat(call.count(SUM))
        .hasWork(WorkKind.MULTIPLY, ElementType.FLOAT32, "40")
        .hasWork(WorkKind.ADD, "104") // zero points 40, sums 32, zero points of the output 32
        .hasWork(WorkKind.DIVIDE, "32")
        .hasWork(WorkKind.ROUND, "32")
        .hasWork(WorkKind.COMPARE, "64");
    assertThat(SUM.role(call.call(SUM), 3)).isEqualTo(InputRole.OPERAND);
    assertThat(SUM.role(call.call(SUM), 4)).isEqualTo(InputRole.CONSTANT);
  }

  @Test
  void requantizesAProductOnce() {
    TestCall call = QuantizedSamples.pair("QLinearMul", "uint8[4, 8]", "uint8[8]");
    assertThat(call.count(PRODUCT))
        .hasWork(WorkKind.MULTIPLY, ElementType.UINT8, "32")
        .hasWork(WorkKind.MULTIPLY, ElementType.FLOAT32, "32")
        .hasWork(WorkKind.ADD, ElementType.UINT8, "40")
        .hasWork(WorkKind.ADD, ElementType.FLOAT32, "32")
        .hasWork(WorkKind.ROUND, "32");
    TestCall clash = QuantizedSamples.pair("QLinearMul", "uint8[4, 8]", "uint8[7]");
    assertThatThrownBy(() -> clash.shape(PRODUCT)).isInstanceOf(InvalidNodeException.class);
  }

  @Test
  void multipliesIntegersIntoWiderOnes() {
    TestCall plain =
        QuantizedSamples.call("MulInteger").input("int8[4, 8]").absent().input("int8[8]").absent();
    assertThat(plain.shape(INTEGER_PRODUCT)).isEqualTo("int32[4, 8]");
    assertThat(plain.count(INTEGER_PRODUCT))
        .hasWork(WorkKind.MULTIPLY, ElementType.INT32, "32")
        .hasOnlyWork(WorkKind.MULTIPLY);
    TestCall shifted =
        QuantizedSamples.call("MulInteger")
            .input("int8[4, 8]")
            .stored("int8[]")
            .input("int8[8]")
            .stored("int8[]");
    assertThat(shifted.work(INTEGER_PRODUCT, WorkKind.ADD)).isEqualTo(Size.of(40));
    assertThat(plain.withUnknownRank(0).shape(INTEGER_PRODUCT)).isEqualTo("int32[?]");
  }

  @Test
  void appliesFunctionsToDequantizedElements() {
    QuantizedFunction leaky = QuantizedFunction.shifted("QLinearLeakyRelu", Activations.LEAKY_RELU);
    TestCall shifted = QuantizedSamples.single("QLinearLeakyRelu", "uint8[4, 8]");
    assertThat(shifted.count(leaky))
        .hasWork(WorkKind.MULTIPLY, "64") // scale and slope
        .hasWork(WorkKind.COMPARE, "96") // sign and two bounds
        .hasWork(WorkKind.ADD, "64"); // both zero points
    QuantizedFunction sigmoid = QuantizedFunction.shifted("QLinearSigmoid", ElementWork.SIGMOID);
    TestCall unshifted = QuantizedSamples.unshifted("QLinearSigmoid", "int8[4, 8]");
    assertThat(unshifted.count(sigmoid))
        .hasWork(WorkKind.EXP, "32")
        .hasWork(WorkKind.ADD, "32") // of the sigmoid
        .hasWork(WorkKind.DIVIDE, "64");
    QuantizedFunction gelu = QuantizedFunction.symmetric("QOrderedGelu", Activations.GELU);
    TestCall ordered =
        QuantizedSamples.call("QOrderedGelu")
            .input("int8[4, 8]")
            .stored("float32[]")
            .stored("float32[]");
    assertThat(ordered.shape(gelu)).isEqualTo("int8[4, 8]");
    assertThat(ordered.count(gelu))
        .hasWork(WorkKind.ERROR_FUNCTION, "32")
        .hasWork(WorkKind.ADD, "32");
  }

  @Test
  void normalizesRowsOfTheNamedVersionOfSoftmax() {
    TestCall call = QuantizedSamples.single("QLinearSoftmax", "uint8[2, 4, 8]");
    // rows of 8 along the last axis, or of 32 from axis 1 on
    assertThat(call.attribute("opset", 13L).count(SOFTMAX))
        .hasWork(WorkKind.EXP, "64")
        .hasWork(WorkKind.COMPARE, "184"); // 8 * 7, and 2 bounds
    assertThat(call.attribute("opset", 11L).count(SOFTMAX)).hasWork(WorkKind.COMPARE, "190");
    assertThatThrownBy(() -> call.count(SOFTMAX)).isInstanceOf(InvalidNodeException.class);
  }

  @Test
  void averagesAlongTheAxesOfTheAttribute() {
    // 64 elements in 2 groups of 32
    TestCall call =
        QuantizedSamples.single("QLinearReduceMean", "uint8[2, 4, 8]")
            .attribute("axes", 1, -1)
            .attribute("keepdims", 0L);
    assertThat(call.shape(MEAN)).isEqualTo("uint8[2]");
    assertThat(call.count(MEAN))
        .hasWork(WorkKind.ADD, "128") // zero points 64, sums 62, zero points of the output 2
        .hasWork(WorkKind.DIVIDE, "4")
        .hasWork(WorkKind.MULTIPLY, "64");
  }

  @Test
  void sumsIntegersIntoWiderOnesOfTheSameSign() {
    TestCall unsigned = QuantizedSamples.call("ReduceSumInteger").input("uint8[2, 4, 8]");
    assertThat(unsigned.shape(INTEGER_SUM)).isEqualTo("uint32[1, 1, 1]");
    assertThat(unsigned.count(INTEGER_SUM)).hasWork(WorkKind.ADD, ElementType.UINT32, "63");
    TestCall signed =
        QuantizedSamples.call("ReduceSumInteger").input("int8[2, 4, 8]").attribute("axes", 0, 1);
    assertThat(signed.shape(INTEGER_SUM)).isEqualTo("int32[1, 1, 8]");
    assertThat(signed.work(INTEGER_SUM, WorkKind.ADD)).isEqualTo(Size.of(56));
  }

  @Test
  void normalizesDequantizedLayers() {
    // 64 elements a row: scale 1, normalization 6, quantization 4 each; 3 a row
    TestCall call = QuantizedSamples.normalization();
    assertThat(call.shape(NORMALIZATION)).isEqualTo("int8[batch, s, 64]");
    assertThat(call.count(NORMALIZATION))
        .hasWork(WorkKind.SQRT, "batch*s")
        // scale, square, division, learned scale
        .hasWork(WorkKind.MULTIPLY, "256*batch*s")
        .hasWork(WorkKind.ROUND, "64*batch*s")
        // means 3, and the quantization
        .hasWork(WorkKind.DIVIDE, "67*batch*s");
    assertThat(NORMALIZATION.role(call.call(NORMALIZATION), 2)).isEqualTo(InputRole.PARAMETER);
  }

  @Test
  void choosesBetweenDequantizedElements() {
    // 32 elements of X and 8 of Y a sample are dequantized, 32 are chosen and quantized
    TestCall call = QuantizedSamples.where();
    assertThat(call.shape(WHERE)).isEqualTo("uint8[batch, 4, 8]");
    assertThat(call.count(WHERE))
        .hasWork(WorkKind.SELECT, "32*batch")
        .hasWork(WorkKind.MULTIPLY, "40*batch")
        .hasWork(WorkKind.DIVIDE, "32*batch");
  }

  @Test
  void bringsJoinedTensorsToOneScale() {
    TestCall call = QuantizedSamples.concat();
    assertThat(call.shape(CONCAT)).isEqualTo("uint8[batch, 6, 8]");
    assertThat(call.count(CONCAT))
        .hasWork(WorkKind.MULTIPLY, "48*batch")
        .hasWork(WorkKind.ADD, "96*batch")
        .hasWork(WorkKind.ROUND, "48*batch");
    TestCall clash =
        QuantizedSamples.concat().input("uint8[batch, 2, 9]").stored("float32[]").stored("uint8[]");
    assertThatThrownBy(() -> clash.shape(CONCAT))
        .isInstanceOf(InvalidNodeException.class)
        .hasMessageContaining("do not agree in axis 2");
  }
}
