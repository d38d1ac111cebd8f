package io.modelcounter.core.operator.random;

import static io.modelcounter.tck.ModelCounterAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.modelcounter.cost.Traffic;
import io.modelcounter.cost.WorkKind;
import io.modelcounter.model.ElementType;
import io.modelcounter.model.Scalar;
import io.modelcounter.model.TensorValue;
import io.modelcounter.spi.InvalidNodeException;
import io.modelcounter.symbolic.Amount;
import io.modelcounter.tck.TestCall;
import org.junit.jupiter.api.Test;

class RandomOperatorsTest {
  private static final RandomTensor NORMAL = new RandomTensor("RandomNormal", Distribution.NORMAL);
  private static final RandomTensorLike UNIFORM_LIKE =
      new RandomTensorLike("RandomUniformLike", Distribution.UNIFORM);
  private static final RandomTensorLike BERNOULLI =
      new RandomTensorLike("Bernoulli", Distribution.BERNOULLI);
  private static final Multinomial MULTINOMIAL = new Multinomial();
  private static final Dropout DROPOUT = new Dropout();

  private static TensorValue truth(boolean value) {
    return TensorValue.scalar(ElementType.BOOL, Scalar.of(value));
  }

  @Test
  void makesATensorOfTheShapeOfTheAttribute() {
    TestCall call = TestCall.onnx("RandomNormal", 1).attribute("shape", 2L, 3L);
    assertThat(call.shape(NORMAL)).isEqualTo("float32[2, 3]");
    assertThat(call.attribute("dtype", 10L).shape(NORMAL)).isEqualTo("float16[2, 3]");
    assertThat(call.count(NORMAL))
        .hasWork(WorkKind.LOG, "6")
        .hasWork(WorkKind.TRIGONOMETRIC, "6")
        .hasWork(WorkKind.MULTIPLY, "24")
        .assumes("Drawing");
    assertThatThrownBy(() -> TestCall.onnx("RandomNormal", 1).shape(NORMAL))
        .isInstanceOf(InvalidNodeException.class)
        .hasMessageContaining("shape");
  }

  @Test
  void copiesTheShapeOfAnInputThatItDoesNotRead() {
    TestCall call = TestCall.onnx("RandomUniformLike", 1).input("float64[n, 3]");
    assertThat(call.shape(UNIFORM_LIKE)).isEqualTo("float64[n, 3]");
    assertThat(call.attribute("dtype", 1L).shape(UNIFORM_LIKE)).isEqualTo("float32[n, 3]");
    assertThat(call.count(UNIFORM_LIKE))
        .hasWork(WorkKind.MULTIPLY, "3*n")
        .hasWork(WorkKind.ADD, "3*n");
    assertThat(UNIFORM_LIKE.traffic(call.call(UNIFORM_LIKE)).readBytes()).isEqualTo(Amount.zero());
  }

  @Test
  void comparesEveryProbability() {
    TestCall call = TestCall.onnx("Bernoulli", 15).input("float32[n]").attribute("dtype", 9L);
    assertThat(call.shape(BERNOULLI)).isEqualTo("bool[n]");
    assertThat(call.count(BERNOULLI))
        .hasWork(WorkKind.COMPARE, ElementType.FLOAT32, "n")
        .hasOnlyWork(WorkKind.COMPARE);
  }

  @Test
  void drawsSamplesOfEveryRow() {
    TestCall call =
        TestCall.onnx("Multinomial", 7).input("float32[n, 10]").attribute("sample_size", 3L);
    assertThat(call.shape(MULTINOMIAL)).isEqualTo("int32[n, 3]");
    assertThat(call.attribute("dtype", 7L).shape(MULTINOMIAL)).isEqualTo("int64[n, 3]");
    assertThat(call.count(MULTINOMIAL))
        .hasWork(WorkKind.COMPARE, "39*n")
        .hasWork(WorkKind.EXP, "10*n")
        .hasWork(WorkKind.MULTIPLY, "3*n");
    assertThat(call.withUnknownRanks().infer(MULTINOMIAL).get(0)).hasElementType(ElementType.INT32);
  }

  @Test
  void passesTheInputOnAtInference() {
    TestCall call = TestCall.onnx("Dropout", 13).value(4, 5).outputs("Y");
    assertThat(call.infer(DROPOUT).get(0)).hasValue(4, 5);
    assertThat(call.count(DROPOUT)).isFree();
    assertThat(DROPOUT.traffic(call.call(DROPOUT))).isSameAs(Traffic.NONE);
    assertThat(call.absent().values(truth(false)).count(DROPOUT)).isFree();
  }

  @Test
  void givesAMaskOfTheDatasTypeBeforeVersionTen() {
    TestCall old = TestCall.onnx("Dropout", 7).input("float16[n, 3]").outputs("Y", "mask");
    assertThat(old.shapes(DROPOUT)).containsExactly("float16[n, 3]", "float16[n, 3]");
    TestCall now = TestCall.onnx("Dropout", 10).input("float16[n, 3]").outputs("Y", "mask");
    assertThat(now.shapes(DROPOUT)).containsExactly("float16[n, 3]", "bool[n, 3]");
  }

  @Test
  void worksOnlyWhereTrainingIsAskedFor() {
    TestCall call = TestCall.onnx("Dropout", 13).input("float32[n, 3]").absent();
    assertThat(call.values(truth(true)).count(DROPOUT))
        .hasWork(WorkKind.COMPARE, "3*n")
        .hasWork(WorkKind.MULTIPLY, "6*n");
    assertThat(call.input("bool[]").count(DROPOUT)).hasWorkBetween(WorkKind.MULTIPLY, "0", "6*n");
  }
}
