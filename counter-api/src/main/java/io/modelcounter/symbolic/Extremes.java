package io.modelcounter.symbolic;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The normal form of min and max.
 *
 * <p>A min or max inside is merged where it can be, operands that another one dominates are
 * dropped, and what the operands have in common stands outside: of every monomial the least
 * coefficient, then the greatest common divisor and the greatest common monomial that is not
 * negative.
 */
final class Extremes {

  /** The weight of two operands up to which it is tried to find out which one dominates. */
  private static final int COMPARED_WEIGHT = 300;

  private final boolean greatest;

  private Extremes(boolean greatest) {
    this.greatest = greatest;
  }

  /** The greatest of one or more polynomials, or the least. */
  static Polynomial of(boolean greatest, List<Polynomial> operands) {
    return new Extremes(greatest).of(operands, false);
  }

  /** The extreme of operands of which it may be known already that none dominates another. */
  private Polynomial of(List<Polynomial> operands, boolean undominated) {
    Polynomial common = commonPart(operands);
    List<List<Polynomial>> groups = new ArrayList<>();
    boolean flat = true;
    for (Polynomial operand : operands) {
      List<Polynomial> group = flatten(operand.minus(common));
      flat &= group.size() == 1;
      groups.add(group);
    }
    List<Polynomial> kept =
        flat && undominated ? groups.stream().flatMap(List::stream).toList() : undominated(groups);
    if (kept.size() > Limits.OPERANDS) {
      throw Limits.exceeded(Limits.OPERANDS, "operands of one min or max");
    }
    if (kept.size() == 1) {
      return kept.get(0).plus(common);
    }
    Polynomial extreme = kept.equals(operands) ? scaled(kept) : of(kept, true);
    return extreme.plus(common);
  }

  /** The operands of the only min or max in a sum, each with the rest of the sum. */
  private List<Polynomial> flatten(Polynomial sum) {
    int found = -1;
    ExtremeFactor extreme = null;
    for (int i = 0; i < sum.size(); i++) {
      ExtremeFactor inner = extremeIn(sum.monomial(i));
      if (inner != null) {
        if (extreme != null) {
          return List.of(sum);
        }
        found = i;
        extreme = inner;
      }
    }
    if (extreme == null
        || extreme.isGreatest() != (greatest == (sum.coefficient(found).signum() > 0))
        || sum.monomial(found).exponentOf(extreme) != 1) {
      return List.of(sum);
    }
    Monomial others = sum.monomial(found).without(extreme);
    if (!others.bounds().isAtLeast(0)) {
      return List.of(sum);
    }
    List<Polynomial> operands = new ArrayList<>();
    for (Polynomial operand : extreme.operands()) {
      operands.add(sum.replace(extreme, operand));
    }
    return operands;
  }

  private static @Nullable ExtremeFactor extremeIn(Monomial monomial) {
    for (int i = 0; i < monomial.size(); i++) {
      if (monomial.factor(i) instanceof ExtremeFactor extreme) {
        return extreme;
      }
    }
    return null;
  }

  /** What is left of groups, in none of which one operand dominates another. */
  private List<Polynomial> undominated(List<List<Polynomial>> groups) {
    List<Polynomial> kept = new ArrayList<>();
    for (List<Polynomial> group : groups) {
      List<Polynomial> added = new ArrayList<>(group);
      added.removeIf(operand -> kept.stream().anyMatch(other -> yields(operand, other)));
      kept.removeIf(operand -> added.stream().anyMatch(other -> yields(operand, other)));
      kept.addAll(added);
    }
    return kept;
  }

  /** Whether an operand can be left out beside another one; of two with one value the longer. */
  private boolean yields(Polynomial operand, Polynomial other) {
    boolean isHeavy = operand.weight() + other.weight() > COMPARED_WEIGHT;
    if (isHeavy && operand.asConstant() == null && other.asConstant() == null) {
      return operand.equals(other);
    }
    if (!dominates(other, operand)) {
      return false;
    }
    int order = Long.compare(operand.weight(), other.weight());
    order = order == 0 ? operand.compareTo(other) : order;
    return order >= 0 || !dominates(operand, other);
  }

  private boolean dominates(Polynomial some, Polynomial other) {
    return greatest ? Bounds.isAbove(some, other, 0) : Bounds.isAbove(other, some, 0);
  }

  /** The extreme with what divides all operands outside. */
  private Polynomial scaled(List<Polynomial> operands) {
    BigInteger content = BigInteger.ZERO;
    Monomial common = null;
    for (Polynomial operand : operands) {
      content = operand.content().gcd(content);
      if (!operand.isZero()) {
        common =
            common == null ? operand.commonMonomial() : common.common(operand.commonMonomial());
      }
    }
    Monomial scale = common == null ? Monomial.ONE : nonNegativePart(common);
    List<Polynomial> reduced = new ArrayList<>();
    for (Polynomial operand : operands) {
      reduced.add(operand.dividedBy(scale).dividedBy(content));
    }
    if (scale.isOne() && content.equals(BigInteger.ONE)) {
      Collections.sort(reduced);
      return Polynomial.of(new ExtremeFactor(greatest, reduced));
    }
    // Operands may dominate one another now that they are lighter.
    return of(reduced, false).times(Polynomial.of(scale, content));
  }

  private static Monomial nonNegativePart(Monomial monomial) {
    Monomial part = monomial;
    for (int i = 0; i < monomial.size(); i++) {
      if (!monomial.factor(i).bounds().isAtLeast(0)) {
        part = part.without(monomial.factor(i));
      }
    }
    return part;
  }

  /** Of every monomial its least coefficient, which is 0 where an operand does not have it. */
  private static Polynomial commonPart(List<Polynomial> operands) {
    Map<Monomial, BigInteger> least = new HashMap<>();
    Map<Monomial, Integer> occurrences = new HashMap<>();
    for (Polynomial operand : operands) {
      for (int i = 0; i < operand.size(); i++) {
        least.merge(operand.monomial(i), operand.coefficient(i), BigInteger::min);
        occurrences.merge(operand.monomial(i), 1, Integer::sum);
      }
    }
    PolynomialBuilder common = new PolynomialBuilder();
    least.forEach(
        (monomial, coefficient) -> {
          boolean everywhere = operands.size() == occurrences.getOrDefault(monomial, 0);
          common.add(monomial, everywhere ? coefficient : coefficient.min(BigInteger.ZERO));
        });
    return common.build();
  }
}
