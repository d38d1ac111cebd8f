package io.modelcounter.analysis;

import io.modelcounter.symbolic.Amount;
import io.modelcounter.symbolic.Size;
import io.modelcounter.symbolic.TooComplexException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Adds up what is alive at each step, by adding what is made and taking away what has been used.
 */
final class LiveCurve {
  private Size low = Size.ZERO;
  private Size high = Size.ZERO;
  private int open;
  private final Set<LiveTensor> inexact = new LinkedHashSet<>();
  private final Set<LiveTensor> leftOut = new LinkedHashSet<>();

  private LiveCurve() {}

  /** The bytes alive at each step. */
  static List<Amount> of(int steps, List<LiveTensor> tensors) {
    List<List<LiveTensor>> made = new ArrayList<>(steps);
    List<List<LiveTensor>> used = new ArrayList<>(steps);
    for (int i = 0; i < steps; i++) {
      made.add(new ArrayList<>(2));
      used.add(new ArrayList<>(2));
    }
    for (LiveTensor tensor : tensors) {
      made.get(tensor.firstStep()).add(tensor);
      used.get(tensor.lastStep()).add(tensor);
    }
    List<Amount> curve = new ArrayList<>(steps);
    LiveCurve live = new LiveCurve();
    for (int step = 0; step < steps; step++) {
      made.get(step).forEach(live::add);
      curve.add(live.amount());
      used.get(step).forEach(live::remove);
    }
    return List.copyOf(curve);
  }

  /** Why the bytes of values that include inexact ones are not known exactly. */
  static String reason(Set<LiveTensor> inexact) {
    String others = inexact.size() == 1 ? "" : " and of " + (inexact.size() - 1) + " more values";
    return "the bytes of " + inexact.iterator().next().name() + others + " are not known exactly";
  }

  private void add(LiveTensor tensor) {
    Amount bytes = tensor.bytes();
    try {
      Size lowSum = low.plus(bytes.low());
      high = high.plus(bytes.high().orElse(Size.ZERO));
      low = lowSum;
    } catch (TooComplexException tooComplex) {
      leftOut.add(tensor); // the sum then is at least what it is without this value
    }
    if (!bytes.isExact() || leftOut.contains(tensor)) {
      inexact.add(tensor);
      open += isOpen(tensor) ? 1 : 0;
    }
  }

  private void remove(LiveTensor tensor) {
    if (inexact.remove(tensor) && isOpen(tensor)) {
      open--;
    }
    if (!leftOut.remove(tensor)) {
      low = low.minus(tensor.bytes().low());
      high = high.minus(tensor.bytes().high().orElse(Size.ZERO));
    }
  }

  private boolean isOpen(LiveTensor tensor) {
    return tensor.bytes().high().isEmpty() || leftOut.contains(tensor);
  }

  private Amount amount() {
    if (inexact.isEmpty()) {
      return Amount.exact(low);
    }
    String reason = reason(inexact);
    return open > 0 ? Amount.atLeast(low, reason) : Amount.between(low, high, reason);
  }
}
