package io.modelcounter.rules.expression;

import io.modelcounter.rules.expression.Token.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntPredicate;

/** The words of an expression, taken one after the other. */
final class Tokens {
  private static final int LONGEST = 2_000;
  private static final int MOST_DIGITS = 18;
  private static final String SIGNS = "+-*/()[],:";

  private final String text;
  private final List<Token> tokens = new ArrayList<>();
  private int next;

  private Tokens(String text) {
    this.text = text;
  }

  /**
   * Cuts a text into words.
   *
   * @throws ExpressionException if a character has no place in an expression
   */
  static Tokens of(String text) {
    if (text.length() > LONGEST) {
      throw new ExpressionException(LONGEST, "it has more than " + LONGEST + " characters");
    }
    Tokens tokens = new Tokens(text);
    int position = 0;
    while (position < text.length()) {
      position = tokens.add(position);
    }
    tokens.tokens.add(new Token(Kind.END, "", text.length(), text.length()));
    return tokens;
  }

  private int add(int start) {
    char first = text.charAt(start);
    if (first == ' ' || first == '\t' || first == '\n') {
      return start + 1;
    }
    if (isDigit(first)) {
      int end = skip(start, Tokens::isDigit);
      if (end - start > MOST_DIGITS) {
        throw new ExpressionException(start, "the number has more than 18 digits");
      }
      return add(Kind.INTEGER, start, end);
    }
    if (isLetter(first)) {
      return add(Kind.NAME, start, skip(start, c -> isLetter(c) || isDigit(c) || c == '.'));
    }
    if (first == '\'') {
      return quoted(start);
    }
    if (SIGNS.indexOf(first) < 0) {
      String hint = first == '.' ? "; numbers are integers" : "";
      throw new ExpressionException(start, "\"" + first + "\" has no place here" + hint);
    }
    return add(Kind.SIGN, start, start + 1);
  }

  private int quoted(int start) {
    int end = text.indexOf('\'', start + 1);
    if (end < 0) {
      throw new ExpressionException(start, "the quote is not closed");
    }
    tokens.add(new Token(Kind.QUOTED, text.substring(start + 1, end), start, end + 1));
    return end + 1;
  }

  private int add(Kind kind, int start, int end) {
    tokens.add(new Token(kind, text.substring(start, end), start, end));
    return end;
  }

  private int skip(int start, IntPredicate part) {
    int end = start;
    while (end < text.length() && part.test(text.charAt(end))) {
      end++;
    }
    return end;
  }

  private static boolean isDigit(int c) {
    return c >= '0' && c <= '9';
  }

  private static boolean isLetter(int c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_';
  }

  /** The next word, which stays. */
  Token peek() {
    return tokens.get(next);
  }

  /** Takes the next word. */
  Token take() {
    Token token = peek();
    if (token.kind() != Kind.END) {
      next++;
    }
    return token;
  }

  /** Takes the next word if it is a certain sign. */
  boolean takes(char sign) {
    boolean found = peek().isSign(sign);
    if (found) {
      next++;
    }
    return found;
  }

  /** Takes a sign that must be there. */
  void require(char sign) {
    if (!takes(sign)) {
      throw unexpected("\"" + sign + "\"");
    }
  }

  /** What to say of the next word if something else is needed. */
  ExpressionException unexpected(String expected) {
    return new ExpressionException(
        peek().start(), "found " + peek().describe() + ", expected " + expected);
  }

  /** The text from a position up to the next word. */
  String textFrom(int start) {
    int end = next == 0 ? start : tokens.get(next - 1).end();
    return text.substring(start, end);
  }
}
