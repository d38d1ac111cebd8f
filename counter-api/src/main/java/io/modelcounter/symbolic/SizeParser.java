package io.modelcounter.symbolic;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

/** Reads the text of an expression, exactly, with fractions where a floor or ceil rounds them. */
final class SizeParser {

  private static final int LONGEST_TEXT = 1_000_000;
  private static final int MOST_DIGITS = 9_000;
  private static final Set<String> FUNCTIONS = Set.of("floor", "ceil", "min", "max");
  private static final Set<String> RESERVED = Set.of("floor", "min", "max");

  /** A quotient in lowest terms as far as known, and where it was divided. */
  private record Fraction(Size numerator, Size denominator, int position) {

    static Fraction of(Size size) {
      return new Fraction(size, Size.ONE, 0);
    }

    static Fraction of(Size numerator, Size denominator, int position) {
      return numerator
          .divideExactly(denominator)
          .map(Fraction::of)
          .orElseGet(() -> new Fraction(numerator, denominator, position));
    }

    boolean isWhole() {
      return denominator.isOne();
    }

    Fraction plus(Fraction other) {
      return of(
          numerator.times(other.denominator).plus(other.numerator.times(denominator)),
          denominator.times(other.denominator),
          Math.max(position, other.position));
    }

    Fraction times(Fraction other) {
      return of(
          numerator.times(other.numerator),
          denominator.times(other.denominator),
          Math.max(position, other.position));
    }

    Fraction dividedBy(Fraction other, int at) {
      return of(numerator.times(other.denominator), denominator.times(other.numerator), at);
    }

    Fraction negate() {
      return new Fraction(numerator.negate(), denominator, position);
    }

    Size floor() {
      return numerator.floorDiv(denominator);
    }

    Size ceil() {
      return numerator.ceilDiv(denominator);
    }
  }

  private final String text;
  private final Function<String, Symbol> symbols;
  private int position;
  private int depth;

  SizeParser(String text, Function<String, Symbol> symbols) {
    this.text = text;
    this.symbols = symbols;
  }

  Size parse() {
    if (text.length() > LONGEST_TEXT) {
      throw error(LONGEST_TEXT, "the text is longer than " + LONGEST_TEXT + " characters");
    }
    try {
      Size size = whole(sum());
      if (position < text.length()) {
        throw unexpected("an operator or the end");
      }
      return size;
    } catch (ArithmeticException e) {
      IllegalArgumentException error = error(position, String.valueOf(e.getMessage()));
      error.initCause(e);
      throw error;
    }
  }

  private Fraction sum() {
    if (++depth > Limits.DEPTH + 1) {
      throw error(position, "parentheses are more than " + Limits.DEPTH + " deep");
    }
    List<Size> summands = new ArrayList<>();
    Fraction fractions = Fraction.of(Size.ZERO);
    boolean negative = false;
    boolean more = true;
    while (more) {
      Fraction product = negative ? product().negate() : product();
      if (product.isWhole()) {
        summands.add(product.numerator);
      } else {
        fractions = fractions.plus(product);
      }
      negative = accept("-");
      more = negative || accept("+");
    }
    depth--;
    return fractions.plus(Fraction.of(Size.sum(summands)));
  }

  private Fraction product() {
    Fraction product = signed();
    while (true) {
      int at = position;
      if (accept("*")) {
        product = product.times(signed());
      } else if (accept("//")) {
        product = Fraction.of(product.dividedBy(signed(), at).floor());
      } else if (accept("/")) {
        product = product.dividedBy(signed(), at);
      } else {
        return product;
      }
    }
  }

  private Fraction signed() {
    boolean negative = false;
    while (peek("-") || peek("+")) {
      negative ^= peek("-");
      position++;
    }
    Fraction power = power();
    return negative ? power.negate() : power;
  }

  private Fraction power() {
    Fraction base = primary();
    if (!accept("**") && !accept("^")) {
      return base;
    }
    skipSpaces();
    int at = position;
    BigInteger exponent = number();
    if (exponent.bitLength() >= Integer.SIZE) {
      throw error(at, "the exponent is too large");
    }
    int power = exponent.intValue();
    return new Fraction(base.numerator.pow(power), base.denominator.pow(power), base.position);
  }

