package io.modelcounter.onnx.contrib.elementwise;

import static io.modelcounter.onnx.contrib.elementwise.ElementwiseSamples.biasDropout;
import static io.modelcounter.onnx.contrib.elementwise.ElementwiseSamples.call;
import static io.modelcounter.tck.ModelCounterAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.modelcounter.cost.InputRole;
import io.modelcounter.cost.Traffic;
import io.modelcounter.cost.WorkKind;
import io.modelcounter.model.ElementType;
import io.modelcounter.model.Scalar;
import io.modelcounter.model.TensorValue;
import io.modelcounter.spi.InvalidNodeException;
import io.modelcounter.tck.OperatorFamily;
import io.modelcounter.tck.TestCall;
import org.junit.jupiter.api.Test;

class FusedFunctionTest {
  private static final OperatorFamily FAMILY = new OperatorFamily(ElementwiseOperators.all());

  private static InputRole role(TestCall call, int input) {
    return FAMILY.role(call.call(FAMILY), input);
  }

  @Test
  void geluTakesFiveOperationsAndABiasOneMore() {
    // 8 elements a row: division, error function, addition, two multiplications
    assertThat(call("Gelu").input("float32[batch, 8]").count(FAMILY))
        .hasWork(WorkKind.DIVIDE, "8*batch")
        .hasWork(WorkKind.ERROR_FUNCTION, "8*batch")
        .hasWork(WorkKind.ADD, "8*batch")
        .hasWork(WorkKind.MULTIPLY, "16*batch");
    TestCall biased = call("BiasGelu").input("float32[batch, 8]").stored("float32[8]");
    assertThat(biased.count(FAMILY))
        .hasWork(WorkKind.ADD, "16*batch")
        .hasWork(WorkKind.ERROR_FUNCTION, "8*batch");
    assertThat(role(biased, 1)).isEqualTo(InputRole.PARAMETER);
    assertThat(role(biased, 0)).isEqualTo(InputRole.CONSTANT);
  }

  @Test
  void fastGeluTakesATangentAndMayHaveABias() {
    TestCall plain = call("FastGelu").input("float16[10]");
    // 0.5 * x * (1 + tanh(a * x + b * x * x * x)): 6 products, 2 sums
    assertThat(plain.count(FAMILY))
        .hasWork(WorkKind.HYPERBOLIC, ElementType.FLOAT16, "10")
        .hasWork(WorkKind.MULTIPLY, "60")
        .hasWork(WorkKind.ADD, "20");
    assertThat(plain.stored("float16[10]").count(FAMILY)).hasWork(WorkKind.ADD, "30");
  }

  @Test
  void quickGeluMultipliesByAlphaUnlessThatIsOne() {
    TestCall call = call("QuickGelu").input("float32[10]");
    assertThat(call.count(FAMILY)).hasWork(WorkKind.MULTIPLY, "20").hasWork(WorkKind.EXP, "10");
    assertThat(call.attribute("alpha", 1.0).count(FAMILY)).hasWork(WorkKind.MULTIPLY, "10");
  }

  @Test
  void learnsTheChannelsFromTheBias() {
    TestCall call = call("BiasGelu").input("float32[batch, n]").stored("float32[8]");
    assertThat(call.shape(FAMILY)).isEqualTo("float32[batch, 8]");
    assertThatThrownBy(
            () -> call("BiasGelu").input("float32[2, 3]").stored("float32[8]").infer(FAMILY))
        .isInstanceOf(InvalidNodeException.class)
        .hasMessageContaining("other channels than bias [8]");
  }

  @Test
  void addsBiasAndSkippedTensor() {
    TestCall call =
        call("BiasAdd").input("float32[2, 5, 8]").stored("float32[8]").input("float32[2, 5, 8]");
    assertThat(call.count(FAMILY)).hasWork(WorkKind.ADD, "160").hasOnlyWork(WorkKind.ADD);
    assertThat(role(call, 1)).isEqualTo(InputRole.PARAMETER);
    assertThat(role(call, 2)).isEqualTo(InputRole.OPERAND);
  }

  @Test
  void multipliesByTheGateBeforeItAdds() {
    TestCall call =
        call("GatedAdd").input("float32[2, 8]").input("float32[2, 8]").input("float32[2, 1]");
    assertThat(call.shape(FAMILY)).isEqualTo("float32[2, 8]");
    assertThat(call.count(FAMILY)).hasWork(WorkKind.MULTIPLY, "16").hasWork(WorkKind.ADD, "16");
  }

