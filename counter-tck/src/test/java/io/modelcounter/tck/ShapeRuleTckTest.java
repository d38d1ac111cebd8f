package io.modelcounter.tck;

import static io.modelcounter.tck.Kits.run;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.modelcounter.model.ElementType;
import io.modelcounter.model.Shape;
import io.modelcounter.spi.Inferred;
import io.modelcounter.spi.InvalidNodeException;
import io.modelcounter.spi.ShapeRule;
import io.modelcounter.symbolic.Size;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

final class ShapeRuleTckTest {

  @Test
  void findsAnExceptionForAnUnknownShape() {
    ShapeRule rule =
        Kits.rule(
            call -> {
              if (!call.shapeIfKnown(0).hasRank()) {
                throw new InvalidNodeException("no shape");
              }
              return new Dense().outputs(call);
            });
    assertThatThrownBy(() -> run(Kits.ofRule(rule, Dense.CALL).s1AnswersForUnknownShapes()))
        .isInstanceOf(InvalidNodeException.class);
  }

  @Test
  void findsAWrongElementTypeForAnUnknownShape() {
    ShapeRule rule =
        Kits.rule(
            call -> List.of(Inferred.tensor(ElementType.INT64, Shape.of(call.shape(0).rank()))));
    assertThatThrownBy(() -> run(Kits.ofRule(rule, Dense.CALL).s1AnswersForUnknownShapes()))
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining("float32[?]")
        .hasMessageContaining("int64[2]");
  }

  @Test
  void findsSymbolicSizesThatDisagreeWithNumbers() {
    ShapeRule rule =
        Kits.rule(
            call -> {
              Size batch = call.shape(0).dim(0);
              Size wrong = batch.isConstant() ? batch.plus(Size.ONE) : batch;
              return List.of(Inferred.tensor(ElementType.FLOAT32, Shape.of(wrong)));
            });
    assertThatThrownBy(() -> run(Kits.ofRule(rule, Dense.CALL).s2SymbolicSizesAgreeWithNumbers()))
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining("float32[16]")
        .hasMessageContaining("float32[17]");
  }

  @Test
  void findsAnOutputThatIsMissing() {
    TestCall two = Dense.CALL.outputs("Y", "Z");
    assertThatThrownBy(() -> run(Kits.ofRule(new Dense(), two).s3GivesEveryOutput()))
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining("outputs of");
  }

  @Test
  void findsARuleThatRemembersCalls() {
    AtomicLong calls = new AtomicLong();
    ShapeRule rule =
        Kits.rule(
            call ->
                List.of(Inferred.tensor(ElementType.FLOAT32, Shape.of(calls.incrementAndGet()))));
    assertThatThrownBy(() -> run(Kits.ofRule(rule, Dense.CALL).s4AnswersTheSameTwice()))
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining("second answer");
  }

  @Test
  void findsAnExceptionThatIsNotDeclared() {
    ShapeRule rule =
        Kits.rule(
            call ->
                List.of(
                    Inferred.tensor(ElementType.FLOAT32, Shape.of(call.shape(0).dims().get(0)))));
    assertThatThrownBy(() -> run(Kits.ofRule(rule, Dense.CALL).s6ThrowsOnlyWhatIsDeclared()))
        .isInstanceOf(AssertionError.class)
        .hasCauseInstanceOf(IndexOutOfBoundsException.class);
  }

  @Test
  void findsASpecialCaseThatContradictsTheSymbolicAnswer() {
    ShapeRule rule =
        Kits.rule(
            call -> {
              Size batch = call.shape(0, 2).dim(0);
              return List.of(
                  Inferred.tensor(
                      ElementType.FLOAT32, batch.isOne() ? Shape.scalar() : Shape.of(batch)));
            });
    assertThatThrownBy(() -> run(Kits.ofRule(rule, Dense.CALL).s7HoldsForRandomSizes()))
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining("with batch = 1");
  }

  @Test
  void wantsASampleOfEveryOperator() {
    TestCall other = TestCall.of("test", "ShapeOf", 1).input("float32[2]");
    assertThatThrownBy(() -> run(Kits.ofRule(new Dense(), other).s5AnswersForEveryOperator()))
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining("does not declare the operator of sample test:ShapeOf-1");
    assertThatThrownBy(() -> run(Kits.ofRule(new Dense()).s5AnswersForEveryOperator()))
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining("samples() must give a sample of");
  }

  @Test
  void wantsASampleWithSymbols() {
    TestCall numbers =
        TestCall.of("test", "Dense", 1).input("float32[2, 4]").stored("float32[3, 4]");
    assertThatThrownBy(
            () -> run(Kits.ofRule(new Dense(), numbers).s2SymbolicSizesAgreeWithNumbers()))
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining("a sample with a symbol");
  }
}
