package io.modelcounter.onnx.contrib.tensor;

import static io.modelcounter.onnx.contrib.tensor.TensorSamples.call;
import static io.modelcounter.tck.ModelCounterAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.modelcounter.cost.InputRole;
import io.modelcounter.cost.Traffic;
import io.modelcounter.cost.WorkKind;
import io.modelcounter.model.ElementType;
import io.modelcounter.model.Scalar;
import io.modelcounter.model.TensorValue;
import io.modelcounter.spi.Inferred;
import io.modelcounter.spi.InvalidNodeException;
import io.modelcounter.tck.OperatorFamily;
import io.modelcounter.tck.TestCall;
import java.util.List;
import org.junit.jupiter.api.Test;

class TensorOperatorsTest {
  private static final OperatorFamily FAMILY = new OperatorFamily(TensorOperators.all());
  private static final TensorValue ROW =
      TensorValue.of(ElementType.INT64, new long[] {1, 2}, List.of(Scalar.of(1), Scalar.of(1)));

  private static Inferred infer(TestCall call) {
    return call.infer(FAMILY).get(0);
  }

  @Test
  void insertsAnAxis() {
    TestCall call = call("ExpandDims").input("float32[batch, 3]");
    assertThat(infer(call.scalarValue(1))).hasSizes("batch", "1", "3");
    assertThat(infer(call.scalarValue(2))).hasSizes("batch", "3", "1");
    assertThat(infer(call.scalarValue(-1))).hasSizes("batch", "3", "1");
    assertThat(infer(call.scalarValue(-3))).hasSizes("1", "batch", "3");
    assertThat(infer(call.input("int32[]"))).hasSizes("Y.dim0", "Y.dim1", "Y.dim2");
    assertThatThrownBy(() -> infer(call.scalarValue(3))).isInstanceOf(InvalidNodeException.class);
    assertThat(infer(call("ExpandDims").value(4, 5).scalarValue(0))).hasValue(4, 5);
    TestCall view = call.scalarValue(1);
    assertThat(FAMILY.traffic(view.call(FAMILY))).isEqualTo(Traffic.NONE);
  }

  @Test
  void looksUpRowsOfAnEmbedding() {
    TestCall call = call("TorchEmbedding").stored("float32[100, 8]").input("int64[batch, n]");
    assertThat(call.shape(FAMILY)).isEqualTo("float32[batch, n, 8]");
    assertThat(call.count(FAMILY)).isFree();
    assertThat(FAMILY.role(call.call(FAMILY), 0)).isEqualTo(InputRole.PARAMETER);
  }

  @Test
  void meansWhatTheStandardOperatorsMean() {
    TestCall gather = call("GatherND").value(10, 20, 30).input("int64[2, 1]");
    assertThat(gather.shape(FAMILY)).isEqualTo("int64[2]");
    TestCall pad = call("Pad").input("float32[batch, 3]").value(0, 1, 2, 3);
    assertThat(infer(pad)).hasSizes("batch + 2", "7");
    TestCall nested = call("Pad").input("float32[2]").values(ROW).input("float32[1]");
    assertThat(infer(nested)).hasSizes("4");
    assertThat(infer(call("Trilu").input("bool[n, n]"))).hasSizes("n", "n");
  }

  @Test
  void countsUpByOneWithoutADelta() {
    assertThat(infer(call("Range").scalarValue(2).scalarValue(5))).hasValue(2, 3, 4);
    assertThat(infer(call("Range").scalarValue(5).scalarValue(0).scalarValue(-2)))
        .hasValue(5, 3, 1);
    assertThat(infer(call("Range").scalarValue(0).input("int64[]"))).hasSizes("Y.count");
    assertThat(call("Range").scalarValue(2).scalarValue(5).count(FAMILY))
        .hasWork(WorkKind.ADD, "3");
  }

  @Test
  void unfoldsWindowsOfAnAxis() {
    TestCall call = call("UnfoldTensor").input("float32[batch, 9, 4]").attribute("dim", 1L);
    assertThat(infer(call.attribute("size", 3L).attribute("step", 2L)))
        .hasSizes("batch", "4", "4", "3");
    assertThat(infer(call("UnfoldTensor").value(1, 2, 3, 4).attribute("size", 2L)))
        .hasSizes("3", "2")
        .hasValue(1, 2, 2, 3, 3, 4);
    assertThat(call.attribute("size", 3L).count(FAMILY)).isFree();
    assertThatThrownBy(() -> infer(call.attribute("size", 10L)))
        .isInstanceOf(InvalidNodeException.class)
        .hasMessageContaining("windows of 9 elements");
  }

  @Test
  void findsDifferentElements() {
    TestCall known = call("Unique").value(2, 1, 1, 3, 4, 3).outputs("y", "idx", "counts");
    assertThat(known.shapes(FAMILY)).containsExactly("int64[4]", "int64[6]", "int64[4]");
    TestCall unknown = call("Unique").input("float32[n]").outputs("y", "idx", "counts");
    assertThat(unknown.shapes(FAMILY))
        .containsExactly("float32[y.count]", "int64[n]", "int64[y.count]");
    // between comparing neighbours and comparing all pairs
    assertThat(known.count(FAMILY)).hasWorkBetween(WorkKind.COMPARE, "5", "15");
    assertThatThrownBy(() -> infer(call("Unique").input("float32[2, 3]")))
        .isInstanceOf(InvalidNodeException.class);
  }

  @Test
  void passesOnWhatItEchoes() {
    assertThat(infer(call("SampleOp").value(7, 8))).hasValue(7, 8);
    TestCall call = call("SampleOp").input("float32[3]");
    assertThat(call.count(FAMILY)).isFree();
    assertThat(FAMILY.traffic(call.call(FAMILY))).isEqualTo(Traffic.NONE);
  }
}
