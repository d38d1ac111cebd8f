package io.modelcounter.analysis;

import io.modelcounter.cost.NamedAmount;
import io.modelcounter.symbolic.Amount;
import io.modelcounter.symbolic.Size;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The totals of one model under several conventions, and why they differ.
 *
 * @see Analysis#terms()
 */
public final class Reconciliation {
  /** Name of what the parts of a total leave open. */
  public static final String NOT_BROKEN_DOWN = "not broken down";

  private final Analysis analysis;

  private Reconciliation(Analysis analysis) {
    this.analysis = analysis;
  }

  /**
   * Two totals part by part.
   *
   * @param first id of the first convention
   * @param second id of the second convention
   * @param firstTotal total under the first convention
   * @param secondTotal total under the second convention
   * @param terms the parts of either; their differences add up to that of the totals wherever all
   *     of them are exact
   */
  public record Difference(
      String first, String second, Amount firstTotal, Amount secondTotal, List<Term> terms) {

    /**
     * Makes a difference.
     *
     * @param first id of the first convention
     * @param second id of the second convention
     * @param firstTotal total under the first convention
     * @param secondTotal total under the second convention
     * @param terms the parts of either
     */
    public Difference {
      terms = List.copyOf(terms);
    }

    /**
     * First total less the second.
     *
     * @return the difference, which may be negative; empty if a total is not exact
     */
    public Optional<Size> total() {
      return less(firstTotal, secondTotal);
    }
  }

  /**
   * A part of two totals.
   *
   * @param name what was counted
   * @param first how much the first convention counts; exactly 0 if it does not count it
   * @param second how much the second one counts; a part {@value #NOT_BROKEN_DOWN} may be negative
   * @param difference first less second, which may be negative; empty if one is not exact
   */
  public record Term(String name, Amount first, Amount second, Optional<Size> difference) {}

  /**
   * Reconciles the totals of an analysis.
   *
   * @param analysis an analysis that was asked for its terms
   * @return the reconciliation
   * @throws IllegalArgumentException if the analysis has no terms
   */
  public static Reconciliation of(Analysis analysis) {
    if (analysis.terms().isEmpty()) {
      throw new IllegalArgumentException("The analysis was not asked what totals consist of.");
    }
    return new Reconciliation(analysis);
  }

  /**
   * The analysis that totals and parts come from.
   *
   * @return the analysis
   */
  public Analysis analysis() {
    return analysis;
  }

  /**
   * Total under a convention.
   *
   * @param convention its id
   * @return the total
   * @throws IllegalArgumentException if the analysis does not have the convention
   */
  public Amount total(String convention) {
    require(convention);
    return analysis.totals().amount(convention);
  }

  /**
   * What a total consists of.
   *
   * @param convention id of the convention
   * @return parts of different names
   * @throws IllegalArgumentException if the analysis does not have the convention
   */
  public List<NamedAmount> terms(String convention) {
    require(convention);
    return analysis.terms().getOrDefault(convention, List.of());
  }

  /**
   * Compares two totals part by part. Where the parts of a convention do not add up to its total,
   * what they leave open is a part of its own, {@value #NOT_BROKEN_DOWN}.
   *
   * @param first id of a convention
   * @param second id of another one
   * @return the difference
   * @throws IllegalArgumentException if the analysis does not have the conventions
   */
  public Difference between(String first, String second) {
    Set<String> names = new LinkedHashSet<>();
    terms(first).forEach(term -> names.add(term.name()));
    terms(second).forEach(term -> names.add(term.name()));
    List<Term> terms = new ArrayList<>();
    for (String name : names) {
      Amount ofFirst = named(first, name);
      Amount ofSecond = named(second, name);
      terms.add(new Term(name, ofFirst, ofSecond, less(ofFirst, ofSecond)));
    }
    open(first, second).ifPresent(terms::add);
    return new Difference(first, second, total(first), total(second), terms);
  }

  /** What the parts leave open; empty if that is nothing or cannot be said. */
  private Optional<Term> open(String first, String second) {
    Optional<Size> ofFirst = open(first);
    Optional<Size> ofSecond = open(second);
    if (ofFirst.isEmpty()
        || ofSecond.isEmpty()
        || (ofFirst.get().isZero() && ofSecond.get().isZero())) {
      return Optional.empty();
    }
    return Optional.of(
        new Term(
            NOT_BROKEN_DOWN,
            Amount.exact(ofFirst.get()),
            Amount.exact(ofSecond.get()),
            Optional.of(ofFirst.get().minus(ofSecond.get()))));
  }

  private Optional<Size> open(String convention) {
    Amount parts = Amount.sum(terms(convention).stream().map(NamedAmount::amount).toList());
    return less(total(convention), parts);
  }

  private Amount named(String convention, String name) {
    return terms(convention).stream()
        .filter(term -> term.name().equals(name))
        .map(NamedAmount::amount)
        .findFirst()
        .orElse(Amount.zero());
  }

  private static Optional<Size> less(Amount first, Amount second) {
    return first.isExact() && second.isExact()
        ? Optional.of(first.exactValue().minus(second.exactValue()))
        : Optional.empty();
  }

  private void require(String convention) {
    if (!analysis.terms().containsKey(convention)) {
      throw new IllegalArgumentException("The analysis has no convention " + convention + ".");
    }
  }
}
