package io.modelcounter.report.text;

import io.modelcounter.analysis.Diagnostic;
import io.modelcounter.analysis.Report;
import io.modelcounter.report.summary.Assumptions;
import io.modelcounter.report.summary.Remarks;
import java.util.List;

/** What the numbers rest on, and what is odd about the model. */
final class NotesBlock implements Block {

  @Override
  public void write(Report report, Lines out) {
    List<String> assumptions = Assumptions.of(report.analysis());
    if (!assumptions.isEmpty()) {
      out.heading("Assumed");
      assumptions.forEach(out::item);
    }
    List<Diagnostic> diagnostics = report.analysis().diagnostics();
    if (!diagnostics.isEmpty()) {
      out.heading(Remarks.TITLE);
      for (Diagnostic diagnostic : diagnostics) {
        out.item(Remarks.kind(diagnostic) + " " + diagnostic);
        diagnostic.hint().ifPresent(hint -> out.paragraph("    " + hint, 6));
      }
      out.paragraph("  > " + Remarks.ADVICE, 4);
    }
  }
}
