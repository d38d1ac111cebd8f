package io.modelcounter.report.html;

import io.modelcounter.analysis.LayerCost;
import io.modelcounter.report.table.Amounts;
import io.modelcounter.report.table.Yardstick;
import io.modelcounter.symbolic.Amount;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Layers that do about as many FLOPs for every byte that they move.
 *
 * @param label the range of FLOPs a byte
 * @param layers the layers
 */
record Intensity(String label, List<LayerCost> layers) {
  private static final MathContext DIGITS = new MathContext(3, RoundingMode.HALF_UP);
  private static final int LEAST = -3;
  private static final int MOST = 12;

  /** Groups layers by the power of two below their FLOPs a byte, the lowest first. */
  static List<Intensity> of(List<LayerCost> layers) {
    List<LayerCost> still = new ArrayList<>();
    List<LayerCost> unknown = new ArrayList<>();
    Map<Integer, List<LayerCost>> powers = new TreeMap<>();
    for (LayerCost layer : layers) {
      Optional<BigInteger> flops = known(layer.amount("flops"));
      Optional<BigInteger> bytes = known(moved(layer));
      if (layer.amount("flops").equals(Amount.zero())) {
        still.add(layer);
      } else if (flops.isEmpty() || bytes.isEmpty() || flops.get().signum() == 0) {
        unknown.add(layer);
      } else {
        int power = bytes.get().signum() == 0 ? MOST : power(flops.get(), bytes.get());
        powers.computeIfAbsent(power, key -> new ArrayList<>()).add(layer);
      }
    }
    List<Intensity> groups = new ArrayList<>();
    add("none: no FLOPs", still, groups);
    powers.forEach((power, group) -> add(label(power), group, groups));
    add("not known", unknown, groups);
    return groups;
  }

  private static Amount moved(LayerCost layer) {
    return layer.traffic().readBytes().plus(layer.traffic().writeBytes());
  }

  /** FLOPs a byte with three digits, on the yardstick where sizes are open. */
  static Optional<String> ratio(Amount flops, Amount bytes) {
    Optional<BigInteger> divisor = known(bytes).filter(value -> value.signum() > 0);
    if (divisor.isEmpty()) {
      return Optional.empty();
    }
    return known(flops)
        .map(
            value ->
                new BigDecimal(value)
                    .divide(new BigDecimal(divisor.get()), DIGITS)
                    .toPlainString());
  }

  Amount flops() {
    return Amounts.sum(layers.stream().map(layer -> layer.amount("flops")).toList());
  }

  /** Bytes that the layers read and write. */
  Amount bytes() {
    return Amounts.sum(layers.stream().map(Intensity::moved).toList());
  }

  private static Optional<BigInteger> known(Amount amount) {
    return Amounts.isKnown(amount) ? Yardstick.length(amount) : Optional.empty();
  }

  private static int power(BigInteger flops, BigInteger bytes) {
    int power = MOST;
    while (power > LEAST - 1 && !isAtLeast(flops, bytes, power)) {
      power--;
    }
    return power;
  }

  private static boolean isAtLeast(BigInteger flops, BigInteger bytes, int power) {
    return power >= 0
        ? flops.compareTo(bytes.shiftLeft(power)) >= 0
        : flops.shiftLeft(-power).compareTo(bytes) >= 0;
  }

  private static String label(int power) {
    if (power < LEAST) {
      return "below " + number(LEAST);
    }
    return power == MOST ? number(MOST) + " and more" : number(power) + " to " + number(power + 1);
  }

  private static String number(int power) {
    return power < 0 ? "1/" + (1 << -power) : Integer.toString(1 << power);
  }

  private static void add(String label, List<LayerCost> layers, List<Intensity> groups) {
    if (!layers.isEmpty()) {
      groups.add(new Intensity(label, layers));
    }
  }
}
