package io.modelcounter.cli.reconcile;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.List;
import java.util.Optional;

/** Totals as the tools write them, with their units and their digits. */
public final class PrintedTotal {
  private static final List<String> UNITS = List.of("", "K", "M", "G", "T");
  private static final int POWERS = 3;
  private static final int MOST_DIGITS = 6;

  private PrintedTotal() {}

  /**
   * Writes a total.
   *
   * @param convention id of the convention
   * @param total the total
   * @return for example {@code 1.83 GMac}; empty if the convention is of no tool whose form is
   *     known
   */
  public static Optional<String> of(String convention, BigInteger total) {
    return switch (convention) {
      case "ptflops", "ptflops-nofunctional", "ptflops-aten" -> Optional.of(ptflops(total));
      case "thop" -> Optional.of(thop(total, largest(total, false)));
      case "ultralytics-thop" -> Optional.of(thop(total, largest(total, true)));
      case "torchstat" -> Optional.of(torchstat(total) + "Flops");
      case "torchstat-madd" -> Optional.of(torchstat(total) + "MAdd");
      case "fvcore", "mmengine", "mmengine-eval" -> Optional.of(fvcore(total));
      case "torchinfo" -> Optional.of(torchinfo(total));
      case "torch", "torch-cpu", "torch-training" -> Optional.of(torch(total));
      case "deepspeed", "calflops" -> Optional.of(deepspeed(total) + "FLOPS");
      case "deepspeed-macs", "calflops-macs" -> Optional.of(deepspeed(total) + "MACs");
      default -> Optional.empty();
    };
  }

  private static String ptflops(BigInteger total) {
    int unit = Math.min(largest(total, true), UNITS.indexOf("G"));
    return unit == 0
        ? total + " Mac"
        : python(scaled(total, unit, 2)) + " " + UNITS.get(unit) + "Mac";
  }

  private static String thop(BigInteger total, int unit) {
    return scaled(total, unit, 2).toPlainString() + (unit == 0 ? "B" : UNITS.get(unit));
  }

  private static String torchstat(BigInteger total) {
    int unit = largest(total, true);
    return unit == 0 ? total.toString() : python(scaled(total, unit, 2)) + UNITS.get(unit);
  }

  /** Changes to the next unit at a tenth of it, so that 0.1 G follows 100 M. */
  private static String fvcore(BigInteger total) {
    int unit = 0;
    List<String> units = List.of("", "K", "M", "G", "T", "P");
    for (int next = 1; next < units.size(); next++) {
      if (new BigDecimal(total).compareTo(BigDecimal.ONE.scaleByPowerOfTen(POWERS * next - 1))
          > 0) {
        unit = next;
      }
    }
    return bare(scaled(total, unit, 3)) + units.get(unit);
  }

  private static String torchinfo(BigInteger total) {
    int unit = largest(total, true);
    BigDecimal exact = new BigDecimal(total).movePointLeft(POWERS * unit);
    boolean isWhole = exact.stripTrailingZeros().scale() <= 0;
    String digits =
        isWhole ? exact.toBigInteger().toString() : scaled(total, unit, 2).toPlainString();
    return unit == 0 ? digits : digits + " " + (unit == 1 ? "k" : UNITS.get(unit));
  }

  private static String torch(BigInteger total) {
    List<String> units = List.of("", "K", "M", "B", "T");
    int unit = Math.max(0, Math.min(units.size() - 1, (total.toString().length() - 2) / POWERS));
    return scaled(total, unit, 3).toPlainString() + units.get(unit);
  }

  private static String deepspeed(BigInteger total) {
    int unit = largest(total, true);
    BigDecimal rounded =
        scaled(total, unit, 2).round(new MathContext(MOST_DIGITS, RoundingMode.HALF_EVEN));
    return bare(rounded) + " " + UNITS.get(unit);
  }

  /** Position of the largest unit that a number reaches, or goes beyond. */
  private static int largest(BigInteger total, boolean reaches) {
    int unit = 0;
    for (int next = 1; next < UNITS.size(); next++) {
      int compared = total.compareTo(BigInteger.TEN.pow(POWERS * next));
      if (compared > 0 || (reaches && compared == 0)) {
        unit = next;
      }
    }
    return unit;
  }

  private static BigDecimal scaled(BigInteger total, int unit, int digits) {
    return new BigDecimal(total)
        .movePointLeft(POWERS * unit)
        .setScale(digits, RoundingMode.HALF_EVEN);
  }

  /** Without zeros at the end, but for one after the point, as Python writes a float. */
  private static String python(BigDecimal number) {
    BigDecimal bare = number.stripTrailingZeros();
    return (bare.scale() < 1 ? bare.setScale(1) : bare).toPlainString();
  }

  private static String bare(BigDecimal number) {
    return number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
  }
}
