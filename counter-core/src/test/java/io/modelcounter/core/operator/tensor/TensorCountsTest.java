package io.modelcounter.core.operator.tensor;

import static io.modelcounter.tck.ModelCounterAssertions.assertThat;

import io.modelcounter.cost.InputRole;
import io.modelcounter.cost.Traffic;
import io.modelcounter.cost.WorkKind;
import io.modelcounter.tck.FamilyCounterTck;
import io.modelcounter.tck.TestCall;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TensorCountsTest extends FamilyCounterTck {
  TensorCountsTest() {
    super(TensorOperators.all(), TensorSamples.all());
  }

  private static Traffic traffic(TestCall call) {
    return Steps.FAMILY.traffic(call.call(Steps.FAMILY));
  }

  @ParameterizedTest
  @ValueSource(strings = {"Identity", "Flatten", "Transpose", "Shape", "Size"})
  void movingElementsIsFree(String operator) {
    TestCall call = TestCall.onnx(operator, 13).input("float32[batch, 4]");
    assertThat(call.count(Steps.FAMILY)).isFree();
  }

  @Test
  void viewsMoveNoBytes() {
    TestCall call = TestCall.onnx("Reshape", 13).input("float32[batch, 4]").value(-1);
    assertThat(traffic(call)).isEqualTo(Traffic.NONE);
  }

  @Test
  void gatherReadsOnlyWhatItTakes() {
    TestCall call = TestCall.onnx("Gather", 13).stored("float32[30522, 8]").input("int64[5]");
    assertThat(traffic(call).readBytes()).hasToString("200");
    assertThat(traffic(call).writeBytes()).hasToString("160");
    assertThat(Steps.FAMILY.role(call.call(), 0)).isEqualTo(InputRole.PARAMETER);
    assertThat(Steps.FAMILY.role(call.call(), 1)).isEqualTo(InputRole.CONSTANT);
  }

  @Test
  void shapeReadsNothingOfTheTensor() {
    Traffic traffic = traffic(TestCall.onnx("Shape", 13).input("float32[batch, 3, 224, 224]"));
    assertThat(traffic.readBytes()).hasToString("0");
    assertThat(traffic.writeBytes()).hasToString("32");
  }

  @Test
  void scatteringCountsOnlyItsReduction() {
    TestCall call =
        TestCall.onnx("ScatterND", 18)
            .input("float32[batch, 5]")
            .input("int64[3, 1]")
            .input("float32[3, 5]");
    assertThat(call.count(Steps.FAMILY)).isFree();
    assertThat(call.attribute("reduction", "mul").count(Steps.FAMILY))
        .hasWork(WorkKind.MULTIPLY, "15")
        .hasOnlyWork(WorkKind.MULTIPLY);
  }

  @Test
  void nonZeroComparesEveryElement() {
    assertThat(TestCall.onnx("NonZero", 13).input("bool[batch, 5]").count(Steps.FAMILY))
        .hasWork(WorkKind.COMPARE, "5*batch");
  }

  @Test
  void sortingForUniqueElementsHasBounds() {
    assertThat(TestCall.onnx("Unique", 11).input("float32[10]").count(Steps.FAMILY))
        .hasWorkBetween(WorkKind.COMPARE, "9", "45");
    assertThat(TestCall.onnx("Unique", 11).input("float32[0]").count(Steps.FAMILY)).hasOnlyWork();
  }

  @Test
  void suppressionComparesBoxesWithTheSelectedAtMost() {
    TestCall call =
        TestCall.onnx("NonMaxSuppression", 10)
            .input("float32[1, 50, 4]")
            .input("float32[1, 2, 50]")
            .value(10);
    assertThat(call.count(Steps.FAMILY))
        .hasWorkBetween(WorkKind.COMPARE, "100", "7100")
        .hasWorkBetween(WorkKind.DIVIDE, "0", "1000")
        .assumes("Sorting");
  }
}
