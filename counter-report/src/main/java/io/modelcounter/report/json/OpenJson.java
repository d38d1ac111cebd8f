package io.modelcounter.report.json;

import io.modelcounter.symbolic.Size;
import io.modelcounter.symbolic.Symbol;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/** What the rest of the document refers to where it leaves something open. */
final class OpenJson {
  private OpenJson() {}

  /** Writes nothing if everything is exact. */
  static void write(JsonOut out) throws IOException {
    // Writing bounds may name further sizes, but those are in the list already.
    List<Symbol> sizes = out.dataDependentSizes();
    if (!sizes.isEmpty()) {
      out.startArray("dataDependentSizes");
      for (Symbol size : sizes) {
        write(size, out);
      }
      out.endArray();
    }
    if (!out.reasons().isEmpty()) {
      out.texts("reasons", out.reasons());
    }
  }

  private static void write(Symbol symbol, JsonOut out) throws IOException {
    out.startObject();
    out.text("name", symbol.name());
    out.text("reason", symbol.reason().orElse(""));
    Optional<Size> bound = symbol.upperBound();
    if (bound.isPresent()) {
      out.key("most");
      out.size(bound.get());
    } else {
      out.nothing("most");
    }
    out.endObject();
  }
}
