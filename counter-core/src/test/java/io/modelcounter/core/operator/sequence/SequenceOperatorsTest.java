package io.modelcounter.core.operator.sequence;

import static io.modelcounter.core.operator.sequence.SequenceSamples.sequence;
import static io.modelcounter.tck.ModelCounterAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.modelcounter.cost.Traffic;
import io.modelcounter.model.SequenceType;
import io.modelcounter.model.TensorType;
import io.modelcounter.spi.Inferred;
import io.modelcounter.spi.InvalidNodeException;
import io.modelcounter.symbolic.Comparison;
import io.modelcounter.symbolic.Size;
import io.modelcounter.tck.OperatorFamily;
import io.modelcounter.tck.TestCall;
import org.junit.jupiter.api.Test;

class SequenceOperatorsTest {
  private static final OperatorFamily FAMILY = new OperatorFamily(SequenceOperators.all());

  private static Inferred infer(TestCall call) {
    return call.infer(FAMILY).get(0);
  }

  private static String length(Inferred sequence) {
    return ((SequenceType) sequence.type()).length().map(Size::toString).orElse("unknown");
  }

  private static Size dim(Inferred tensor, int axis) {
    return ((TensorType) tensor.type()).shape().dim(axis);
  }

  @Test
  void constructJoinsTheTypesOfItsMembers() {
    TestCall call = TestCall.onnx("SequenceConstruct", 11).input("float32[batch, 3]");
    Inferred same = infer(call.input("float32[batch, 3]"));
    assertThat(same.type()).hasToString("sequence(float32[batch, 3])");
    assertThat(length(same)).isEqualTo("2");
    assertThat(infer(call.input("float32[batch, 4]")).type())
        .hasToString("sequence(float32[batch, Y.dim1])");
    assertThat(infer(call.input("float32[3]")).type()).hasToString("sequence(float32[?])");
    assertThat(infer(call.input("float32[?]")).type()).hasToString("sequence(float32[?])");
    assertThatThrownBy(() -> infer(call.input("int64[batch, 3]")))
        .isInstanceOf(InvalidNodeException.class);
  }

  @Test
  void theFirstMemberOfAnEmptySequenceGivesItsType() {
    Inferred empty = infer(TestCall.onnx("SequenceEmpty", 11).attribute("dtype", 7L));
    assertThat(empty.type()).hasToString("sequence(int64[?])");
    assertThat(length(empty)).isEqualTo("0");
    Inferred one = infer(TestCall.onnx("SequenceInsert", 11).input(empty).input("int64[n]"));
    assertThat(one.type()).hasToString("sequence(int64[n])");
    assertThat(length(one)).isEqualTo("1");
    assertThatThrownBy(() -> infer(TestCall.onnx("SequenceAt", 11).input(empty).scalarValue(0)))
        .isInstanceOf(InvalidNodeException.class);
    assertThatThrownBy(() -> infer(TestCall.onnx("SequenceErase", 11).input(empty)))
        .isInstanceOf(InvalidNodeException.class);
  }

  @Test
  void twoMembersNeedNotHaveEqualSizes() {
    Inferred parts = infer(TestCall.onnx("SplitToSequence", 11).input("float32[7, 2]").value(3, 4));
    Inferred first =
        infer(TestCall.onnx("SequenceAt", 11).input(parts.type()).scalarValue(0).outputs("A"));
    Inferred second =
        infer(TestCall.onnx("SequenceAt", 11).input(parts.type()).scalarValue(1).outputs("B"));
    assertThat(first).hasSizes("A.dim0", "2");
    assertThat(dim(first, 0).compare(dim(second, 0))).isEqualTo(Comparison.UNDECIDED);
    assertThat(dim(first, 0).largest()).contains(Size.of(4));
  }

  @Test
  void lengthIsFollowed() {
    SequenceType three = sequence("float32[2]", 3);
    assertThat(infer(TestCall.onnx("SequenceLength", 11).input(three))).hasValue(3);
    Inferred two = infer(TestCall.onnx("SequenceErase", 11).input(three));
    assertThat(infer(TestCall.onnx("SequenceLength", 11).input(two))).hasValue(2);
    assertThat(infer(TestCall.onnx("SequenceLength", 11).input("sequence(float32[2])")))
        .hasType("int64[]")
        .hasNoValue();
  }

