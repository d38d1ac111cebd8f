package io.modelcounter.cost;

import io.modelcounter.symbolic.Bindings;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a counter says about one call: work with its formula, free, or unknown.
 *
 * <p>Free means that nothing is computed (a Reshape); it differs from unknown, which is never taken
 * for zero.
 */
public final class Cost {
  private static final Formula NO_FORMULA = Formula.of("");

  private final Work low;
  private final @Nullable Work high;
  private final Formula formula;
  private final List<String> assumptions;
  private final boolean free;
  private final @Nullable String reason;

  private Cost(
      Work low,
      @Nullable Work high,
      Formula formula,
      List<String> assumptions,
      boolean free,
      @Nullable String reason) {
    this.low = low;
    this.high = high;
    this.formula = formula;
    this.assumptions = assumptions;
    this.free = free;
    this.reason = reason;
  }

  /**
   * Work that is known, possibly as a formula in symbols.
   *
   * @param work the work
   * @param formula how it comes about
   * @return the cost
   */
  public static Cost of(Work work, Formula formula) {
    return new Cost(work, work, formula, List.of(), false, null);
  }

  /**
   * Work between two bounds.
   *
   * @param low the least
   * @param high the most
   * @param formula how the most comes about
   * @param reason why it is not known more exactly
   * @return the cost
   */
  public static Cost between(Work low, Work high, Formula formula, String reason) {
    return new Cost(low, high, formula, List.of(), false, Objects.requireNonNull(reason));
  }

  /**
   * Work with a lower bound only.
   *
   * @param low the least
   * @param formula how the least comes about
   * @param reason why no upper bound is known
   * @return the cost
   */
  public static Cost atLeast(Work low, Formula formula, String reason) {
    return new Cost(low, null, formula, List.of(), false, Objects.requireNonNull(reason));
  }

  /**
   * No work at all, by declaration.
   *
   * @param reason why nothing is computed, for example {@code only the shape changes}
   * @return the cost
   */
  public static Cost free(String reason) {
    return new Cost(Work.NONE, Work.NONE, NO_FORMULA, List.of(), true, reason);
  }

  /**
   * Work of which nothing is known.
   *
   * @param reason why, and what would help
   * @return the cost
   */
  public static Cost unknown(String reason) {
    return new Cost(Work.NONE, null, NO_FORMULA, List.of(), false, Objects.requireNonNull(reason));
  }

  /**
   * This cost with one more assumption that it rests on.
   *
   * @param assumption one sentence
   * @return the new cost
   */
  public Cost assuming(String assumption) {
    List<String> more = new ArrayList<>(assumptions);
    more.add(assumption);
    return new Cost(low, high, formula, List.copyOf(more), free, reason);
  }

  /**
   * The least work.
   *
   * @return lower bound; the work itself if it is known
   */
  public Work low() {
    return low;
  }

  /**
   * The most work.
   *
   * @return upper bound, or empty if none is known
   */
  public Optional<Work> high() {
    return Optional.ofNullable(high);
  }

  /**
   * How the work comes about.
   *
   * @return the formula; its expression is empty for free and unknown costs
   */
  public Formula formula() {
    return formula;
  }

  /**
   * What the numbers rest on beyond the model itself.
   *
   * @return sentences
   */
  public List<String> assumptions() {
    return assumptions;
  }

  /**
   * Tells whether nothing is computed, by declaration.
   *
   * @return true for {@link #free}
   */
  public boolean isFree() {
    return free;
  }

  /**
   * Tells whether nothing is known.
   *
   * @return true for {@link #unknown}
   */
  public boolean isUnknown() {
    return high == null && low.isNone();
  }

  /**
   * Why it is free, unknown or bounded.
   *
   * @return the reason, or empty for known work
   */
  public Optional<String> reason() {
    return Optional.ofNullable(reason);
  }

  /**
   * This cost with symbols replaced by values.
   *
   * @param bindings values of symbols
   * @return the bound cost
   */
  public Cost bind(Bindings bindings) {
    if (bindings.isEmpty()) {
      return this;
    }
    return new Cost(
        low.bind(bindings),
        high == null ? null : high.bind(bindings),
        formula.bind(bindings),
        assumptions,
        free,
        reason);
  }

  @Override
  public String toString() {
    if (free) {
      return "free: " + reason;
    }
    return isUnknown() ? "unknown: " + reason : formula.text() + " = " + low;
  }
}