  private Fraction primary() {
    skipSpaces();
    int at = position;
    if (accept("(")) {
      Fraction inner = sum();
      expect(")");
      return inner;
    }
    if (at < text.length() && isDigit(text.charAt(at))) {
      return Fraction.of(Size.of(number()));
    }
    if (peek("\"")) {
      return Fraction.of(Size.of(symbols.apply(quoted())));
    }
    String name = identifier();
    if (FUNCTIONS.contains(name) && accept("(")) {
      return Fraction.of(call(name));
    }
    if (RESERVED.contains(name)) {
      throw error(at, "'" + name + "' is a function; as a name it needs double quotes");
    }
    return Fraction.of(Size.of(symbols.apply(name)));
  }

  private Size call(String function) {
    Fraction first = sum();
    if (function.equals("floor") || function.equals("ceil")) {
      expect(")");
      return function.equals("floor") ? first.floor() : first.ceil();
    }
    List<Polynomial> operands = new ArrayList<>();
    operands.add(whole(first).polynomial());
    while (accept(",")) {
      if (operands.size() == Limits.OPERANDS) {
        throw Limits.exceeded(Limits.OPERANDS, "operands of one min or max");
      }
      operands.add(whole(sum()).polynomial());
    }
    expect(")");
    return Size.of(Extremes.of(function.equals("max"), operands));
  }

  private Size whole(Fraction fraction) {
    if (!fraction.isWhole()) {
      throw error(
          fraction.position,
          fraction.numerator
              + " divided by "
              + fraction.denominator
              + " is not known to be an integer; write // to round down");
    }
    return fraction.numerator;
  }

  private BigInteger number() {
    int start = position;
    while (position < text.length() && isDigit(text.charAt(position))) {
      position++;
    }
    if (start == position) {
      throw unexpected("a number");
    }
    if (position - start > MOST_DIGITS) {
      throw error(start, "the number has more than " + MOST_DIGITS + " digits");
    }
    return new BigInteger(text.substring(start, position));
  }

  private String identifier() {
    int start = position;
    while (position < text.length() && isPartOfName(text.charAt(position), position == start)) {
      position++;
    }
    if (start == position) {
      throw unexpected("a number, a name or '('");
    }
    return text.substring(start, position);
  }

  private String quoted() {
    int start = position++;
    StringBuilder name = new StringBuilder();
    while (position < text.length() && text.charAt(position) != '"') {
      if (text.charAt(position) == '\\') {
        position++;
        if (!peek("\"") && !peek("\\")) {
          throw unexpected("'\"' or '\\' after '\\'");
        }
      }
      name.append(text.charAt(position++));
    }
    if (position == text.length()) {
      throw error(start, "the name in double quotes does not end");
    }
    position++;
    if (name.toString().isBlank()) {
      throw error(start, "the name in double quotes is blank");
    }
    return name.toString();
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }

  private static boolean isPartOfName(char c, boolean first) {
    return (c >= 'a' && c <= 'z')
        || (c >= 'A' && c <= 'Z')
        || c == '_'
        || (!first && (c == '.' || isDigit(c)));
  }

  private void skipSpaces() {
    while (position < text.length() && text.charAt(position) == ' ') {
      position++;
    }
  }

  private boolean peek(String token) {
    return text.startsWith(token, position);
  }

  private boolean accept(String token) {
    skipSpaces();
    if (!peek(token)) {
      return false;
    }
    position += token.length();
    skipSpaces();
    return true;
  }

  private void expect(String token) {
    if (!accept(token)) {
      throw unexpected("'" + token + "'");
    }
  }

  private IllegalArgumentException unexpected(String expected) {
    String found =
        position < text.length() ? "'" + text.charAt(position) + "'" : "the end of the text";
    return error(position, "found " + found + ", expected " + expected);
  }

  private IllegalArgumentException error(int at, String problem) {
    String shown = text.length() > 80 ? text.substring(0, 80) + "..." : text;
    return new IllegalArgumentException(
        "Cannot read the expression '" + shown + "' at character " + (at + 1) + ": " + problem);
  }
}
