package io.modelcounter.onnx.contrib.text;

import static io.modelcounter.onnx.contrib.text.TextSamples.call;
import static io.modelcounter.onnx.contrib.text.TextSamples.words;
import static io.modelcounter.tck.ModelCounterAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.modelcounter.cost.InputRole;
import io.modelcounter.cost.WorkKind;
import io.modelcounter.model.ElementType;
import io.modelcounter.spi.InvalidNodeException;
import io.modelcounter.tck.OperatorFamily;
import io.modelcounter.tck.TestCall;
import org.junit.jupiter.api.Test;

class TextOperatorsTest {
  private static final OperatorFamily FAMILY = new OperatorFamily(TextOperators.all());

  @Test
  void cutsTextsIntoWords() {
    TestCall call = call("Tokenizer").input("string[batch, 3]");
    assertThat(call.shape(FAMILY)).isEqualTo("string[batch, 3, Y.words]");
    assertThat(call.count(FAMILY)).isFree();
    assertThat(call.withUnknownRanks().shape(FAMILY)).isEqualTo("string[?]");
    assertThat(call("Tokenizer").input("string[0]").shape(FAMILY)).isEqualTo("string[0]");
    assertThat(call("Tokenizer").input("string[5, 0]").shape(FAMILY)).isEqualTo("string[5, 0]");
    assertThatThrownBy(() -> call("Tokenizer").input("string[1, 2, 3]").infer(FAMILY))
        .isInstanceOf(InvalidNodeException.class);
  }

  @Test
  void hashesBlocksOfFourBytes() {
    TestCall call = call("MurmurHash3").input("int64[10]");
    assertThat(call.shape(FAMILY)).isEqualTo("uint32[10]");
    assertThat(call.attribute("positive", 0L).shape(FAMILY)).isEqualTo("int32[10]");
    // two blocks: 2 * 3 + 2 products, 2 additions, 2 * 7 + 7 operations on bits an element
    assertThat(call.count(FAMILY))
        .hasWork(WorkKind.MULTIPLY, ElementType.UINT32, "80")
        .hasWork(WorkKind.ADD, "20")
        .hasWork(WorkKind.BITWISE, "210");
    assertThat(call("MurmurHash3").input("float32[10]").count(FAMILY))
        .hasWork(WorkKind.BITWISE, "140");
  }

  @Test
  void leavesTheLengthsOfTextsOpen() {
    assertThat(call("MurmurHash3").input("string[10]").count(FAMILY))
        .hasWorkAtLeast(WorkKind.BITWISE, "70");
  }

  @Test
  void runsAFilterOverTheCharactersOfEveryWord() {
    assertThat(words().shape(FAMILY)).isEqualTo("float32[batch, 16]");
    // a word: 8 places, 3 characters of 4 numbers under the filter, 16 filters
    assertThat(words().count(FAMILY))
        .hasMultiplyAdds("1536*batch")
        .hasWork(WorkKind.BIAS_ADD, "128*batch")
        .hasWork(WorkKind.HYPERBOLIC, "128*batch")
        .hasWork(WorkKind.COMPARE, "112*batch")
        .assumes("as many characters");
    assertThat(FAMILY.role(words().call(FAMILY), 3)).isEqualTo(InputRole.PARAMETER);
    assertThat(FAMILY.role(words().call(FAMILY), 0)).isEqualTo(InputRole.CONSTANT);
  }

  @Test
  void refusesAFilterThatIsWiderThanAWord() {
    TestCall narrow = call("WordConvEmbedding").input("int32[2, 2]").stored("float32[16, 1, 3, 4]");
    TestCall call = narrow.stored("float32[16]").stored("float32[100, 4]");
    assertThatThrownBy(() -> call.count(FAMILY))
        .isInstanceOf(InvalidNodeException.class)
        .hasMessageContaining("does not fit");
  }
}
