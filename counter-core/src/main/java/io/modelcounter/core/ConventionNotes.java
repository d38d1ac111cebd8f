package io.modelcounter.core;

import io.modelcounter.analysis.Diagnostic;
import io.modelcounter.cost.CountingConvention;
import io.modelcounter.cost.ModelView;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What the conventions that were asked for say about their totals, each sentence once. */
final class ConventionNotes {
  private ConventionNotes() {}

  static List<Diagnostic> of(Collection<CountingConvention> conventions, ModelView model) {
    Map<String, List<String>> byNote = new LinkedHashMap<>();
    for (CountingConvention convention : conventions) {
      for (String note : convention.notes(model)) {
        byNote.computeIfAbsent(note, key -> new ArrayList<>()).add(convention.id());
      }
    }
    List<Diagnostic> diagnostics = new ArrayList<>();
    byNote.forEach(
        (note, ids) -> diagnostics.add(Diagnostic.info("W0801", String.join(", ", ids), note)));
    return diagnostics;
  }
}
