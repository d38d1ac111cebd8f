package io.modelcounter.report.json;

import io.modelcounter.symbolic.Amount;
import io.modelcounter.symbolic.Size;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Bounds of the amounts of an object, under the same names as the amounts themselves. */
final class Bounds {
  private final Map<String, Amount> amounts;
  private final Map<String, Map<String, Amount>> groups = new LinkedHashMap<>();

  private Bounds(Map<String, Amount> amounts) {
    this.amounts = amounts;
  }

  static Bounds of(Map<String, Amount> amounts) {
    return new Bounds(inexact(amounts));
  }

  /** Adds the amounts of an object that lies in the one at hand. */
  Bounds and(String group, Map<String, Amount> members) {
    Map<String, Amount> open = inexact(members);
    if (!open.isEmpty()) {
      groups.put(group, open);
    }
    return this;
  }

  /** Writes the bounds of all amounts that are not exact, and nothing if all are. */
  void write(JsonOut out) throws IOException {
    if (amounts.isEmpty() && groups.isEmpty()) {
      return;
    }
    out.startObject("bounds");
    write(amounts, out);
    for (Map.Entry<String, Map<String, Amount>> group : groups.entrySet()) {
      out.startObject(group.getKey());
      write(group.getValue(), out);
      out.endObject();
    }
    out.endObject();
  }

  private static void write(Map<String, Amount> amounts, JsonOut out) throws IOException {
    for (Map.Entry<String, Amount> entry : amounts.entrySet()) {
      out.startObject(entry.getKey());
      out.key("low");
      out.size(entry.getValue().low());
      Optional<Size> high = entry.getValue().high();
      if (high.isPresent()) {
        out.key("high");
        out.size(high.get());
      } else {
        out.nothing("high");
      }
      out.reasons(entry.getValue().reasons());
      out.endObject();
    }
  }

  private static Map<String, Amount> inexact(Map<String, Amount> amounts) {
    Map<String, Amount> open = new LinkedHashMap<>();
    amounts.forEach(
        (key, amount) -> {
          if (!amount.isExact()) {
            open.put(key, amount);
          }
        });
    return open;
  }
}
