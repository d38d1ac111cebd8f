package io.modelcounter.rules.expression;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.modelcounter.cost.Formula;
import io.modelcounter.model.AttributeException;
import io.modelcounter.model.ElementType;
import io.modelcounter.model.Shape;
import io.modelcounter.model.ValueType;
import io.modelcounter.spi.Call;
import io.modelcounter.spi.InvalidNodeException;
import io.modelcounter.spi.UnknownInputException;
import io.modelcounter.tck.TestCall;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ExpressionTest {
  private static final Call CALL =
      TestCall.of("com.acme", "Op", 1)
          .input("float32[batch, 6, 8]")
          .stored("float32[8, 10]")
          .value(3, 4, 5)
          .absent()
          .input("float32[?]")
          .input("float32[1, 8]")
          .attribute("heads", 4)
          .attribute("kernel", 3, 5)
          .attribute("scale", 0.5f)
          .call()
          .withOutputs(List.of(ValueType.tensor(ElementType.FLOAT32, Shape.of(2, 10))));

  private static AmountExpression parse(String text) {
    return AmountExpression.parse(text, 1);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "7 | 7",
        "2 + 3 * 4 - 1 | 13",
        "(2 + 3) * 4 | 20",
        "-2 * -3 | 6",
        "10 - 4 - 3 | 3",
        "12 / 4 * 2 | 6",
        "elements(in 0) | 48*batch",
        "elements(in0) | 48*batch",
        "elements(in 0[1:]) | 48",
        "elements(in 0[:-1]) | 6*batch",
        "elements(in 0[-2:-1]) | 6",
        "elements(in 0[1:1]) | 1",
        "elements(broadcast(in 0, in 5)) | 48*batch",
        "elements(broadcast(in 0, in 5)[1:]) | 48",
        "elements(out 0) | 20",
        "rank(in 0) + rank(out 0) | 5",
        "dim(in 0, 0) | batch",
        "dim(in 0, -1) | 8",
        "dim(in 0, attr(axis, 1)) | 6",
        "dim(in 0, attr(heads) - 3) | 6",
        "value(in 2, 0) + value(in 2, -1) | 8",
        "has(in 0) + has(in 3) + has(in 9) | 1",
        "attr(heads) | 4",
        "attr(heads, 1) | 4",
        "attr(other, 2 * 3) | 6",
        "attr('heads') | 4",
        "attr(kernel[0]) | 3",
        "attr(kernel[-1]) | 5",
        "attr(other[0], 1) | 1",
        "prod(kernel) | 15",
        "prod(other, dim(in 0, 1)) | 6",
        "elements(in 0) / dim(in 0, 2) | 6*batch",
        "elements(in 0) / attr(heads) | 12*batch",
        "floor(7 / 2) | 3",
        "floor((dim(in 0, 1) - 3) / 2) + 1 | 2",
        "floor(dim(in 0, 0) / 2) | floor(batch/2)",
        "ceil(7 / 2) | 4",
        "ceil(12 / 3 / 3) | 2",
        "min(3, 2, 5) | 2",
        "max(dim(in 0, 1), 4) | 6",
        "max(dim(in 0, 0), 0) | batch",
        "elements(in 5) * 100000000000000000 * 100 | 80000000000000000000",
      })
  void hasAValue(String text, String value) {
    assertThat(parse(text).value(CALL)).hasToString(value);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "elements(in 4) | the test leaves it open",
        "value(in 1, 0) | the elements of input 1 are not known",
        "dim(in 1, dim(in 0, 0)) | dim(in 0, 0) is batch, not a number",
        "elements(out 0) / (dim(in 0, 0) - 1) | whether the divisor batch - 1 is 0 is not known",
      })
  void isUnknownWithAReason(String text, String reason) {
    assertThatExceptionOfType(UnknownInputException.class)
        .isThrownBy(() -> parse(text).value(CALL))
        .withMessage(reason);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "elements(in 3) | Op needs input 3, which is absent",
        "value(in 3, 0) | Op needs input 3, which is absent",
        "dim(in 1, 2) | input 1 is [8, 10], which has no axis 2",
        "dim(in 1, -3) | input 1 is [8, 10], which has no axis -3",
        "elements(in 1[3:]) | input 1 is [8, 10], which has no axes 3: to take",
        "elements(in 1[:-3]) | input 1 is [8, 10], which has no axes :-3 to take",
        "elements(in 1[2:1]) | input 1 is [8, 10], which has no axes 2:1 to take",
        "value(in 2, 3) | input 2 has 3 elements, and none at position 3",
        "attr(kernel[2]) | attribute kernel has 2 elements, and none at position 2",
        "elements(broadcast(in 1, in 0)) | shapes [8, 10] and [batch, 6, 8] do not broadcast",
        "7 / 2 | 7 does not divide by 2; a rule that means a rounded quotient says floor(...) or"
            + " ceil(...)",
        "7 / (2 - 2) | 7 cannot be divided by 0",
        "floor(7 / 0) | 7 cannot be divided by 0",
        "3 - 5 | the rule \"3 - 5\" gives the negative amount -2",
      })
  void contradictsANode(String text, String message) {
    assertThatExceptionOfType(InvalidNodeException.class)
        .isThrownBy(() -> parse(text).value(CALL))
        .withMessage(message);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "attr(other) | attribute \"other\" is missing",
        "attr(other[0]) | attribute \"other\" is missing",
        "prod(other) | attribute \"other\" is missing",
        "attr(kernel) | attribute \"kernel\" holds INTS, expected INT",
        "attr(scale, 1) | attribute \"scale\" holds FLOAT, expected INT",
        "prod(heads) | attribute \"heads\" holds INT, expected INTS",
      })
  void needsAttributesOfIntegers(String text, String message) {
    assertThatExceptionOfType(AttributeException.class)
        .isThrownBy(() -> parse(text).value(CALL))
        .withMessage(message);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "'a' | character 1: found \"a\", expected a number, a function or a parenthesis",
        "2 + | character 4: found the end, expected a number, a function or a parenthesis",
        "2 3 | character 3: found \"3\", expected an operator or the end",
        "(2 | character 3: found the end, expected \")\"",
        "2.5 | character 2: \".\" has no place here; numbers are integers",
        "2 ^ 3 | character 3: \"^\" has no place here",
        "attr(π) | character 6: \"π\" has no place here",
        "1234567890123456789 | character 1: the number has more than 18 digits",
        "elements in 0 | character 10: found \"in\", expected \"(\"",
        "elements(0) | character 10: found \"0\", expected an input or output, such as in 0 or out"
            + " 0",
        "elements(in) | character 12: found \")\", expected a number of at most 4 digits",
        "elements(in 12345) | character 13: found \"12345\", expected a number of at most 4 digits",
        "elements(in 0[1]) | character 16: found \"]\", expected \":\"",
        "elements(in 0, 1) | character 14: found \",\", expected \")\"",
        "elements(out 1) | character 10: there is no output 1, the rule has 1 outputs",
        "has(out 0) | character 5: found an output, expected an input",
        "dim(in 0) | character 9: found \")\", expected \",\"",
        "attr(3) | character 6: found \"3\", expected the name of an attribute",
        "attr('a) | character 6: the quote is not closed",
        "floor(7) | character 7: found no quotient, expected floor(a / b) with one division"
            + " outside",
        "ceil(7 / 2 + 1) | character 6: found no quotient, expected ceil(a / b) with one division"
            + " outside",
        "size(in 0) | character 1: there is no function \"size\"; there are attr, ceil, dim,"
            + " elements, floor, has, max, min, prod, rank, value",
      })
  void saysWhereATextIsWrong(String text, String message) {
    assertThatExceptionOfType(ExpressionException.class)
        .isThrownBy(() -> parse(text))
        .withMessage(message);
  }

  @Test
  void knowsTheFunctionsThatThereAre() {
    assertThatExceptionOfType(ExpressionException.class)
        .isThrownBy(() -> parse("2 * element(in 0)"))
        .satisfies(
            wrong -> {
              assertThat(wrong.found()).isEqualTo("element");
              assertThat(wrong.known()).contains("elements");
            });
  }

  @Test
  void isNeitherLongNorDeep() {
    assertThat(parse("(".repeat(49) + "1" + ")".repeat(49)).value(CALL)).hasToString("1");
    assertThatExceptionOfType(ExpressionException.class)
        .isThrownBy(() -> parse("(".repeat(50) + "1" + ")".repeat(50)))
        .withMessage("character 51: more than 50 levels inside one another");
    assertThatExceptionOfType(ExpressionException.class)
        .isThrownBy(() -> parse("-".repeat(1000) + "1"))
        .withMessageContaining("more than 50 levels");
    assertThatExceptionOfType(ExpressionException.class)
        .isThrownBy(() -> parse("1 + ".repeat(500) + "1"))
        .withMessageContaining("it has more than 2000 characters");
  }

  @Test
  void explainsWhatItLooksUp() {
    AmountExpression first = parse("2 * elements(in 0[1:]) * dim(in 0, attr(axis, 1))");
    AmountExpression second = parse("elements(in 0[1:]) + has(in 3) + attr(kernel[0])");
    Formula formula =
        second.explainedIn(first.explainedIn(Formula.of(first.toString()), CALL), CALL);

    assertThat(formula.expression()).isEqualTo("2 * elements(in 0[1:]) * dim(in 0, attr(axis, 1))");
    assertThat(formula.terms().stream().map(term -> term.name() + " | " + term.value()))
        .containsExactly(
            "elements(in 0[1:]) | 48",
            "dim(in 0, attr(axis, 1)) | 6",
            "has(in 3) | 0",
            "attr(kernel[0]) | 3");
    assertThat(formula.terms().stream().map(Formula.Term::meaning))
        .containsExactly(
            "elements of input 0[1:]",
            "size of axis attr(axis, 1) of input 0",
            "1 if there is an input 3, otherwise 0",
            "item 0 of attribute kernel");
  }

  private static Shape shape(String... texts) {
    return DimensionsExpression.shape(
        Stream.of(texts).map(DimensionsExpression::parse).toList(), CALL, 0);
  }

  @Test
  void makesShapesOfDimensions() {
    assertThat(shape()).isEqualTo(Shape.scalar());
    assertThat(shape("2", "attr(heads)")).hasToString("[2, 4]");
    assertThat(shape("dims(in 0[:-1])", "dim(in 1, 1)")).hasToString("[batch, 6, 10]");
    assertThat(shape("dims(broadcast(in 0, in 5))")).hasToString("[batch, 6, 8]");
  }

  @Test
  void leavesOneDimensionOpenWhereOneIsNotKnown() {
    Shape shape = shape("dim(in 4, 0)", "8");
    assertThat(shape).hasToString("[Y.dim0, 8]");
    assertThat(shape.dim(0).isDataDependent()).isTrue();
  }

  @Test
  void leavesTheRankOpenWhereThatOfAPartIsNotKnown() {
    Shape shape = shape("8", "dims(in 4)");
    assertThat(shape.hasRank()).isFalse();
    assertThat(shape.unknownReason()).contains("the test leaves it open");
  }

  @Test
  void refusesNegativeDimensions() {
    assertThatExceptionOfType(InvalidNodeException.class)
        .isThrownBy(() -> shape("1", "dim(in 0, 1) - 7"))
        .withMessage(
            "the rule \"dim(in 0, 1) - 7\" gives dimension 1 of output 0 the negative size -1");
  }

  @Test
  void refusesOutputsInShapes() {
    assertThatExceptionOfType(ExpressionException.class)
        .isThrownBy(() -> DimensionsExpression.parse("dims(out 0)"))
        .withMessage(
            "character 6: the outputs are not known where their shapes are said, expected inputs");
    assertThatExceptionOfType(ExpressionException.class)
        .isThrownBy(() -> DimensionsExpression.parse("dims(in 0) * 2"))
        .withMessage("character 12: found \"*\", expected an operator or the end");
  }
}