  @Test
  void splitsIntoTwoHalvesOfWhichOneIsActivated() {
    TestCall call = call("BiasSplitGelu").input("float16[batch, 5, 8]").stored("float16[8]");
    assertThat(call.shape(FAMILY)).isEqualTo("float16[batch, 5, 4]");
    // 40 biases, and for each of 20 outputs a Gelu with one addition, and a product
    assertThat(call.count(FAMILY))
        .hasWork(WorkKind.ADD, "60*batch")
        .hasWork(WorkKind.ERROR_FUNCTION, "20*batch")
        .hasWork(WorkKind.MULTIPLY, "60*batch");
    assertThatThrownBy(
            () -> call("BiasSplitGelu").input("float16[2, 5]").stored("float16[5]").infer(FAMILY))
        .isInstanceOf(InvalidNodeException.class)
        .hasMessageContaining("two equal halves");
  }

  @Test
  void addsABiasToEveryElementOfASoftmax() {
    TestCall call = call("BiasSoftmax").input("float32[2, 3, 4, 5]").input("float32[1, 3, 1, 5]");
    // rows of all elements from axis 1 on: 2 rows of 60
    assertThat(call.count(FAMILY))
        .hasWork(WorkKind.COMPARE, "118")
        .hasWork(WorkKind.ADD, "358")
        .hasWork(WorkKind.EXP, "120")
        .hasWork(WorkKind.DIVIDE, "120");
    assertThat(call.attribute("axis", 3).count(FAMILY)).hasWork(WorkKind.COMPARE, "96");
    assertThat(call.withUnknownRanks().count(FAMILY)).isUnknown();
  }

  @Test
  void addsBiasAndResidualAtInference() {
    assertThat(biasDropout().count(FAMILY)).hasWork(WorkKind.ADD, "16*batch");
    TestCall withoutResidual = call("BiasDropout").input("float32[4, 8]").stored("float32[8]");
    assertThat(withoutResidual.count(FAMILY)).hasWork(WorkKind.ADD, "32").hasOnlyWork(WorkKind.ADD);
    assertThat(role(withoutResidual, 1)).isEqualTo(InputRole.PARAMETER);
  }

  @Test
  void dropsInTrainingOnly() {
    TensorValue yes = TensorValue.scalar(ElementType.BOOL, Scalar.of(true));
    assertThat(biasDropout().values(yes).count(FAMILY))
        .hasWork(WorkKind.COMPARE, "8*batch")
        .hasWork(WorkKind.MULTIPLY, "16*batch")
        .assumes("random numbers");
    assertThat(biasDropout().input("bool[]").count(FAMILY))
        .hasWorkBetween(WorkKind.COMPARE, "0", "8*batch")
        .hasWorkBetween(WorkKind.ADD, "16*batch", "16*batch");
    TestCall plain = call("BitmaskDropout").input("float32[8]");
    assertThat(plain.count(FAMILY)).isFree();
    assertThat(plain.withUnknownRanks().count(FAMILY)).isFree();
    assertThat(FAMILY.traffic(plain.call(FAMILY))).isEqualTo(Traffic.NONE);
  }

  @Test
  void packsThirtyTwoElementsIntoANumberOfABitMask() {
    TestCall packed =
        call("BitmaskDropout").input("float32[3, 11]").absent().absent().outputs("Y", "mask");
    assertThat(packed.shapes(FAMILY)).containsExactly("float32[3, 11]", "uint32[2]");
    assertThat(biasDropout().outputs("Y", "mask").shapes(FAMILY))
        .containsExactly("float32[batch, 8]", "bool[batch, 8]");
    assertThat(packed.withUnknownRanks().shapes(FAMILY)).containsExactly("float32[?]", "uint32[?]");
  }

  @Test
  void multipliesComplexNumbers() {
    TestCall call = call("ComplexMulConj").input("float32[3, 5, 2]").input("float32[5, 2]");
    assertThat(call.shape(FAMILY)).isEqualTo("float32[3, 5, 2]");
    // 15 complex products of 4 multiplications and 2 additions
    assertThat(call.count(FAMILY)).hasWork(WorkKind.MULTIPLY, "60").hasWork(WorkKind.ADD, "30");
    assertThat(role(call, 1)).isEqualTo(InputRole.OPERAND);
  }
}
