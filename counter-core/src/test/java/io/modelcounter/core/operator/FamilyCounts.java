package io.modelcounter.core.operator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import io.modelcounter.cost.Formula;
import io.modelcounter.spi.LayerCounter;
import io.modelcounter.spi.ShapeRule;
import io.modelcounter.spi.support.Operator;
import io.modelcounter.tck.LayerCounterTck;
import io.modelcounter.tck.TestCall;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The rules that every counter keeps, tried on the operators of a family. */
public abstract class FamilyCounts extends LayerCounterTck {
  private final List<Operator> operators;
  private final WholeFamily family;
  private final List<TestCall> samples;

  protected FamilyCounts(List<Operator> family, List<TestCall> samples) {
    this.operators = family;
    this.family = new WholeFamily(family);
    this.samples = samples;
  }

  @Test
  void explainsItsWorkInNamedTerms() {
    for (TestCall sample : samples) {
      Formula formula = sample.count(family).formula();
      Set<String> names =
          formula.terms().stream().map(Formula.Term::name).collect(Collectors.toSet());
      assertThat(formula.expression().split("[-+*/() ]+"))
          .as(sample.toString())
          .allMatch(word -> word.matches("[0-9]*") || names.contains(word));
    }
  }

  @Test
  void throwsOnlyWhatIsDeclaredHoweverWrongACallIs() {
    assertThatCode(() -> WrongCalls.ask(operators, samples)).doesNotThrowAnyException();
  }

  @Override
  protected LayerCounter counter() {
    return family;
  }

  @Override
  protected ShapeRule shapeRule() {
    return family;
  }

  @Override
  protected List<TestCall> samples() {
    return samples;
  }
}
