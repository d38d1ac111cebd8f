package io.modelcounter.analysis;

import io.modelcounter.symbolic.Amount;
import io.modelcounter.symbolic.Bindings;
import io.modelcounter.symbolic.Size;
import io.modelcounter.symbolic.Symbol;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/**
 * Bytes of activations that are alive at each step of the execution of the main graph.
 *
 * <p>A step executes one node. Graph inputs live from the first step to their last use, graph
 * outputs to the last step, and the inputs and outputs of a node at once; views allocate; stored
 * tensors are not counted.
 */
public final class MemoryProfile {
  private static final long SAMPLE = 64;

  private final List<String> steps;
  private final List<LiveTensor> tensors;
  private final List<Amount> curve;
  private final Amount peak;
  private final OptionalInt peakStep;

  private MemoryProfile(List<String> steps, List<LiveTensor> tensors) {
    this.steps = steps;
    this.tensors = tensors;
    this.curve = curve(steps.size(), tensors);
    this.peak = peak(curve);
    this.peakStep = peakStep(curve, peak);
  }

  /**
   * Works out the curve and its peak.
   *
   * @param steps names of the nodes in execution order
   * @param tensors what is alive when
   * @return the profile
   */
  public static MemoryProfile of(List<String> steps, List<LiveTensor> tensors) {
    return new MemoryProfile(List.copyOf(steps), List.copyOf(tensors));
  }

  /**
   * Names of the nodes in execution order.
   *
   * @return one name a step
   */
  public List<String> steps() {
    return steps;
  }

  /**
   * Everything that is alive at some step.
   *
   * @return the tensors
   */
  public List<LiveTensor> tensors() {
    return tensors;
  }

  /**
   * Bytes alive while each node is executed.
   *
   * @return one amount a step
   */
  public List<Amount> curve() {
    return curve;
  }

  /**
   * Largest value of the curve; for symbolic sizes the maximum of the steps that no other
   * dominates.
   *
   * @return the peak
   */
  public Amount peak() {
    return peak;
  }

  /**
   * Step at which the peak is reached.
   *
   * @return the first such step, or empty if it depends on symbols
   */
  public OptionalInt peakStep() {
    return peakStep;
  }

  /**
   * What is alive at a step.
   *
   * @param step the step
   * @return the tensors, in the order in which they were made
   */
  public List<LiveTensor> aliveAt(int step) {
    return tensors.stream()
        .filter(tensor -> tensor.firstStep() <= step && step <= tensor.lastStep())
        .toList();
  }

  /**
   * This profile with symbols replaced by values; the peak is found anew.
   *
   * @param bindings values of symbols
   * @return the bound profile
   */
  public MemoryProfile bind(Bindings bindings) {
    return of(steps, tensors.stream().map(tensor -> tensor.bind(bindings)).toList());
  }

  private static List<Amount> curve(int steps, List<LiveTensor> tensors) {
    List<List<LiveTensor>> born = new ArrayList<>();
    List<List<LiveTensor>> dying = new ArrayList<>();
    for (int i = 0; i < steps; i++) {
      born.add(new ArrayList<>(2));
      dying.add(new ArrayList<>(2));
    }
    for (LiveTensor tensor : tensors) {
      born.get(tensor.firstStep()).add(tensor);
      dying.get(tensor.lastStep()).add(tensor);
    }
    List<Amount> curve = new ArrayList<>(steps);
    LiveSum live = new LiveSum();
    for (int step = 0; step < steps; step++) {
      born.get(step).forEach(tensor -> live.add(tensor.bytes()));
      curve.add(live.amount());
      dying.get(step).forEach(tensor -> live.remove(tensor.bytes()));
    }
    return List.copyOf(curve);
  }

  private static Amount peak(List<Amount> curve) {
    Set<Size> lows = new LinkedHashSet<>();
    Set<Size> highs = new LinkedHashSet<>();
    Set<String> reasons = new LinkedHashSet<>();
    boolean open = false;
    for (Amount amount : curve) {
      lows.add(amount.low());
      Optional<Size> high = amount.high();
      open |= high.isEmpty();
      high.ifPresent(highs::add);
      reasons.addAll(amount.reasons());
    }
    Size low = maximum(lows);
    if (reasons.isEmpty() && !open) {
      return Amount.exact(low);
    }
    String reason = String.join("; ", reasons);
    return open ? Amount.atLeast(low, reason) : Amount.between(low, maximum(highs), reason);
  }

  /**
   * Maximum of many sizes without those that another one dominates. The sizes that are largest for
   * a sample of the symbols come first, because they dominate most of the others.
   */
  private static Size maximum(Set<Size> sizes) {
    List<Size> largestFirst = new ArrayList<>(sizes);
    Map<Size, BigInteger> samples = new HashMap<>();
    largestFirst.forEach(size -> samples.put(size, sample(size)));
    largestFirst.sort(Comparator.comparing((Size size) -> samples.get(size)).reversed());
    List<Size> candidates = new ArrayList<>();
    for (Size size : largestFirst) {
      if (candidates.stream().noneMatch(candidate -> candidate.isAtLeast(size))) {
        candidates.add(size);
      }
    }
    Size result = Size.ZERO;
    for (Size candidate : candidates) {
      result = result.max(candidate);
    }
    return result;
  }

  private static BigInteger sample(Size size) {
    Optional<BigInteger> constant = size.asBigInteger();
    if (constant.isPresent()) {
      return constant.get();
    }
    Map<String, Long> values = new HashMap<>();
    for (Symbol symbol : size.symbols()) {
      if (!symbol.isDataDependent()) {
        values.put(symbol.name(), SAMPLE);
      }
    }
    return size.bind(Bindings.of(values)).lowerBound().orElse(BigInteger.ZERO);
  }

  private static OptionalInt peakStep(List<Amount> curve, Amount peak) {
    for (int step = 0; step < curve.size(); step++) {
      if (peak.isExact() && curve.get(step).isExact() && curve.get(step).low().equals(peak.low())) {
        return OptionalInt.of(step);
      }
    }
    return OptionalInt.empty();
  }

  /** Running sum from which amounts can be taken away again. */
  private static final class LiveSum {
    private Size low = Size.ZERO;
    private Size high = Size.ZERO;
    private final List<Amount> inexact = new ArrayList<>();

    void add(Amount amount) {
      low = low.plus(amount.low());
      high = high.plus(amount.high().orElse(Size.ZERO));
      if (!amount.isExact()) {
        inexact.add(amount);
      }
    }

    void remove(Amount amount) {
      low = low.minus(amount.low());
      high = high.minus(amount.high().orElse(Size.ZERO));
      if (!amount.isExact()) {
        inexact.remove(amount);
      }
    }

    Amount amount() {
      if (inexact.isEmpty()) {
        return Amount.exact(low);
      }
      Set<String> reasons = new LinkedHashSet<>();
      boolean open = false;
      for (Amount amount : inexact) {
        reasons.addAll(amount.reasons());
        open |= amount.high().isEmpty();
      }
      String reason = String.join("; ", reasons);
      return open ? Amount.atLeast(low, reason) : Amount.between(low, high, reason);
    }
  }
}
