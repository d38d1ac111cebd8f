package io.modelcounter.onnx.contrib.quantization;

import static io.modelcounter.tck.ModelCounterAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.modelcounter.cost.InputRole;
import io.modelcounter.cost.Traffic;
import io.modelcounter.cost.WorkKind;
import io.modelcounter.model.ElementType;
import io.modelcounter.spi.InvalidNodeException;
import io.modelcounter.symbolic.Amount;
import io.modelcounter.symbolic.Size;
import io.modelcounter.tck.TestCall;
import org.junit.jupiter.api.Test;

class QuantizationOperatorsTest {
  private static final GatherBlockQuantized GATHER = new GatherBlockQuantized();
  private static final QuantizeBlockFloatingPoint QUANTIZE_BLOCKS =
      new QuantizeBlockFloatingPoint();
  private static final DequantizeBlockFloatingPoint DEQUANTIZE_BLOCKS =
      new DequantizeBlockFloatingPoint();

  @Test
  void unpacksTheTableItTakesFrom() {
    // a row of 16 bytes holds 32 elements of 4 bits, of which the zero point is 8
    TestCall call = QuantizationSamples.gather("uint8[1000, 16]", "float32[1000, 1]");
    assertThat(call.shape(GATHER)).isEqualTo("float32[batch, s, 32]");
    assertThat(call.count(GATHER))
        .hasWork(WorkKind.MULTIPLY, "32*batch*s")
        .hasWork(WorkKind.ADD, "32*batch*s")
        .hasOnlyWork(WorkKind.MULTIPLY, WorkKind.ADD);
    assertThat(GATHER.logicalElements(call.call(GATHER), 0)).contains(Size.of(32_000));
    assertThat(GATHER.role(call.call(GATHER), 0)).isEqualTo(InputRole.PARAMETER);
    assertThat(call.attribute("bits", 2L).shape(GATHER)).isEqualTo("float32[batch, s, 64]");
    assertThatThrownBy(() -> call.attribute("bits", 3L).shape(GATHER))
        .isInstanceOf(InvalidNodeException.class);
  }

  @Test
  void subtractsZeroPointsOnlyWhereThereAreSome() {
    TestCall symmetric = QuantizationSamples.gather("int4[1000, 64]", "float16[1000, 2]");
    assertThat(symmetric.shape(GATHER)).isEqualTo("float16[batch, s, 64]");
    assertThat(symmetric.work(GATHER, WorkKind.ADD)).isEqualTo(Size.ZERO);
    assertThat(symmetric.stored("int4[1000, 2]").work(GATHER, WorkKind.ADD))
        .isEqualTo(Size.parse("64*batch*s"));
    assertThat(GATHER.logicalElements(symmetric.call(GATHER), 0)).isEmpty();
  }

  @Test
  void readsOfATableWhatItTakes() {
    // per index 8 bytes, 16 bytes of the table and one scale of 4 bytes; 32 floats are written
    TestCall call = QuantizationSamples.gather("uint8[1000, 16]", "float32[1000, 1]");
    assertThat(GATHER.traffic(call.call(GATHER)))
        .isEqualTo(
            new Traffic(
                Amount.exact(Size.parse("28*batch*s")), Amount.exact(Size.parse("128*batch*s"))));
  }

  @Test
  void takesAlongTheAxisThatIsNamed() {
    TestCall call =
        QuantizationSamples.call("GatherBlockQuantized")
            .stored("int4[64, 1000]")
            .input("int64[5]")
            .stored("float16[2, 1000]")
            .attribute("gather_axis", 1L)
            .attribute("quantize_axis", 0L);
    assertThat(call.shape(GATHER)).isEqualTo("float16[64, 5]");
  }

  @Test
  void givesShapeAndStridesOfATensorInBlocks() {
    TestCall call =
        QuantizationSamples.call("QuantizeBFP")
            .input("float32[batch, 4, 8]")
            .outputs("y", "shape", "strides");
    assertThat(call.shapes(QUANTIZE_BLOCKS))
        .containsExactly("uint8[y.bytes]", "int64[3]", "int64[3]");
    assertThat(call.infer(QUANTIZE_BLOCKS).get(1)).hasValue("batch", "4", "8");
    assertThat(call.infer(QUANTIZE_BLOCKS).get(2)).hasValue("32", "8", "1");
    assertThat(call.count(QUANTIZE_BLOCKS))
        .hasWork(WorkKind.COMPARE, "96*batch")
        .hasWork(WorkKind.ROUND, "32*batch")
        .assumes("greatest element of a block");
  }

  @Test
  void takesTheShapeOfATensorInBlocksFromAnInput() {
    TestCall known =
        QuantizationSamples.call("DequantizeBFP")
            .input("uint8[bytes]")
            .sizes("batch", "8")
            .sizes("8", "1")
            .attribute("dtype", 16L);
    assertThat(known.shape(DEQUANTIZE_BLOCKS)).isEqualTo("bfloat16[batch, 8]");
    assertThat(known.work(DEQUANTIZE_BLOCKS, WorkKind.MULTIPLY)).isEqualTo(Size.parse("8*batch"));
    TestCall unknown =
        QuantizationSamples.call("DequantizeBFP")
            .input("uint8[bytes]")
            .input("int64[2]")
            .input("int64[2]");
    assertThat(unknown.shape(DEQUANTIZE_BLOCKS)).isEqualTo("float32[Y.dim0, Y.dim1]");
    TestCall nothing = unknown.withUnknownRank(1);
    assertThat(nothing.shape(DEQUANTIZE_BLOCKS)).isEqualTo("float32[?]");
  }

  @Test
  void convertsWithoutZeroPointsInTheLayoutOfADevice() {
    QuantizeWithOrder quantize = new QuantizeWithOrder();
    DequantizeWithOrder dequantize = new DequantizeWithOrder();
    TestCall real =
        QuantizationSamples.call("QuantizeWithOrder").input("float16[2, 8]").stored("float32[]");
    assertThat(real.shape(quantize)).isEqualTo("int8[2, 8]");
    assertThat(real.count(quantize))
        .hasWork(WorkKind.DIVIDE, ElementType.FLOAT16, "16")
        .hasWork(WorkKind.ROUND, "16")
        .hasWork(WorkKind.COMPARE, "32")
        .hasWork(WorkKind.ADD, "0");
    TestCall integers =
        QuantizationSamples.call("DequantizeWithOrder")
            .input("int8[2, 8]")
            .stored("float32[]")
            .attribute("to", 10L);
    assertThat(integers.shape(dequantize)).isEqualTo("float16[2, 8]");
    assertThat(integers.count(dequantize))
        .hasWork(WorkKind.MULTIPLY, "16")
        .hasOnlyWork(WorkKind.MULTIPLY);
  }
}
