package io.modelcounter.report.json;

import io.modelcounter.analysis.Analysis;
import io.modelcounter.analysis.Diagnostic;
import java.io.IOException;
import java.util.Locale;
import java.util.Optional;

/** What the numbers rest on, and what is odd about the model. */
final class NotesJson {
  private NotesJson() {}

  static void write(Analysis analysis, JsonOut out) throws IOException {
    out.texts("assumptions", analysis.assumptions());
    out.startArray("diagnostics");
    for (Diagnostic diagnostic : analysis.diagnostics()) {
      out.startObject();
      out.text("severity", diagnostic.severity().name().toLowerCase(Locale.ROOT));
      out.text("code", diagnostic.code());
      out.text("place", diagnostic.place());
      out.text("message", diagnostic.message());
      Optional<String> hint = diagnostic.hint();
      if (hint.isPresent()) {
        out.text("hint", hint.get());
      }
      out.endObject();
    }
    out.endArray();
  }
}
