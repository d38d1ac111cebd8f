package io.modelcounter.onnx;

import io.modelcounter.analysis.Diagnostic;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;

/** Passes diagnostics on, of each code a limited number. */
final class Findings {
  private final Consumer<Diagnostic> sink;
  private final Map<String, Integer> counts = new HashMap<>();

  Findings(Consumer<Diagnostic> sink) {
    this.sink = sink;
  }

  /** A warning; the parts are those of {@link Diagnostic#warning}. */
  void warn(String code, String place, String message) {
    if (counts.merge(code, 1, Integer::sum) <= Limits.DIAGNOSTICS) {
      sink.accept(Diagnostic.warning(code, place, message));
    }
  }

  /** A remark; the parts are those of {@link Diagnostic#info}. */
  void info(String code, String place, String message) {
    if (counts.merge(code, 1, Integer::sum) <= Limits.DIAGNOSTICS) {
      sink.accept(Diagnostic.info(code, place, message));
    }
  }

  /** Says how many diagnostics were not passed on. */
  void finish() {
    new TreeMap<>(counts)
        .forEach(
            (code, count) -> {
              int more = count - Limits.DIAGNOSTICS;
              if (more > 0) {
                sink.accept(Diagnostic.info(code, "", "and " + more + " more of this kind"));
              }
            });
  }
}
