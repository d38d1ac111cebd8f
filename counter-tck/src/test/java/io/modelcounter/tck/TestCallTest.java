package io.modelcounter.tck;

import static io.modelcounter.tck.ModelCounterAssertions.assertThat;
import static io.modelcounter.tck.ModelCounterAssertions.assertThatThrownBy;

import io.modelcounter.cost.WorkKind;
import io.modelcounter.model.AttributeValue;
import io.modelcounter.model.OperatorId;
import io.modelcounter.spi.Call;
import io.modelcounter.spi.InvalidNodeException;
import io.modelcounter.symbolic.Bindings;
import java.util.List;
import org.junit.jupiter.api.Test;

final class TestCallTest {

  @Test
  void givesTheInputsInOrder() {
    Call call =
        TestCall.onnx("Resize", 19)
            .input("float32[batch, 3, h, w]")
            .absent()
            .stored("float32[4]")
            .value(1, 3, 20, 30)
            .scalarValue(7)
            .sizes("2*batch", "5")
            .call();
    assertThat(call.operator()).isEqualTo(OperatorId.onnx("Resize", 19));
    assertThat(call.inputCount()).isEqualTo(6);
    assertThat(call.hasInput(1)).isFalse();
    assertThat(call.input(0)).hasType("float32[batch, 3, h, w]").hasNoValue();
    assertThat(call.input(2)).hasType("float32[4]").hasNoValue();
    assertThat(call.input(3)).hasType("int64[4]").hasValue(1, 3, 20, 30);
    assertThat(call.input(4)).hasType("int64[]").hasValue(7);
    assertThat(call.input(5)).hasType("int64[2]").hasValue("batch + batch", "5");
    assertThat(List.of(call.isStored(0), call.isStored(2), call.isStored(3), call.isStored(5)))
        .containsExactly(false, true, true, false);
  }

  @Test
  void givesAnEmptyVector() {
    assertThat(TestCall.onnx("Expand", 13).value().call().input(0))
        .hasType("int64[0]")
        .hasValue(new long[0]);
  }

  @Test
  void setsAttributesOfTheKindThatTheValueHas() {
    Call call =
        TestCall.onnx("Any", 1)
            .attribute("axis", 1)
            .attribute("pads", 1, 2)
            .attribute("axes", new long[] {3})
            .attribute("alpha", 0.1)
            .attribute("scales", 0.5, 2.0)
            .attribute("mode", "linear")
            .attribute("other", AttributeValue.ofStrings(List.of("a", "b")))
            .call();
    assertThat(call.attributes().requiredInteger("axis")).isEqualTo(1);
    assertThat(call.attributes().integers("pads").orElseThrow()).containsExactly(1, 2);
    assertThat(call.attributes().integers("axes").orElseThrow()).containsExactly(3);
    assertThat(call.attributes().real("alpha").orElseThrow()).isEqualTo(0.1f);
    assertThat(call.attributes().reals("scales").orElseThrow()).containsExactly(0.5, 2.0);
    assertThat(call.attributes().text("mode")).contains("linear");
    assertThat(call.attributes().texts("other")).contains(List.of("a", "b"));
  }

  @Test
  void hasOneOutputUnlessToldOtherwise() {
    assertThat(Dense.CALL.call().outputCount()).isEqualTo(1);
    Call call = Dense.CALL.outputs("Y", "", "mask").named("dense1").call();
    assertThat(call.name()).isEqualTo("dense1");
    assertThat(call.outputCount()).isEqualTo(3);
    assertThat(call.hasOutput(1)).isFalse();
  }

  @Test
  void leavesTheCallThatItVariesAsItIs() {
    TestCall base = Dense.CALL;
    base.stored("float32[3]").attribute("axis", 1).outputs("Z").named("other");
    assertThat(base).hasToString("test:Dense-1[float32[batch, 4], stored float32[3, 4]]");
  }

  @Test
  void infersAndCounts() {
    Dense dense = new Dense();
    assertThat(Dense.CALL.shape(dense)).isEqualTo("float32[batch, 3]");
    assertThat(Dense.CALL.shapes(dense)).containsExactly("float32[batch, 3]");
    assertThat(Dense.CALL.multiplyAdds(dense)).hasToString("12*batch");
    assertThat(Dense.CALL.stored("float32[3]").work(dense, WorkKind.BIAS_ADD))
        .hasToString("3*batch");
    assertThat(Dense.CALL.call(dense).outputShape(0)).hasToString("[batch, 3]");
  }

  @Test
  void answersForARuleThatRunsIntoAnUnknownShape() {
    Dense dense = new Dense();
    TestCall call = TestCall.of("test", "Dense", 1).input("float32[?]").stored("float32[3, 4]");
    assertThat(call.shape(dense)).isEqualTo("float32[?]");
    assertThat(call.count(dense)).isUnknownBecause("the test leaves it open");
    assertThatThrownBy(() -> call.multiplyAdds(dense))
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining("is not known: unknown");
  }

  @Test
  void letsContradictionsThrough() {
    TestCall call = TestCall.of("test", "Dense", 1).input("float32[2, 5]").stored("float32[3, 4]");
    assertThatThrownBy(() -> call.shape(new Dense()))
        .isInstanceOf(InvalidNodeException.class)
        .hasMessage("input [2, 5] does not fit weight [3, 4]");
  }

  @Test
  void bindsTypesAndElements() {
    TestCall call = TestCall.onnx("Expand", 13).input("float32[batch, 1]").sizes("batch", "2*h");
    Bindings bindings = Bindings.of("batch", 4);
    assertThat(call.symbols()).extracting(Object::toString).containsExactly("batch", "h");
    assertThat(call.bind(bindings).call().input(0)).hasSizes("4", "1");
    assertThat(call.bind(bindings).call().input(1)).hasValue("4", "2*h");
    assertThat(call.bind(bindings).symbols()).extracting(Object::toString).containsExactly("h");
  }

  @Test
  void forgetsShapesOrAllTypes() {
    TestCall call = Dense.CALL.absent().value(2);
    Call ranks = call.withUnknownRanks().call();
    assertThat(ranks.input(0)).hasType("float32[?]");
    assertThat(ranks.hasInput(2)).isFalse();
    assertThat(ranks.input(3)).hasType("int64[?]").hasNoValue();
    assertThat(ranks.isStored(1)).isTrue();
    assertThat(call.withUnknownTypes().call().input(0)).hasType("?");
    Call one = call.withUnknownRank(0).call();
    assertThat(one.input(0)).hasUnknownRank();
    assertThat(one.input(1)).hasSizes("3", "4");
  }

  @Test
  void showsAllThatItWasGiven() {
    assertThat(TestCall.onnx("Any", 2).value(1).absent().sizes("n").attribute("axis", 1))
        .hasToString(
            "ai.onnx:Any-2[stored int64[1] = [1], absent, int64[1] = [n]]"
                + " {axis=AttributeValue[kind=INT, value=1]}");
  }
}
