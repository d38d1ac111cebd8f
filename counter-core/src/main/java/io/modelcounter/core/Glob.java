package io.modelcounter.core;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/**
 * A pattern for names that have parts, such as paths.
 *
 * <p>{@code ?} stands for one character of a part, {@code *} for any number of them, {@code **} for
 * any characters across parts, and {@code **} with a separator after it at the beginning of a part
 * for any number of whole parts, also none. {@code [abc]}, {@code [a-z]} and {@code [!a]} stand for
 * one of some characters; a backslash takes the character after it literally. The whole name must
 * match. Matching takes time in proportion to the lengths of name and pattern, whatever they are.
 */
public final class Glob {
  private final String text;
  private final int separator;
  private final List<Token> tokens;

  /** What may happen at one place of the pattern. */
  private enum Kind {
    /** One of some characters. */
    ONE,
    /** Any number of characters of a part. */
    STAR,
    /** Any number of any characters. */
    DEEP_STAR,
    /** Whole parts, or none. */
    PARTS,
    /** Inside the whole parts, which end with a separator. */
    INSIDE_PARTS
  }

  /** A place of the pattern. */
  private record Token(Kind kind, CharacterSet characters) {
    static Token of(Kind kind) {
      return new Token(kind, character -> true);
    }
  }

  @FunctionalInterface
  private interface CharacterSet {
    boolean contains(int codePoint);
  }

  private Glob(String text, char separator) {
    this.text = text;
    this.separator = separator;
    this.tokens = new Parser(text.codePoints().toArray()).parse();
  }

  /**
   * Reads a pattern. Every text is one.
   *
   * @param text the pattern
   * @param separator what separates the parts of a name, such as {@code /}
   * @return the pattern
   */
  public static Glob of(String text, char separator) {
    return new Glob(text, separator);
  }

  /**
   * Tells whether a text has characters with a meaning of their own in a pattern.
   *
   * @param text any text
   * @return true if it has {@code *}, {@code ?} or {@code [}
   */
  public static boolean isPattern(String text) {
    return text.chars().anyMatch(c -> c == '*' || c == '?' || c == '[');
  }

  /**
   * Tells whether a name is of this pattern.
   *
   * @param name the name
   * @return true if all of it matches
   */
  public boolean matches(String name) {
    BitSet places = new BitSet(tokens.size() + 1);
    enter(0, places);
    for (int next = 0; next < name.length() && !places.isEmpty(); ) {
      int character = name.codePointAt(next);
      next += Character.charCount(character);
      places = after(character, places);
    }
    return places.get(tokens.size());
  }

  /** The places that a character leads to. */
  private BitSet after(int character, BitSet places) {
    BitSet reached = new BitSet(tokens.size() + 1);
    for (int i = places.nextSetBit(0); i >= 0; i = places.nextSetBit(i + 1)) {
      if (i == tokens.size()) {
        break;
      }
      boolean separates = character == separator;
      switch (tokens.get(i).kind()) {
        case ONE -> {
          if (tokens.get(i).characters().contains(character)) {
            enter(i + 1, reached);
          }
        }
        case STAR -> {
          if (!separates) {
            enter(i, reached);
          }
        }
        case DEEP_STAR -> enter(i, reached);
        case PARTS, INSIDE_PARTS -> {
          int inside = tokens.get(i).kind() == Kind.PARTS ? i + 1 : i;
          reached.set(inside);
          if (separates) {
            enter(inside + 1, reached);
          }
        }
      }
    }
    return reached;
  }

  /** Adds a place and those that can be reached from it without a character. */
  private void enter(int place, BitSet places) {
    int i = place;
    while (true) {
      places.set(i);
      if (i == tokens.size()) {
        return;
      }
      switch (tokens.get(i).kind()) {
        case STAR, DEEP_STAR -> i++;
        case PARTS -> i += 2;
        case ONE, INSIDE_PARTS -> {
          return;
        }
      }
    }
  }

  /** The text that it was made from. */
  @Override
  public String toString() {
    return text;
  }

  /** Reads a pattern from its beginning to its end. */
  private final class Parser {
    private final int[] pattern;
    private final List<Token> result = new ArrayList<>();
    private int next;

    Parser(int[] pattern) {
      this.pattern = pattern;
    }

    List<Token> parse() {
      while (next < pattern.length) {
        int character = pattern[next++];
        switch (character) {
          case '*' -> stars();
          case '?' -> result.add(new Token(Kind.ONE, c -> c != separator));
          case '[' -> set();
          case '\\' -> literal(next < pattern.length ? pattern[next++] : character);
          default -> literal(character);
        }
      }
      return List.copyOf(result);
    }

    private void literal(int character) {
      result.add(new Token(Kind.ONE, c -> c == character));
    }

    private void stars() {
      boolean beginsPart = next == 1 || pattern[next - 2] == separator;
      if (!isNext('*')) {
        result.add(Token.of(Kind.STAR));
        return;
      }
      while (isNext('*')) {
        next++;
      }
      if (beginsPart && isNext(separator)) {
        next++;
        result.add(Token.of(Kind.PARTS));
        result.add(Token.of(Kind.INSIDE_PARTS));
      } else {
        result.add(Token.of(Kind.DEEP_STAR));
      }
    }

    private boolean isNext(int character) {
      return next < pattern.length && pattern[next] == character;
    }

    /** Reads the characters between brackets; a bracket that is never closed stands for itself. */
    private void set() {
      boolean isNegated = isNext('!');
      int first = isNegated ? next + 1 : next;
      int end = first + 1;
      while (end < pattern.length && pattern[end] != ']') {
        end++;
      }
      if (end >= pattern.length) {
        literal('[');
        return;
      }
      CharacterSet members = members(first, end);
      result.add(new Token(Kind.ONE, c -> c != separator && members.contains(c) != isNegated));
      next = end + 1;
    }

    private CharacterSet members(int first, int end) {
      List<int[]> ranges = new ArrayList<>();
      for (int i = first; i < end; i++) {
        boolean isRange = i + 2 < end && pattern[i + 1] == '-';
        ranges.add(new int[] {pattern[i], pattern[isRange ? i + 2 : i]});
        i += isRange ? 2 : 0;
      }
      return c -> ranges.stream().anyMatch(range -> range[0] <= c && c <= range[1]);
    }
  }
}
