package io.modelcounter.core.operator.tensor;

import static io.modelcounter.core.operator.tensor.Steps.FAMILY;
import static io.modelcounter.core.operator.tensor.Steps.infer;
import static io.modelcounter.tck.ModelCounterAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.modelcounter.cost.InputRole;
import io.modelcounter.spi.InvalidNodeException;
import io.modelcounter.tck.TestCall;
import org.junit.jupiter.api.Test;

class JoiningAndSplittingTest {

  private static TestCall concat(long axis, String... types) {
    TestCall call = TestCall.onnx("Concat", 13).attribute("axis", axis);
    for (String type : types) {
      call = call.input(type);
    }
    return call;
  }

  @Test
  void joinsAlongOneAxis() {
    assertThat(infer(concat(1, "float32[batch, past, 64]", "float32[batch, n, 64]")))
        .hasSizes("batch", "n + past", "64");
    assertThat(infer(concat(-1, "float32[2, 3]", "float32[2, 4]", "float32[2, 5]")))
        .hasSizes("2", "12");
    assertThat(infer(TestCall.onnx("Concat", 1).input("float32[2, 3]").input("float32[2, 4]")))
        .hasSizes("2", "7");
  }

  @Test
  void takesFromEachInputWhatItKnows() {
    assertThat(infer(concat(1, "float32[batch, 3, h]", "float32[2, 4, w]")))
        .hasSizes("2", "7", "h");
    assertThat(infer(concat(0, "float32[?]", "float32[2, 3]"))).hasSizes("Y.part0 + 2", "3");
    assertThat(infer(concat(0, "float32[?]", "float32[?]"))).hasUnknownRank();
  }

  @Test
  void doublyRoundedSizesMayBeEqual() {
    assertThat(infer(concat(1, "float32[1, 8, 2*floor(h/8)]", "float32[1, 8, floor(h/4)]")))
        .hasSizes("1", "16", "floor(h/4)");
  }

  @Test
  void emptyVectorsAreLeftOut() {
    assertThat(infer(concat(1, "float32[0]", "float32[2, 3]"))).hasSizes("2", "3");
  }

  @Test
  void refusesTensorsThatDoNotAgree() {
    assertThatThrownBy(() -> infer(concat(1, "float32[2, 3]", "float32[3, 3]")))
        .isInstanceOf(InvalidNodeException.class)
        .hasMessageContaining("axis 0");
    assertThatThrownBy(() -> infer(concat(0, "float32[2, 3]", "float32[3]")))
        .isInstanceOf(InvalidNodeException.class);
    assertThatThrownBy(() -> infer(concat(2, "float32[2, 3]")))
        .isInstanceOf(InvalidNodeException.class);
  }

  private static TestCall split(int version, String type) {
    return TestCall.onnx("Split", version).input(type).attribute("axis", -1L).outputs("A", "B");
  }

  @Test
  void splitsEvenly() {
    assertThat(split(13, "float32[batch, 6]").shapes(FAMILY))
        .containsExactly("float32[batch, 3]", "float32[batch, 3]");
    assertThat(split(11, "float32[batch, 4*n]").shapes(FAMILY))
        .containsExactly("float32[batch, 2*n]", "float32[batch, 2*n]");
    assertThatThrownBy(() -> split(13, "float32[batch, 7]").shapes(FAMILY))
        .isInstanceOf(InvalidNodeException.class);
  }

  @Test
  void theLastPartMayBeShorterSinceVersionEighteen() {
    TestCall call = split(18, "float32[batch, 7]").attribute("num_outputs", 2L);
    assertThat(call.shapes(FAMILY)).containsExactly("float32[batch, 4]", "float32[batch, 3]");
    assertThat(split(18, "float32[n]").attribute("num_outputs", 2L).shapes(FAMILY))
        .containsExactly("float32[floor((n + 1)/2)]", "float32[n - floor((n + 1)/2)]");
    TestCall fourOfFive =
        split(18, "float32[5]").attribute("num_outputs", 4L).outputs("A", "B", "C", "D");
    assertThatThrownBy(() -> fourOfFive.shapes(FAMILY)).isInstanceOf(InvalidNodeException.class);
  }

  @Test
  void splitsIntoGivenLengths() {
    assertThat(split(2, "float32[6]").attribute("split", 2, 4).shapes(FAMILY))
        .containsExactly("float32[2]", "float32[4]");
    assertThat(split(13, "float32[6]").value(2, 4).shapes(FAMILY))
        .containsExactly("float32[2]", "float32[4]");
    assertThat(split(13, "float32[n]").sizes("2", "n - 2").shapes(FAMILY))
        .containsExactly("float32[2]", "float32[n - 2]");
    assertThat(split(13, "float32[6]").input("int64[2]").shapes(FAMILY))
        .containsExactly("float32[A.part]", "float32[B.part]");
    assertThatThrownBy(() -> split(13, "float32[6]").value(2, 3).shapes(FAMILY))
        .hasMessageContaining("add up");
    assertThatThrownBy(() -> split(13, "float32[6]").value(2, 3, 1).shapes(FAMILY))
        .isInstanceOf(InvalidNodeException.class);
  }

  @Test
  void tensorsThatAreJoinedMayBeLearnedUnlessTheyAreVectors() {
    TestCall call = concat(1, "float32[n, 4, 8]").stored("float32[n, 1, 8]");
    assertThat(FAMILY.role(call.call(), 1)).isEqualTo(InputRole.OPERAND);
    TestCall stored = TestCall.onnx("Concat", 13).stored("float32[4, 8]").stored("float32[4, 8]");
    assertThat(FAMILY.role(stored.call(), 0)).isEqualTo(InputRole.OPERAND);
    TestCall vectors = concat(0, "int64[n]").stored("int64[1]");
    assertThat(FAMILY.role(vectors.call(), 1)).isEqualTo(InputRole.CONSTANT);
    TestCall open = concat(0, "float32[4]").stored("float32[?]");
    assertThat(FAMILY.role(open.call(), 1)).isEqualTo(InputRole.CONSTANT);
  }
}
