package io.modelcounter.cli.reconcile;

import io.modelcounter.analysis.Analysis;
import io.modelcounter.analysis.Reconciliation;
import io.modelcounter.analysis.Reconciliation.Difference;
import java.util.List;
import java.util.Optional;

/**
 * What is to be shown of a model.
 *
 * @param model what the model is called
 * @param reconciliation its totals and what they consist of
 * @param conventions ids of the conventions to show, one at least
 * @param differences pairs that were asked for
 * @param expectation a number that was looked for
 */
record Reconciled(
    String model,
    Reconciliation reconciliation,
    List<String> conventions,
    List<Difference> differences,
    Optional<Expectation> expectation) {

  /** Makes it. */
  Reconciled {
    conventions = List.copyOf(conventions);
    differences = List.copyOf(differences);
  }

  /** The analysis behind it. */
  Analysis analysis() {
    return reconciliation.analysis();
  }

  /** How the tool of a convention writes the total; empty if that is not known. */
  String printed(String convention) {
    return Optional.of(reconciliation.total(convention))
        .filter(total -> total.isExact())
        .flatMap(total -> total.exactValue().asBigInteger())
        .flatMap(total -> PrintedTotal.of(convention, total))
        .orElse("");
  }
}
