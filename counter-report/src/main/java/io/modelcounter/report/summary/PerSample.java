package io.modelcounter.report.summary;

import io.modelcounter.analysis.Analysis;
import io.modelcounter.report.table.Amounts;
import io.modelcounter.report.table.Numbers;
import io.modelcounter.symbolic.Amount;
import io.modelcounter.symbolic.Size;
import java.math.BigInteger;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Totals divided by the number of samples that a model takes at once.
 *
 * @param samples number of samples, at least 1
 */
public record PerSample(Size samples) {
  /** Weights are there once, however many samples there are. */
  private static final Set<String> SHARED = Set.of("parameters", "weightBytes");

  /**
   * The headline numbers that samples share out among them.
   *
   * @param analysis the analysis
   * @return work by MACs and FLOPs, peak of the activations and traffic
   */
  public static List<Headline> totals(Analysis analysis) {
    return Headline.main(analysis.totals()).stream()
        .filter(total -> !SHARED.contains(total.metric()))
        .toList();
  }

  /**
   * What one sample costs.
   *
   * @param total what all samples cost
   * @return the share, if nothing is left over at either end
   */
  public Optional<Amount> of(Amount total) {
    Optional<Size> low = total.low().divideExactly(samples);
    if (low.isEmpty() || total.isExact()) {
      return low.map(Amount::exact);
    }
    String reason = String.join("; ", total.reasons());
    if (total.high().isEmpty()) {
      return low.map(least -> Amount.atLeast(least, reason));
    }
    return total
        .high()
        .flatMap(high -> high.divideExactly(samples))
        .map(most -> Amount.between(low.get(), most, reason));
  }

  /**
   * What one sample costs where something is left over.
   *
   * @param total what all samples cost
   * @return the share in lowest terms, for example {@code 7/2} or {@code (3*batch + 1)/batch}
   */
  public String quotient(Size total) {
    Optional<BigInteger> dividend = total.asBigInteger();
    Optional<BigInteger> divisor = samples.asBigInteger();
    if (dividend.isPresent() && divisor.isPresent()) {
      BigInteger common = dividend.get().gcd(divisor.get());
      return dividend.get().divide(common) + "/" + divisor.get().divide(common);
    }
    return factor(total) + "/" + factor(samples);
  }

  /**
   * What one sample costs, for people, where something is left over.
   *
   * @param total what all samples cost
   * @return a fraction, or the ends of a range over the number of samples
   */
  public String quotient(Amount total) {
    return total.isExact()
        ? quotient(total.low())
        : "(" + Amounts.full(total) + ")/" + factor(samples);
  }

  private static String factor(Size size) {
    String text = size.toString();
    boolean isOne = text.chars().allMatch(c -> Character.isLetterOrDigit(c) || c == '_');
    return isOne ? text : "(" + text + ")";
  }

  /** What the samples are, for example {@code 8 samples}. */
  @Override
  public String toString() {
    return samples.asBigInteger().map(Numbers::grouped).orElseGet(samples::toString) + " samples";
  }
}
