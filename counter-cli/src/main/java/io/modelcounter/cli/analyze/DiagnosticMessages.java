package io.modelcounter.cli.analyze;

import io.modelcounter.analysis.Diagnostic;
import io.modelcounter.cli.message.Message;
import io.modelcounter.cli.message.Messages;
import io.modelcounter.cli.message.Verbosity;
import java.util.List;

/** Tells on standard error what is odd about models. */
final class DiagnosticMessages {
  private static final int MOST = 1_000;

  private DiagnosticMessages() {}

  /** Tells the diagnostics of a model, if much is to be said. */
  static void show(String model, List<Diagnostic> diagnostics, Messages messages) {
    for (Diagnostic diagnostic : diagnostics.subList(0, Math.min(diagnostics.size(), MOST))) {
      Message message =
          Message.of(diagnostic.code(), model, diagnostic.message())
              .at(diagnostic.place())
              .withHint(diagnostic.hint().orElse(""));
      if (diagnostic.severity() == Diagnostic.Severity.WARNING) {
        messages.warning(message);
      } else {
        messages.note(message);
      }
    }
    if (diagnostics.size() > MOST && messages.verbosity().isAtLeast(Verbosity.VERBOSE)) {
      messages.say("and " + (diagnostics.size() - MOST) + " more");
    }
  }
}
