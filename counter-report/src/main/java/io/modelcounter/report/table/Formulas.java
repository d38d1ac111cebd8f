package io.modelcounter.report.table;

import io.modelcounter.symbolic.Size;
import java.math.BigInteger;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.IntPredicate;

/** How sizes are written for people: numbers as such, expressions with readable coefficients. */
final class Formulas {
  /** Numbers of fewer digits stay as they are. */
  private static final int LONG_NUMBER = 4;

  private Formulas() {}

  static String shorten(Size size, Unit unit) {
    Optional<BigInteger> value = size.asBigInteger();
    return value.isPresent()
        ? unit.shorten(value.get())
        : mapCoefficients(size.toString(), unit::shorten);
  }

  static String full(Size size) {
    return size.asBigInteger().map(Numbers::grouped).orElseGet(size::toString);
  }

  /** Rewrites long numbers outside parentheses; those inside decide what a floor rounds. */
  private static String mapCoefficients(String expression, Function<BigInteger, String> rewrite) {
    StringBuilder text = new StringBuilder();
    int depth = 0;
    int start = 0;
    while (start < expression.length()) {
      int end = tokenEnd(expression, start);
      String token = expression.substring(start, end);
      char first = token.charAt(0);
      if (first == '(') {
        depth++;
      } else if (first == ')') {
        depth--;
      }
      boolean isLong = isDigit(first) && token.length() >= LONG_NUMBER;
      text.append(depth == 0 && isLong ? rewrite.apply(new BigInteger(token)) : token);
      start = end;
    }
    return text.toString();
  }

  private static int tokenEnd(String expression, int start) {
    char first = expression.charAt(start);
    if (first == '"') {
      return quotedEnd(expression, start);
    }
    if (isDigit(first)) {
      return skip(expression, start, Formulas::isDigit);
    }
    return isNamePart(first) ? skip(expression, start, Formulas::isNamePart) : start + 1;
  }

  private static int quotedEnd(String expression, int start) {
    int end = start + 1;
    while (expression.charAt(end) != '"') {
      end += expression.charAt(end) == '\\' ? 2 : 1;
    }
    return end + 1;
  }

  private static int skip(String expression, int start, IntPredicate part) {
    int end = start;
    while (end < expression.length() && part.test(expression.charAt(end))) {
      end++;
    }
    return end;
  }

  private static boolean isDigit(int c) {
    return c >= '0' && c <= '9';
  }

  private static boolean isNamePart(int c) {
    return isDigit(c) || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_' || c == '.';
  }
}
