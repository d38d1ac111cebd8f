package io.modelcounter.tck;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.modelcounter.cost.Cost;
import io.modelcounter.cost.Formula;
import io.modelcounter.cost.Work;
import io.modelcounter.cost.WorkKind;
import io.modelcounter.model.ElementType;
import io.modelcounter.model.Scalar;
import io.modelcounter.model.SequenceType;
import io.modelcounter.model.Shape;
import io.modelcounter.model.TensorValue;
import io.modelcounter.model.ValueType;
import io.modelcounter.spi.Inferred;
import io.modelcounter.symbolic.Size;
import io.modelcounter.symbolic.Symbol;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class RefinementTest {
  private static final Work FEW = work(3);
  private static final Work MANY = work(5);
  private static final Formula FORMULA = Formula.of("n");

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "?; float32[2]",
        "float32[?]; float32[2]",
        "unknown[2]; float32[2]",
        "float32[2, h]; float32[2, h]",
        "optional(float32[?]); optional(float32[2])",
        "map(int64, float32[?]); map(int64, float32[2])",
        "sparse(float32[?]); sparse(float32[2])",
        "sequence(?); sequence(float32[2])"
      })
  void allowsWhatWasOpenToClose(String less, String more) {
    Inferred before = Inferred.of(Types.parse(less));
    Inferred after = Inferred.of(Types.parse(more));
    assertThatCode(() -> Refinement.requireOutputs("x", List.of(before), List.of(after)))
        .doesNotThrowAnyException();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "float32[2]; ?",
        "float32[2]; float32[?]",
        "float32[2]; float16[2]",
        "float32[2]; float32[3]",
        "float32[2]; float32[h]",
        "float32[2]; float32[2, 1]",
        "float32[h]; float32[h + 1]",
        "float32[2]; sequence(float32[2])",
        "map(int64, float32[2]); map(string, float32[2])"
      })
  void refusesWhatWasKnownToChange(String less, String more) {
    Inferred before = Inferred.of(Types.parse(less));
    Inferred after = Inferred.of(Types.parse(more));
    assertThatThrownBy(() -> Refinement.requireOutputs("x", List.of(before), List.of(after)))
        .isInstanceOf(AssertionError.class);
  }

  @Test
  void holdsDataDependentSizesToTheirBounds() {
    Size count = Size.of(Symbol.dataDependent("n", "it depends on the data", Size.of(4)));
    ValueType open = ValueType.tensor(ElementType.INT64, Shape.of(count));
    assertThatCode(() -> require(open, Types.parse("int64[4]"))).doesNotThrowAnyException();
    assertThatThrownBy(() -> require(open, Types.parse("int64[5]")))
        .isInstanceOf(AssertionError.class);
  }

  @Test
  void comparesLengthsOfSequences() {
    ValueType element = Types.parse("float32[2]");
    ValueType two = new SequenceType(element, Optional.of(Size.of(2)));
    ValueType three = new SequenceType(element, Optional.of(Size.of(3)));
    assertThatCode(() -> require(Types.parse("sequence(float32[2])"), two))
        .doesNotThrowAnyException();
    assertThatThrownBy(() -> require(two, three)).isInstanceOf(AssertionError.class);
  }

  @Test
  void comparesElements() {
    Inferred symbolic = elements(Scalar.of(2), Scalar.UNKNOWN, Scalar.real(0.1));
    Inferred numeric = elements(Scalar.of(2), Scalar.of(3), Scalar.real(0.1f));
    assertThatCode(() -> Refinement.requireOutputs("x", List.of(symbolic), List.of(numeric)))
        .doesNotThrowAnyException();
    assertThatThrownBy(() -> Refinement.requireOutputs("x", List.of(numeric), List.of(symbolic)))
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining("elements of output 0");
    assertThatThrownBy(
            () ->
                Refinement.requireOutputs(
                    "x", List.of(numeric), List.of(Inferred.of(numeric.type()))))
        .isInstanceOf(AssertionError.class);
  }

  @Test
  void holdsCostsToTheirBounds() {
    Cost bounded = Cost.between(FEW, MANY, FORMULA, "a branch");
    allows(Cost.unknown("no shape"), Cost.free("a view"));
    allows(Cost.atLeast(FEW, FORMULA, "a loop"), bounded);
    allows(bounded, Cost.of(work(4), FORMULA));
    allows(Cost.of(FEW, FORMULA), Cost.of(FEW, FORMULA));
    refuses(bounded, Cost.of(work(2), FORMULA));
    refuses(bounded, Cost.of(work(6), FORMULA));
    refuses(bounded, Cost.atLeast(FEW, FORMULA, "a loop"));
    refuses(Cost.of(Work.NONE, FORMULA), Cost.free("a view"));
  }

  private static void allows(Cost less, Cost more) {
    assertThatCode(() -> Refinement.requireCost("x", less, more)).doesNotThrowAnyException();
  }

  private static void refuses(Cost less, Cost more) {
    assertThatThrownBy(() -> Refinement.requireCost("x", less, more))
        .isInstanceOf(AssertionError.class);
  }

  private static void require(ValueType less, ValueType more) {
    Refinement.requireOutputs("x", List.of(Inferred.of(less)), List.of(Inferred.of(more)));
  }

  private static Inferred elements(Scalar... elements) {
    return Inferred.of(TensorValue.vector(ElementType.FLOAT32, List.of(elements)));
  }

  private static Work work(long additions) {
    return Work.of(WorkKind.ADD, ElementType.FLOAT32, Size.of(additions));
  }
}
