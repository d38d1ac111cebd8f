package io.modelcounter.core.operator.text;

import static io.modelcounter.tck.ModelCounterAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.modelcounter.cost.WorkKind;
import io.modelcounter.model.AttributeValue;
import io.modelcounter.model.ElementType;
import io.modelcounter.model.Scalar;
import io.modelcounter.model.TensorValue;
import io.modelcounter.spi.Inferred;
import io.modelcounter.spi.InvalidNodeException;
import io.modelcounter.tck.OperatorFamily;
import io.modelcounter.tck.TestCall;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class TextOperatorsTest {
  private static final OperatorFamily FAMILY = new OperatorFamily(TextOperators.all());

  private static Inferred output(TestCall call) {
    return call.infer(FAMILY).get(0);
  }

  private static TensorValue texts(String... texts) {
    return TensorValue.vector(ElementType.STRING, Arrays.stream(texts).map(Scalar::text).toList());
  }

  private static AttributeValue words(String... words) {
    return AttributeValue.ofStrings(List.of(words));
  }

  @Test
  void joinsTextsElementByElement() {
    TestCall call = TestCall.onnx("StringConcat", 20);
    assertThat(output(call.values(texts("a", "b")).values(texts("c"))))
        .hasType("string[2]")
        .hasValue("ac", "bc");
    assertThat(output(call.input("string[n, 1]").input("string[4]"))).hasType("string[n, 4]");
    assertThat(call.input("string[2]").input("string[2]").count(FAMILY)).isFree();
  }

  @Test
  void keepsAllTextsWithoutStopWords() {
    assertThat(output(TestCall.onnx("StringNormalizer", 10).input("string[1, n]")))
        .hasType("string[1, n]");
  }

  @Test
  void dropsAnUnknownNumberOfStopWords() {
    TestCall call =
        TestCall.onnx("StringNormalizer", 10)
            .input("string[7]")
            .attribute("stopwords", words("the"));
    assertThat(output(call)).hasType("string[Y.count]");
    assertThat(call.input("string[7]").infer(FAMILY)).hasSize(1);
  }

  @Test
  void dropsStopWordsFromKnownTexts() {
    TestCall call =
        TestCall.onnx("StringNormalizer", 10)
            .values(texts("The", "cat", "sat"))
            .attribute("stopwords", words("the", "sat"))
            .attribute("case_change_action", "UPPER");
    assertThat(output(call)).hasType("string[1]").hasValue("CAT");
    assertThat(output(call.attribute("is_case_sensitive", 1L))).hasValue("THE", "CAT");
    assertThat(output(call.attribute("stopwords", words("the", "cat", "sat")))).hasValue("");
    assertThatThrownBy(() -> output(call.attribute("case_change_action", "TITLE")))
        .isInstanceOf(InvalidNodeException.class);
  }

  @Test
  void splitsTextsIntoAtMostAsManyPartsAsAllowed() {
    TestCall call = TestCall.onnx("StringSplit", 20).outputs("parts", "counts");
    assertThat(call.input("string[n]").shapes(FAMILY))
        .containsExactly("string[n, parts.parts]", "int64[n]");
    TestCall known = call.values(texts("a,b,c", "d")).attribute("delimiter", ",");
    assertThat(known.shapes(FAMILY)).containsExactly("string[2, 3]", "int64[2]");
    assertThat(known.infer(FAMILY).get(1)).hasValue(3, 1);
    assertThat(known.attribute("maxsplit", 1L).infer(FAMILY).get(1)).hasValue(2, 1);
    TestCall words = call.values(texts("  two words ", ""));
    assertThat(words.shapes(FAMILY)).containsExactly("string[2, 2]", "int64[2]");
    assertThat(words.infer(FAMILY).get(1)).hasValue(2, 0);
    assertThat(call.input("string[0]").shapes(FAMILY)).containsExactly("string[0, 0]", "int64[0]");
  }

  @Test
  void matchesGiveTruthValues() {
    assertThat(output(TestCall.onnx("RegexFullMatch", 20).input("string[n, 2]")))
        .hasType("bool[n, 2]");
  }

  @Test
  void countsAsManyNgramsAsTheGreatestIndexSays() {
    assertThat(output(TextSamples.ngrams("TF"))).hasType("float32[batch, 7]");
    assertThat(TextSamples.ngrams("TF").count(FAMILY))
        .hasWorkBetween(WorkKind.ADD, "0", "24*batch");
    assertThat(TextSamples.ngrams("IDF").count(FAMILY))
        .hasWorkBetween(WorkKind.MULTIPLY, "7*batch", "7*batch");
    assertThatThrownBy(() -> output(TestCall.onnx("TfIdfVectorizer", 9).input("int64[4]")))
        .isInstanceOf(InvalidNodeException.class);
  }
}