  @Test
  void splitsIntoParts() {
    TestCall call = TestCall.onnx("SplitToSequence", 11).input("float32[6, n]");
    assertThat(infer(call.scalarValue(2)).type()).hasToString("sequence(float32[2, n])");
    assertThat(length(infer(call.scalarValue(2)))).isEqualTo("3");
    assertThat(infer(call.scalarValue(4)).type()).hasToString("sequence(float32[Y.dim0, n])");
    assertThat(length(infer(call.scalarValue(4)))).isEqualTo("2");
    assertThat(infer(call.value(3, 3)).type()).hasToString("sequence(float32[3, n])");
    assertThat(length(infer(call.input("int64[4]")))).isEqualTo("4");
    assertThat(length(infer(call.input("int64[]")))).isEqualTo("unknown");
    assertThat(infer(call.attribute("axis", 1L)).type()).hasToString("sequence(float32[6, 1])");
    assertThat(length(infer(call.attribute("axis", 1L)))).isEqualTo("n");
    assertThat(infer(call.attribute("keepdims", 0L)).type()).hasToString("sequence(float32[n])");
    assertThatThrownBy(() -> infer(call.scalarValue(0))).isInstanceOf(InvalidNodeException.class);
  }

  @Test
  void joinsMembersOnAnOldOrNewAxis() {
    TestCall call =
        TestCall.onnx("ConcatFromSequence", 11)
            .input(sequence("float32[2, n]", 3))
            .attribute("axis", -1L);
    assertThat(infer(call)).hasSizes("2", "3*n");
    assertThat(infer(call.attribute("new_axis", 1L))).hasSizes("2", "n", "3");
    TestCall unknown =
        TestCall.onnx("ConcatFromSequence", 11)
            .input("sequence(float32[2, n])")
            .attribute("axis", 0L);
    assertThat(infer(unknown)).hasSizes("Y.dim0", "n");
    Inferred parts = infer(TestCall.onnx("SplitToSequence", 11).input("float32[7, 2]").value(3, 4));
    Inferred joined =
        infer(TestCall.onnx("ConcatFromSequence", 11).input(parts.type()).attribute("axis", 0L));
    assertThat(dim(joined, 0).largest()).contains(Size.of(8));
  }

  @Test
  void optionalValuesKeepTheirType() {
    Inferred wrapped = infer(TestCall.onnx("Optional", 15).input("float32[n]"));
    assertThat(wrapped.type()).hasToString("optional(float32[n])");
    assertThat(infer(TestCall.onnx("OptionalGetElement", 15).input(wrapped))).hasType("float32[n]");
    assertThat(infer(TestCall.onnx("OptionalGetElement", 18).sizes("n"))).hasValue("n");
    assertThatThrownBy(() -> infer(TestCall.onnx("Optional", 15)))
        .isInstanceOf(InvalidNodeException.class);
  }

  @Test
  void knowsWhetherAValueIsThereWhereTheTypeSaysSo() {
    TestCall call = TestCall.onnx("OptionalHasElement", 18);
    assertThat(infer(call)).hasType("bool[]").hasValue("false");
    assertThat(infer(call.input("float32[n]"))).hasValue("true");
    assertThat(infer(call.input("optional(float32[n])"))).hasType("bool[]").hasNoValue();
  }

  @Test
  void refusesATensorInPlaceOfASequence() {
    assertThatThrownBy(() -> infer(TestCall.onnx("SequenceLength", 11).input("float32[2]")))
        .isInstanceOf(InvalidNodeException.class)
        .hasMessageContaining("expected a sequence");
  }

  @Test
  void onlySplittingAndJoiningMoveBytes() {
    TestCall at = TestCall.onnx("SequenceAt", 11).input(sequence("float32[4]", 2)).scalarValue(0);
    assertThat(FAMILY.traffic(at.call(FAMILY))).isEqualTo(Traffic.NONE);
    TestCall split = TestCall.onnx("SplitToSequence", 11).input("float32[6, n]").scalarValue(2);
    assertThat(FAMILY.traffic(split.call(FAMILY)).readBytes()).hasToString("24*n");
  }
}
