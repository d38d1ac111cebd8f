package io.modelcounter.cli.message;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;

/** Finds what a mistyped word may have meant. */
public final class Suggestions {
  private static final int LONGEST = 255;

  private Suggestions() {}

  /**
   * The word nearest to a mistyped one.
   *
   * @return the word that takes the fewest single-character edits, the first of them in the order
   *     of their characters; empty if none takes fewer than about a third of the word
   */
  public static Optional<String> nearest(String mistyped, Collection<String> words) {
    if (mistyped.length() > LONGEST) {
      return Optional.empty();
    }
    int most = Math.max(1, mistyped.length() / 3);
    return words.stream()
        .filter(word -> Math.abs(word.length() - mistyped.length()) <= most)
        .filter(word -> edits(mistyped, word) <= most)
        .min(
            Comparator.comparingInt((String word) -> edits(mistyped, word))
                .thenComparing(Comparator.naturalOrder()));
  }

  /** Insertions, deletions and replacements that turn one word into another, whatever the case. */
  private static int edits(String from, String to) {
    String source = from.toLowerCase(Locale.ROOT);
    String target = to.toLowerCase(Locale.ROOT);
    int[] row = new int[target.length() + 1];
    for (int j = 0; j < row.length; j++) {
      row[j] = j;
    }
    for (int i = 1; i <= source.length(); i++) {
      int diagonal = row[0];
      row[0] = i;
      for (int j = 1; j < row.length; j++) {
        int replaced = diagonal + (source.charAt(i - 1) == target.charAt(j - 1) ? 0 : 1);
        diagonal = row[j];
        row[j] = Math.min(replaced, Math.min(row[j], row[j - 1]) + 1);
      }
    }
    return row[row.length - 1];
  }
}
