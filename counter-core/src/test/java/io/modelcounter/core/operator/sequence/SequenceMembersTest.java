package io.modelcounter.core.operator.sequence;

import static io.modelcounter.tck.ModelCounterAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.modelcounter.model.AttributeValue;
import io.modelcounter.spi.Inferred;
import io.modelcounter.spi.InvalidNodeException;
import io.modelcounter.tck.OperatorFamily;
import io.modelcounter.tck.TestCall;
import io.modelcounter.tck.Types;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What is known of members one by one. */
class SequenceMembersTest {
  private static final OperatorFamily FAMILY = new OperatorFamily(SequenceOperators.all());

  private static Inferred infer(TestCall call) {
    return call.infer(FAMILY).get(0);
  }

  private static TestCall call(String operator) {
    return TestCall.onnx(operator, 18);
  }

  /** Parts of 3, 3 and 1 rows. */
  private static Inferred parts() {
    return infer(call("SplitToSequence").input("float32[7, n]").scalarValue(3));
  }

  private static List<String> members(Inferred sequence) {
    return sequence.members().orElseThrow().stream().map(Inferred::toString).toList();
  }

  @Test
  void followsPartsOfDifferentLengths() {
    assertThat(members(parts())).containsExactly("float32[3, n]", "float32[3, n]", "float32[1, n]");
    assertThat(members(infer(call("SplitToSequence").input("float32[7, n]").value(2, 5))))
        .containsExactly("float32[2, n]", "float32[5, n]");
  }

  @Test
  void takesOutTheMemberAtAPlace() {
    assertThat(infer(call("SequenceAt").input(parts()).scalarValue(1))).hasSizes("3", "n");
    assertThat(infer(call("SequenceAt").input(parts()).scalarValue(-1))).hasSizes("1", "n");
    assertThat(infer(call("SequenceAt").input(parts()).input("int64[]")).type())
        .hasToString("float32[Y.dim0, n]");
    assertThatThrownBy(() -> infer(call("SequenceAt").input(parts()).scalarValue(3)))
        .isInstanceOf(InvalidNodeException.class)
        .hasMessage("position 3 is out of range, there are 3");
  }

  @Test
  void insertsAndErasesAtAPlace() {
    TestCall insert = call("SequenceInsert").input(parts()).input("float32[9, n]");
    assertThat(members(infer(insert))).last().hasToString("float32[9, n]");
    assertThat(members(infer(insert.scalarValue(-4)))).first().hasToString("float32[9, n]");
    assertThat(infer(insert.input("int64[]")).members()).isEmpty();
    TestCall erase = call("SequenceErase").input(parts());
    assertThat(infer(erase).type()).hasToString("sequence(float32[3, n])");
    assertThat(members(infer(erase.scalarValue(0))))
        .containsExactly("float32[3, n]", "float32[1, n]");
    assertThat(infer(erase.input("int64[]")).members()).isEmpty();
  }

  @Test
  void joinsMembersOfDifferentLengths() {
    TestCall join = call("ConcatFromSequence").input(parts());
    assertThat(infer(join.attribute("axis", 0L))).hasSizes("7", "n");
    assertThatThrownBy(() -> infer(join.attribute("axis", 1L)))
        .isInstanceOf(InvalidNodeException.class)
        .hasMessageContaining("do not agree in axis 0");
  }

  @Test
  void keepsElementsThroughASequence() {
    Inferred pair = infer(call("SequenceConstruct").sizes("batch").value(8));
    assertThat(infer(call("SequenceAt").input(pair).scalarValue(0))).hasValue("batch");
    assertThat(infer(call("ConcatFromSequence").input(pair).attribute("axis", 0L)))
        .hasValue("batch", "8");
    Inferred scalars = infer(call("SequenceConstruct").scalarValue(4).scalarValue(5));
    assertThat(
            infer(
                call("ConcatFromSequence")
                    .input(scalars)
                    .attribute("axis", 0L)
                    .attribute("new_axis", 1L)))
        .hasValue(4, 5);
    Inferred split = infer(call("SplitToSequence").value(5, 6, 7).attribute("keepdims", 0L));
    assertThat(infer(call("SequenceAt").input(split).scalarValue(2)))
        .hasType("int64[]")
        .hasValue(7);
  }

  @Test
  void doesNotAskForTheFirstMemberOfNone() {
    Inferred none = infer(call("SequenceEmpty"));

    assertThat(none.members()).contains(List.of());
    assertThatThrownBy(() -> infer(call("ConcatFromSequence").input(none).attribute("axis", 0L)))
        .isInstanceOf(InvalidNodeException.class);
  }

  @Test
  void refusesPartsThatAreNotTheWhole() {
    assertThatThrownBy(() -> infer(call("SplitToSequence").input("float32[7]").value(3, 3)))
        .isInstanceOf(InvalidNodeException.class)
        .hasMessageContaining("do not add up to the length 7");
  }

  @Test
  void doesNotFollowTheMembersOfALongSequence() {
    int many = Inferred.MAX_MEMBERS + 1;
    Inferred sequence = infer(call("SplitToSequence").input("float32[" + many + ", 2]"));

    assertThat(sequence.members()).isEmpty();
    assertThat(sequence.type()).hasToString("sequence(float32[1, 2])");
    TestCall construct = call("SequenceConstruct");
    for (String member : Collections.nCopies(many, "float32[2]")) {
      construct = construct.input(member);
    }
    assertThat(infer(construct).members()).isEmpty();
  }

  @Test
  void knowsWhetherAnOptionalValueIsThere() {
    Inferred there = infer(call("Optional").sizes("batch"));
    Inferred absent =
        infer(
            call("Optional")
                .attribute(
                    "type",
                    new AttributeValue(AttributeValue.Kind.TYPE, Types.parse("float32[2]"))));

    assertThat(infer(call("OptionalHasElement").input(there))).hasValue("true");
    assertThat(infer(call("OptionalGetElement").input(there))).hasValue("batch");
    assertThat(infer(call("OptionalHasElement").input(absent))).hasValue("false");
    assertThatThrownBy(() -> infer(call("OptionalGetElement").input(absent)))
        .isInstanceOf(InvalidNodeException.class);
  }
}
