package io.modelcounter.onnx;

import io.modelcounter.symbolic.Size;
import io.modelcounter.symbolic.Symbol;
import java.util.HashMap;
import java.util.Map;

/**
 * Reads the texts of dimensions: an expression in plain names such as {@code 8*h8} or {@code
 * past+seq}, otherwise one opaque name.
 */
final class DimensionText {
  private static final int LONGEST_EXPRESSION = 200;

  private final Map<String, Size> known = new HashMap<>();

  /**
   * The size that a text stands for.
   *
   * @param text the text, not empty
   * @return an expression or a symbol of that name
   */
  Size size(String text) {
    return known.computeIfAbsent(text, DimensionText::read);
  }

  private static Size read(String text) {
    if (isExpression(text)) {
      try {
        Size size = Size.parse(text);
        if (!size.isConstant() || size.isAtLeast(Size.ZERO)) {
          return size;
        }
      } catch (IllegalArgumentException | ArithmeticException notAnExpression) {
        return Size.of(Symbol.named(text));
      }
    }
    return Size.of(Symbol.named(text));
  }

  /**
   * Tells whether a text is worth parsing: it has an operator or is a number, has nothing but
   * operators, names and numbers, and no operator that could as well be a hyphen or a path
   * separator within a name.
   */
  private static boolean isExpression(String text) {
    if (text.length() > LONGEST_EXPRESSION) {
      return false;
    }
    boolean operator = false;
    boolean digitsOnly = true;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      boolean digit = c >= '0' && c <= '9';
      digitsOnly &= digit;
      if ("+-*/^()".indexOf(c) >= 0) {
        operator = true;
        boolean ambiguous = c == '-' || c == '/';
        if (ambiguous && isLetterAt(text, i - 1) && isLetterAt(text, i + 1)) {
          return false;
        }
      } else if (!digit && c != ' ' && c != ',' && c != '.' && !isLetterAt(text, i)) {
        return false;
      }
    }
    return operator || digitsOnly;
  }

  private static boolean isLetterAt(String text, int index) {
    if (index < 0 || index >= text.length()) {
      return false;
    }
    char c = text.charAt(index);
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_';
  }
}
