package io.modelcounter.analysis;

import io.modelcounter.symbolic.Amount;
import io.modelcounter.symbolic.Bindings;
import io.modelcounter.symbolic.Size;
import io.modelcounter.symbolic.Symbol;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Collectors;

/** Finds the largest value of a curve of live bytes. */
final class Peak {
  /** More sizes than this that do not dominate one another are not written as one maximum. */
  private static final int MAX_CANDIDATES = 32;

  /** Values of symbols at which sizes are compared before they are compared for all values. */
  private static final List<Long> SAMPLES = List.of(64L, 1L, 4096L);

  /** A size with its least values at the samples. */
  private record Candidate(Size size, List<BigInteger> samples) {

    static Candidate of(Size size) {
      return new Candidate(
          size, SAMPLES.stream().map(sample -> Candidate.at(size, sample)).toList());
    }

    private static BigInteger at(Size size, long sample) {
      Optional<BigInteger> constant = size.asBigInteger();
      if (constant.isPresent()) {
        return constant.get();
      }
      Map<String, Long> values = new HashMap<>();
      for (Symbol symbol : size.symbols()) {
        if (!symbol.isDataDependent()) {
          values.put(symbol.name(), sample);
        }
      }
      return size.bind(Bindings.of(values)).lowerBound().orElse(BigInteger.ZERO);
    }

    boolean dominates(Candidate other) {
      for (int i = 0; i < samples.size(); i++) {
        if (samples.get(i).compareTo(other.samples.get(i)) < 0) {
          return false;
        }
      }
      return size.isAtLeast(other.size);
    }
  }

  private Peak() {}

  /** The largest value; for symbolic sizes the maximum of those that no other one dominates. */
  static Amount of(List<Amount> curve, List<LiveTensor> tensors) {
    Set<Size> lows = new LinkedHashSet<>();
    Set<Size> highs = new LinkedHashSet<>();
    boolean isOpen = false;
    for (Amount amount : curve) {
      lows.add(amount.low());
      amount.high().ifPresent(highs::add);
      isOpen |= amount.high().isEmpty();
    }
    List<Size> lowCandidates = undominated(lows);
    Set<LiveTensor> inexact =
        tensors.stream()
            .filter(tensor -> !tensor.bytes().isExact())
            .collect(Collectors.toCollection(LinkedHashSet::new));
    if (lowCandidates.size() > MAX_CANDIDATES) {
      return Amount.atLeast(
          lowCandidates.get(0), "which step has the peak hangs on too many symbols");
    }
    Size low = maximum(lowCandidates);
    if (inexact.isEmpty()) {
      return isOpen
          ? Amount.atLeast(low, "the sum of what is alive at once is too complex")
          : Amount.exact(low);
    }
    List<Size> highCandidates = isOpen ? List.of() : undominated(highs);
    return isOpen || highCandidates.size() > MAX_CANDIDATES
        ? Amount.atLeast(low, LiveCurve.reason(inexact))
        : Amount.between(low, maximum(highCandidates), LiveCurve.reason(inexact));
  }

  /** The first step that has the peak, unless that depends on symbols. */
  static OptionalInt step(List<Amount> curve, Amount peak) {
    for (int step = 0; step < curve.size() && peak.isExact(); step++) {
      if (curve.get(step).equals(peak)) {
        return OptionalInt.of(step);
      }
    }
    return OptionalInt.empty();
  }

  private static Size maximum(Collection<Size> sizes) {
    Size result = Size.ZERO;
    for (Size size : sizes) {
      result = result.max(size);
    }
    return result;
  }

  /**
   * The sizes that no other one dominates, or the first of them if they are too many. The largest
   * at a sample come first, because they dominate most of the others.
   */
  private static List<Size> undominated(Set<Size> sizes) {
    List<Candidate> largestFirst = new ArrayList<>(sizes.size());
    sizes.forEach(size -> largestFirst.add(Candidate.of(size)));
    largestFirst.sort(
        Comparator.comparing((Candidate candidate) -> candidate.samples().get(0)).reversed());
    List<Candidate> kept = new ArrayList<>();
    for (Candidate candidate : largestFirst) {
      if (kept.size() > MAX_CANDIDATES) {
        break;
      }
      if (kept.stream().noneMatch(other -> other.dominates(candidate))) {
        kept.add(candidate);
      }
    }
    return kept.stream().map(Candidate::size).toList();
  }
}
