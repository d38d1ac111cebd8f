package io.modelcounter.cli.reconcile;

import com.fasterxml.jackson.core.JsonGenerator;
import io.modelcounter.analysis.Reconciliation.Difference;
import io.modelcounter.analysis.Reconciliation.Term;
import io.modelcounter.cli.output.JsonDocument;
import io.modelcounter.cost.NamedAmount;
import io.modelcounter.model.ValueInfo;
import io.modelcounter.report.table.Cell;
import io.modelcounter.report.table.Column;
import io.modelcounter.symbolic.Amount;
import io.modelcounter.symbolic.Size;
import java.io.IOException;
import java.math.BigInteger;
import java.util.List;
import java.util.Optional;

/**
 * Writes reconciliations for programs. Amounts are integers; with symbols they are formulas in a
 * text, and where they are not exactly known they are null.
 */
final class ReconcileJson {
  private ReconcileJson() {}

  static String of(Reconciled reconciled) throws IOException {
    return JsonDocument.of(out -> write(reconciled, out));
  }

  /** A table: an object for each row, whose fields are its columns. */
  static <R> String of(List<Column<R>> columns, List<R> rows) throws IOException {
    return JsonDocument.of(
        out -> {
          out.writeArrayFieldStart("rows");
          for (R row : rows) {
            out.writeStartObject();
            for (Column<R> column : columns) {
              Cell cell = column.cell().apply(row);
              if (cell.isNumber()) {
                out.writeNumberField(column.id(), new BigInteger(cell.data()));
              } else if (column.isNumeric() && cell.data().isEmpty()) {
                out.writeNullField(column.id());
              } else {
                out.writeStringField(column.id(), cell.data());
              }
            }
            out.writeEndObject();
          }
          out.writeEndArray();
        });
  }

  private static void write(Reconciled reconciled, JsonGenerator out) throws IOException {
    out.writeStringField("model", reconciled.model());
    out.writeObjectFieldStart("inputs");
    for (ValueInfo input : reconciled.analysis().inputs()) {
      out.writeStringField(input.name(), input.type().toString());
    }
    out.writeEndObject();
    out.writeObjectFieldStart("conventions");
    for (String id : reconciled.conventions()) {
      amount(id, reconciled.reconciliation().total(id), out);
    }
    out.writeEndObject();
    out.writeObjectFieldStart("printed");
    for (String id : reconciled.conventions()) {
      if (!reconciled.printed(id).isEmpty()) {
        out.writeStringField(id, reconciled.printed(id));
      }
    }
    out.writeEndObject();
    out.writeObjectFieldStart("terms");
    for (String id : reconciled.conventions()) {
      out.writeObjectFieldStart(id);
      for (NamedAmount term : reconciled.reconciliation().terms(id)) {
        amount(term.name(), term.amount(), out);
      }
      out.writeEndObject();
    }
    out.writeEndObject();
    reasons(reconciled, out);
    out.writeArrayFieldStart("differences");
    for (Difference difference : reconciled.differences()) {
      write(difference, out);
    }
    out.writeEndArray();
    if (reconciled.expectation().isPresent()) {
      write(reconciled.expectation().get(), out);
    }
  }

  /** Why totals are not exactly known. */
  private static void reasons(Reconciled reconciled, JsonGenerator out) throws IOException {
    out.writeObjectFieldStart("reasons");
    for (String id : reconciled.conventions()) {
      List<String> reasons = reconciled.reconciliation().total(id).reasons();
      if (!reasons.isEmpty()) {
        out.writeArrayFieldStart(id);
        for (String reason : reasons) {
          out.writeString(reason);
        }
        out.writeEndArray();
      }
    }
    out.writeEndObject();
  }

  private static void write(Difference difference, JsonGenerator out) throws IOException {
    out.writeStartObject();
    out.writeStringField("first", difference.first());
    out.writeStringField("second", difference.second());
    size("difference", difference.total(), out);
    out.writeObjectFieldStart("terms");
    for (Term term : difference.terms()) {
      size(term.name(), term.difference(), out);
    }
    out.writeEndObject();
    out.writeEndObject();
  }

  private static void write(Expectation expectation, JsonGenerator out) throws IOException {
    out.writeObjectFieldStart("expected");
    out.writeStringField("number", expectation.number().text());
    matches("matches", expectation.matches(), out);
    matches("nearest", expectation.nearest(), out);
    out.writeEndObject();
  }

  private static void matches(String name, List<Expectation.Match> matches, JsonGenerator out)
      throws IOException {
    out.writeArrayFieldStart(name);
    for (Expectation.Match match : matches) {
      out.writeStartObject();
      out.writeStringField("convention", match.convention());
      out.writeStringField("inputs", match.inputs());
      out.writeNumberField("total", match.total());
      out.writeStringField("how", match.how());
      out.writeEndObject();
    }
    out.writeEndArray();
  }

  private static void amount(String name, Amount amount, JsonGenerator out) throws IOException {
    size(name, amount.isExact() ? Optional.of(amount.exactValue()) : Optional.empty(), out);
  }

  private static void size(String name, Optional<Size> size, JsonGenerator out) throws IOException {
    if (size.isEmpty()) {
      out.writeNullField(name);
      return;
    }
    Optional<BigInteger> number = size.get().asBigInteger();
    if (number.isPresent()) {
      out.writeNumberField(name, number.get());
    } else {
      out.writeStringField(name, size.get().toString());
    }
  }
}
