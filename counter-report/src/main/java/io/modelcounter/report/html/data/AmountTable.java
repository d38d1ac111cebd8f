package io.modelcounter.report.html.data;

import io.modelcounter.report.table.Characters;
import io.modelcounter.symbolic.Amount;
import io.modelcounter.symbolic.Size;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Amounts, each once: an integer, a formula or a text of digits if it is exact, otherwise its lower
 * and its upper end, which is null if it is open.
 */
final class AmountTable {
  /** Integers of more bits are written as texts, as scripts keep numbers as doubles. */
  private static final int BITS = 53;

  private final Map<Ends, Integer> indexes = new LinkedHashMap<>();

  private record Ends(Size low, Optional<Size> high) {}

  int index(Amount amount) {
    return index(new Ends(amount.low(), amount.high()));
  }

  int index(Size size) {
    return index(new Ends(size, Optional.of(size)));
  }

  private int index(Ends ends) {
    return indexes.computeIfAbsent(ends, key -> indexes.size());
  }

  void write(JsonText json) {
    json.open('[');
    for (Ends ends : indexes.keySet()) {
      if (ends.high.isPresent() && ends.high.get().equals(ends.low)) {
        write(ends.low, json);
      } else {
        json.open('[');
        write(ends.low, json);
        ends.high.ifPresentOrElse(high -> write(high, json), json::nothing);
        json.close(']');
      }
    }
    json.close(']');
  }

  private static void write(Size size, JsonText json) {
    boolean isShort = size.asBigInteger().map(value -> value.bitLength() <= BITS).orElse(false);
    if (isShort) {
      json.value(size.asLong().orElseThrow());
    } else {
      json.value(Characters.escape(size.toString(), Characters::isVisible));
    }
  }
}
