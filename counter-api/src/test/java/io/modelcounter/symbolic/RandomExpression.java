package io.modelcounter.symbolic;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;

/** An expression tree that can be made into a {@link Size} and, independently, be evaluated. */
abstract class RandomExpression {

  /** Sizes that the file names. */
  static final List<Symbol> NAMED =
      List.of(Symbol.named("a"), Symbol.named("b"), Symbol.named("odd name"));

  /** A data-dependent size of at most {@code 3*a + 1}, and one without a bound. */
  static final List<Symbol> DATA =
      List.of(
          Symbol.dataDependent("n", "The data decide n.", Size.parse("3*a + 1")),
          Symbol.dataDependent("m", "The data decide m."));

  abstract Size size();

  /** The value by plain arithmetic; throws ArithmeticException for a division by 0. */
  abstract BigInteger value(Map<String, Long> values);

  static Map<String, Long> values(Random random) {
    Map<String, Long> values = new TreeMap<>();
    for (Symbol symbol : NAMED) {
      values.put(symbol.name(), 1L + random.nextInt(random.nextBoolean() ? 3 : 40));
    }
    values.put("n", (long) random.nextInt(3 * values.get("a").intValue() + 2));
    values.put("m", (long) random.nextInt(random.nextBoolean() ? 3 : 40));
    return values;
  }

  /** An expression in the symbols of the file and, if wanted, data-dependent ones. */
  static RandomExpression of(Random random, int depth, boolean withData) {
    int kind = depth == 0 ? random.nextInt(2) : random.nextInt(10);
    if (kind == 0) {
      return constant(random.nextInt(14) - 4);
    }
    if (kind == 1) {
      List<Symbol> symbols = new ArrayList<>(NAMED);
      if (withData) {
        symbols.addAll(DATA);
      }
      return symbol(symbols.get(random.nextInt(symbols.size())));
    }
    RandomExpression left = of(random, depth - 1, withData);
    RandomExpression right =
        kind >= 6 && random.nextBoolean()
            ? constant(1 + random.nextInt(6))
            : of(random, depth - 1, withData);
    return new Operation(kind, left, right);
  }

  private static RandomExpression constant(long value) {
    return new RandomExpression() {
      @Override
      Size size() {
        return Size.of(value);
      }

      @Override
      BigInteger value(Map<String, Long> values) {
        return BigInteger.valueOf(value);
      }

      @Override
      public String toString() {
        return Long.toString(value);
      }
    };
  }

  private static RandomExpression symbol(Symbol symbol) {
    return new RandomExpression() {
      @Override
      Size size() {
        return Size.of(symbol);
      }

      @Override
      BigInteger value(Map<String, Long> values) {
        return BigInteger.valueOf(values.get(symbol.name()));
      }

      @Override
      public String toString() {
        return symbol.toString();
      }
    };
  }

  private static final class Operation extends RandomExpression {

    private static final List<String> NAMES =
        List.of("", "", "+", "-", "*", "+", "floorDiv", "ceilDiv", "min", "max");

    private final int kind;
    private final RandomExpression left;
    private final RandomExpression right;

    Operation(int kind, RandomExpression left, RandomExpression right) {
      this.kind = kind;
      this.left = left;
      this.right = right;
    }

    @Override
    Size size() {
      Size a = left.size();
      Size b = right.size();
      return switch (NAMES.get(kind)) {
        case "+" -> a.plus(b);
        case "-" -> a.minus(b);
        case "*" -> a.times(b);
        case "floorDiv" -> a.floorDiv(b);
        case "ceilDiv" -> a.ceilDiv(b);
        case "min" -> a.min(b);
        default -> a.max(b);
      };
    }

    @Override
    BigInteger value(Map<String, Long> values) {
      BigInteger a = left.value(values);
      BigInteger b = right.value(values);
      return switch (NAMES.get(kind)) {
        case "+" -> a.add(b);
        case "-" -> a.subtract(b);
        case "*" -> a.multiply(b);
        case "floorDiv" -> floor(a, b);
        case "ceilDiv" -> floor(a.negate(), b).negate();
        case "min" -> a.min(b);
        default -> a.max(b);
      };
    }

    private static BigInteger floor(BigInteger a, BigInteger b) {
      BigInteger rest = b.signum() < 0 ? a.negate().mod(b.negate()).negate() : a.mod(b);
      return a.subtract(rest).divide(b);
    }

    @Override
    public String toString() {
      return "(" + left + " " + NAMES.get(kind) + " " + right + ")";
    }
  }
}
