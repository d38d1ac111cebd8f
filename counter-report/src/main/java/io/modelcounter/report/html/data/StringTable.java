package io.modelcounter.report.html.data;

import io.modelcounter.report.table.Characters;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Texts, each once. A text is written as the number of characters that it shares with the beginning
 * of the one before, a colon, and the rest: names of neighbours differ in their ends only.
 */
final class StringTable {
  private static final int LONGEST = 400;

  private final Map<String, Integer> indexes = new LinkedHashMap<>();

  int index(String text) {
    return indexes.computeIfAbsent(text, key -> indexes.size());
  }

  void write(JsonText json) {
    json.open('[');
    String last = "";
    for (String text : indexes.keySet()) {
      String visible = Characters.elide(Characters.escape(text, Characters::isVisible), LONGEST);
      int shared = shared(last, visible);
      json.value(shared + ":" + visible.substring(shared));
      last = visible;
    }
    json.close(']');
  }

  private static int shared(String one, String other) {
    int most = Math.min(one.length(), other.length());
    int shared = 0;
    while (shared < most && one.charAt(shared) == other.charAt(shared)) {
      shared++;
    }
    boolean splitsPair = shared > 0 && Character.isHighSurrogate(other.charAt(shared - 1));
    return splitsPair ? shared - 1 : shared;
  }
}
