package io.modelcounter.cli.terminal;

import java.nio.charset.Charset;
import java.nio.charset.CharsetEncoder;
import java.util.Locale;
import java.util.Map;

/** Encodes text for a terminal that may know few characters. */
public final class TerminalText {
  private static final Map<Integer, String> ASCII =
      Map.ofEntries(
          Map.entry((int) '\u00b5', "u"),
          Map.entry((int) '\u00b7', "*"),
          Map.entry((int) '\u00d7', "x"),
          Map.entry((int) '\u2013', "-"),
          Map.entry((int) '\u2014', "-"),
          Map.entry((int) '\u2018', "'"),
          Map.entry((int) '\u2019', "'"),
          Map.entry((int) '\u201c', "\""),
          Map.entry((int) '\u201d', "\""),
          Map.entry((int) '\u2026', "..."),
          Map.entry((int) '\u2192', "->"),
          Map.entry((int) '\u2264', "<="),
          Map.entry((int) '\u2265', ">="));

  private TerminalText() {}

  /**
   * Encodes a text.
   *
   * @return its bytes; characters that the charset lacks are spelled in ASCII or as {@code \}{@code
   *     u{…}}
   */
  public static byte[] encode(String text, Charset charset) {
    CharsetEncoder encoder = charset.newEncoder();
    if (encoder.canEncode(text)) {
      return text.getBytes(charset);
    }
    StringBuilder result = new StringBuilder(text.length());
    text.codePoints()
        .forEach(
            codePoint -> {
              String character = Character.toString(codePoint);
              result.append(encoder.canEncode(character) ? character : spelled(codePoint));
            });
    return result.toString().getBytes(charset);
  }

  /** A character as its code. */
  static String escaped(int codePoint) {
    return String.format(Locale.ROOT, "\\u{%x}", codePoint);
  }

  private static String spelled(int codePoint) {
    String ascii = ASCII.get(codePoint);
    return ascii == null ? escaped(codePoint) : ascii;
  }
}
