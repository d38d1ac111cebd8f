package io.modelcounter.core.operator.pooling;

import static io.modelcounter.tck.ModelCounterAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.modelcounter.cost.WorkKind;
import io.modelcounter.model.ElementType;
import io.modelcounter.model.Shape;
import io.modelcounter.model.ValueType;
import io.modelcounter.spi.InvalidNodeException;
import io.modelcounter.symbolic.Size;
import io.modelcounter.symbolic.Symbol;
import io.modelcounter.tck.TestCall;
import org.junit.jupiter.api.Test;

class WindowPoolingTest {
  private static final WindowPooling AVERAGE =
      new WindowPooling("AveragePool", PoolingKind.AVERAGE);
  private static final WindowPooling MAXIMUM = new WindowPooling("MaxPool", PoolingKind.MAXIMUM);
  private static final WindowPooling NORM = new WindowPooling("LpPool", PoolingKind.NORM);

  private static TestCall call(String name, int version) {
    return TestCall.onnx(name, version)
        .input("float32[batch, 4, 16, 16]")
        .attribute("kernel_shape", 3, 3)
        .attribute("strides", 2, 2)
        .attribute("pads", 1, 1, 1, 1);
  }

  @Test
  void sumsUpAndDividesForAnAverage() {
    assertThat(call("AveragePool", 7).shape(AVERAGE)).isEqualTo("float32[batch, 4, 8, 8]");
    assertThat(call("AveragePool", 7).count(AVERAGE))
        .hasWork(WorkKind.ADD, "2048*batch")
        .hasWork(WorkKind.DIVIDE, "256*batch")
        .hasOnlyWork(WorkKind.ADD, WorkKind.DIVIDE);
  }

  @Test
  void comparesForAMaximum() {
    assertThat(call("MaxPool", 1).shapes(MAXIMUM)).containsExactly("float32[batch, 4, 8, 8]");
    assertThat(call("MaxPool", 1).count(MAXIMUM))
        .hasWork(WorkKind.COMPARE, "2048*batch")
        .hasOnlyWork(WorkKind.COMPARE);
  }

  @Test
  void givesIndicesOfTheSameShapeToWhoeverWantsThem() {
    TestCall call = call("MaxPool", 8).attribute("storage_order", 1).outputs("Y", "Indices");
    assertThat(call.shapes(MAXIMUM))
        .containsExactly("float32[batch, 4, 8, 8]", "int64[batch, 4, 8, 8]");
    assertThat(call.withUnknownRanks().shapes(MAXIMUM)).containsExactly("float32[?]", "int64[?]");
  }

  @Test
  void dilatesTheWindow() {
    TestCall call =
        TestCall.onnx("MaxPool", 10)
            .input("float32[1, 1, 4, 4]")
            .attribute("kernel_shape", 2, 2)
            .attribute("dilations", 2, 2);
    assertThat(call.shape(MAXIMUM)).isEqualTo("float32[1, 1, 2, 2]");
  }

  @Test
  void roundsUpWithCeilMode() {
    TestCall call =
        TestCall.onnx("MaxPool", 10)
            .input("float32[1, 64, height, 55]")
            .attribute("kernel_shape", 3, 3)
            .attribute("strides", 2, 2)
            .attribute("ceil_mode", 1);
    assertThat(call.infer(MAXIMUM).get(0)).hasSizes("1", "64", "floor(height/2)", "27");
  }

  @Test
  void takesTheNormThatTheAttributeNames() {
    assertThat(call("LpPool", 2).attribute("p", 1).count(NORM))
        .hasWork(WorkKind.NEGATE, "2304*batch")
        .hasWork(WorkKind.ADD, "2048*batch")
        .hasOnlyWork(WorkKind.NEGATE, WorkKind.ADD);
    assertThat(call("LpPool", 2).count(NORM))
        .hasWork(WorkKind.MULTIPLY, "2304*batch")
        .hasWork(WorkKind.ADD, "2048*batch")
        .hasWork(WorkKind.SQRT, "256*batch")
        .hasOnlyWork(WorkKind.MULTIPLY, WorkKind.ADD, WorkKind.SQRT);
    assertThat(call("LpPool", 1).attribute("p", 3.0).count(NORM))
        .hasWork(WorkKind.POWER, "2560*batch")
        .hasOnlyWork(WorkKind.NEGATE, WorkKind.POWER, WorkKind.ADD);
  }

  @Test
  void refusesACallWithoutKernelOrSpatialAxes() {
    TestCall bare = TestCall.onnx("MaxPool", 12).input("float32[1, 4, 16, 16]");
    assertThatThrownBy(() -> MAXIMUM.outputs(bare.call()))
        .isInstanceOf(InvalidNodeException.class)
        .hasMessageContaining("kernel_shape");
    TestCall flat = TestCall.onnx("MaxPool", 12).input("float32[1, 4]");
    assertThatThrownBy(() -> MAXIMUM.outputs(flat.call()))
        .isInstanceOf(InvalidNodeException.class)
        .hasMessageContaining("rank");
  }

  @Test
  void poolsWholeImages() {
    GlobalPooling global = new GlobalPooling("GlobalAveragePool", PoolingKind.AVERAGE);
    TestCall call = TestCall.onnx("GlobalAveragePool", 1).input("float32[batch, 4, 7, width]");
    assertThat(call.infer(global).get(0)).hasSizes("batch", "4", "1", "1");
    assertThat(call.count(global))
        .hasWork(WorkKind.ADD, "28*batch*width - 4*batch")
        .hasWork(WorkKind.DIVIDE, "4*batch");
  }

  @Test
  void poolsNothingOfAnEmptyImage() {
    GlobalPooling global = new GlobalPooling("GlobalMaxPool", PoolingKind.MAXIMUM);
    TestCall call = TestCall.onnx("GlobalMaxPool", 1).input("float32[2, 4, 0, 7]");
    assertThat(call.count(global)).hasOnlyWork();
  }

  @Test
  void addsNothingNegativeForAnImageThatMayBeEmpty() {
    GlobalPooling global = new GlobalPooling("GlobalMaxPool", PoolingKind.MAXIMUM);
    Size height = Size.of(Symbol.dataDependent("height", "the data decide"));
    TestCall call =
        TestCall.onnx("GlobalMaxPool", 1)
            .input(
                ValueType.tensor(
                    ElementType.FLOAT32, Shape.of(Size.ONE, Size.of(4), height, Size.ONE)));
    assertThat(call.count(global).low().amount(WorkKind.COMPARE).smallest()).contains(Size.ZERO);
  }
}
