package io.modelcounter.tck;

import io.modelcounter.cost.Cost;
import io.modelcounter.cost.Work;
import io.modelcounter.cost.WorkKind;
import io.modelcounter.model.ElementType;
import io.modelcounter.symbolic.Size;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;
import org.assertj.core.api.AbstractAssert;
import org.jspecify.annotations.Nullable;

/** Assertions on costs. */
public final class CostAssert extends AbstractAssert<CostAssert, Cost> {

  CostAssert(@Nullable Cost actual) {
    super(actual, CostAssert.class);
  }

  /**
   * Checks an amount of work that is known.
   *
   * @param kind kind of work, over all element types
   * @param amount the amount, for example {@code 12*batch}; {@code 0} if there is none
   * @return this
   */
  public CostAssert hasWork(WorkKind kind, String amount) {
    return hasAmount(kind.toString(), known().amount(kind), amount);
  }

  /**
   * Checks an amount of work that is known.
   *
   * @param kind kind of work
   * @param type element type
   * @param amount the amount, for example {@code 12*batch}; {@code 0} if there is none
   * @return this
   */
  public CostAssert hasWork(WorkKind kind, ElementType type, String amount) {
    Work.Key key = new Work.Key(kind, type);
    Size found = known().amounts().getOrDefault(key, Size.ZERO);
    return hasAmount(kind + " of " + type, found, amount);
  }

  /**
   * Checks the multiply-adds.
   *
   * @param amount the amount, for example {@code 12*batch}
   * @return this
   */
  public CostAssert hasMultiplyAdds(String amount) {
    return hasWork(WorkKind.MULTIPLY_ADD, amount);
  }

  /**
   * Checks that there is work of certain kinds and of no other.
   *
   * @param kinds the kinds; none if there must be no work
   * @return this
   */
  public CostAssert hasOnlyWork(WorkKind... kinds) {
    Set<WorkKind> expected = EnumSet.noneOf(WorkKind.class);
    expected.addAll(Arrays.asList(kinds));
    Set<WorkKind> found = EnumSet.noneOf(WorkKind.class);
    known().amounts().keySet().forEach(key -> found.add(key.kind()));
    if (!found.equals(expected)) {
      failWithMessage("Expected work of kinds <%s> only but found <%s>", expected, found);
    }
    return this;
  }

  /**
   * Checks the bounds of an amount of work.
   *
   * @param kind kind of work, over all element types
   * @param low the least
   * @param high the most
   * @return this
   */
  public CostAssert hasWorkBetween(WorkKind kind, String low, String high) {
    isNotNull();
    if (actual.high().isEmpty()) {
      failWithMessage("Expected an upper bound but found: %s", Costs.describe(actual));
    }
    hasAmount("least " + kind, actual.low().amount(kind), low);
    return hasAmount("most " + kind, actual.high().orElseThrow().amount(kind), high);
  }

  /**
   * Checks the lower bound of an amount of work that has no upper bound.
   *
   * @param kind kind of work, over all element types
   * @param low the least
   * @return this
   */
  public CostAssert hasWorkAtLeast(WorkKind kind, String low) {
    isNotNull();
    if (actual.high().isPresent()) {
      failWithMessage("Expected no upper bound but found: %s", Costs.describe(actual));
    }
    return hasAmount("least " + kind, actual.low().amount(kind), low);
  }

  /**
   * Checks that nothing is computed, by declaration.
   *
   * @return this
   */
  public CostAssert isFree() {
    isNotNull();
    if (!actual.isFree()) {
      failWithMessage("Expected a free cost but found: %s", Costs.describe(actual));
    }
    return this;
  }

  /**
   * Checks that nothing is known.
   *
   * @return this
   */
  public CostAssert isUnknown() {
    isNotNull();
    if (!actual.isUnknown()) {
      failWithMessage("Expected an unknown cost but found: %s", Costs.describe(actual));
    }
    return this;
  }

  /**
   * Checks that nothing is known, and why.
   *
   * @param part a part of the reason
   * @return this
   */
  public CostAssert isUnknownBecause(String part) {
    isUnknown();
    String reason = actual.reason().orElse("");
    if (!reason.contains(part)) {
      failWithMessage("Expected a reason with <%s> but found <%s>", part, reason);
    }
    return this;
  }

  /**
   * Checks that the cost rests on an assumption.
   *
   * @param part a part of the assumption
   * @return this
   */
  public CostAssert assumes(String part) {
    isNotNull();
    if (actual.assumptions().stream().noneMatch(assumption -> assumption.contains(part))) {
      failWithMessage(
          "Expected an assumption with <%s> but found <%s>", part, actual.assumptions());
    }
    return this;
  }

  private Work known() {
    isNotNull();
    if (!Costs.isKnown(actual)) {
      failWithMessage("Expected known work but found: %s", Costs.describe(actual));
    }
    return actual.low();
  }

  private CostAssert hasAmount(String what, Size found, String expected) {
    if (!found.toString().equals(Texts.size(expected))) {
      failWithMessage(
          "Expected <%s> of %s but found <%s> in: %s",
          expected, what, found, Costs.describe(actual));
    }
    return this;
  }
}
