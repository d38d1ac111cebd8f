package io.modelcounter.onnx.contrib.algorithm;

import static io.modelcounter.onnx.contrib.algorithm.AlgorithmSamples.call;
import static io.modelcounter.tck.ModelCounterAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.modelcounter.cost.WorkKind;
import io.modelcounter.model.TensorType;
import io.modelcounter.spi.InvalidNodeException;
import io.modelcounter.symbolic.Size;
import io.modelcounter.tck.OperatorFamily;
import io.modelcounter.tck.TestCall;
import org.junit.jupiter.api.Test;

class AlgorithmOperatorsTest {
  private static final OperatorFamily FAMILY = new OperatorFamily(AlgorithmOperators.all());

  @Test
  void comparesEveryRowWithEveryOther() {
    TestCall call = call("CDist").input("float32[4, 3]").input("float32[5, 3]");
    assertThat(call.shape(FAMILY)).isEqualTo("float32[4, 5]");
    // 20 pairs: 3 differences, 3 squares, 2 additions
    assertThat(call.count(FAMILY))
        .hasWork(WorkKind.ADD, "100")
        .hasWork(WorkKind.MULTIPLY, "60")
        .hasWork(WorkKind.SQRT, "0");
    assertThat(call.attribute("metric", "euclidean").count(FAMILY)).hasWork(WorkKind.SQRT, "20");
    assertThat(call.attribute("metric", "yule").count(FAMILY)).isUnknownBecause("yule");
    assertThatThrownBy(
            () -> call("CDist").input("float32[4, 3]").input("float32[5, 2]").count(FAMILY))
        .isInstanceOf(InvalidNodeException.class)
        .hasMessageContaining("length of a row");
  }

  @Test
  void eliminatesEveryPivotOfAnInverse() {
    TestCall call = call("Inverse").input("float32[batch, 4, 4]");
    assertThat(call.shape(FAMILY)).isEqualTo("float32[batch, 4, 4]");
    // 4 pivots: a reciprocal, 15 multiplications, 9 subtractions
    assertThat(call.count(FAMILY))
        .hasWork(WorkKind.DIVIDE, "4*batch")
        .hasWork(WorkKind.MULTIPLY, "60*batch")
        .hasWork(WorkKind.ADD, "36*batch")
        .assumes("Gauss-Jordan");
    assertThat(call("Inverse").input("float32[m, 4]").shape(FAMILY)).isEqualTo("float32[4, 4]");
    assertThatThrownBy(() -> call("Inverse").input("float32[3, 4]").infer(FAMILY))
        .isInstanceOf(InvalidNodeException.class)
        .hasMessageContaining("square");
  }

  @Test
  void boundsTheStepsOfAWay() {
    TestCall call = call("DynamicTimeWarping").input("float32[1, 5, 7]");
    assertThat(call.shape(FAMILY)).isEqualTo("int32[2, Y.steps]");
    TensorType type = (TensorType) call.infer(FAMILY).get(0).type();
    assertThat(type.shape().dim(1).largest()).contains(Size.of(11));
    // 35 elements: two comparisons and an addition each
    assertThat(call.count(FAMILY)).hasWork(WorkKind.COMPARE, "70").hasWork(WorkKind.ADD, "35");
    assertThatThrownBy(() -> call("DynamicTimeWarping").input("float32[2, 5, 7]").infer(FAMILY))
        .isInstanceOf(InvalidNodeException.class);
  }
}
