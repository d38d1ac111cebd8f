package io.modelcounter.cli.reconcile;

import io.modelcounter.analysis.Reconciliation.Difference;
import io.modelcounter.analysis.Reconciliation.Term;
import io.modelcounter.cost.NamedAmount;
import io.modelcounter.report.table.Amounts;
import io.modelcounter.report.table.Cell;
import io.modelcounter.report.table.Column;
import io.modelcounter.report.table.Numbers;
import io.modelcounter.symbolic.Amount;
import io.modelcounter.symbolic.Size;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The tables of a reconciliation, the same in all formats. */
final class ReconcileTables {
  private static final String TOTAL = "total";

  private ReconcileTables() {}

  /** A part of a total, or the total itself. */
  record Part(String convention, String name, Amount amount, String printed) {}

  /** A part of a difference, or the difference itself. */
  record Row(
      Difference pair, String name, Amount first, Amount second, Optional<Size> difference) {}

  /** A row for each convention. */
  static List<Column<String>> totals(Reconciled reconciled) {
    return List.of(
        Column.text("convention", "Convention", id -> id),
        Column.numeric(TOTAL, "Total", id -> amount(reconciled.reconciliation().total(id))),
        Column.text("printed", "Printed as", reconciled::printed),
        Column.text(
            "description",
            "What it is",
            id -> reconciled.analysis().conventions().getOrDefault(id, "")));
  }

  /** A row for each part of each total. */
  static List<Column<Part>> parts() {
    return List.of(
        Column.text("convention", "Convention", Part::convention),
        Column.text("term", "Term", Part::name),
        Column.numeric("amount", "Amount", part -> amount(part.amount())),
        Column.text("printed", "Printed as", Part::printed));
  }

  /** The parts of all totals, each total before its parts. */
  static List<Part> partsOf(Reconciled reconciled) {
    List<Part> parts = new ArrayList<>();
    for (String id : reconciled.conventions()) {
      Amount total = reconciled.reconciliation().total(id);
      parts.add(new Part(id, TOTAL, total, reconciled.printed(id)));
      for (NamedAmount term : reconciled.reconciliation().terms(id)) {
        parts.add(new Part(id, term.name(), term.amount(), ""));
      }
    }
    return parts;
  }

  /** A row for each part of differences, which name their conventions. */
  static List<Column<Row>> differences() {
    return List.of(
        Column.text("first", "First", row -> row.pair().first()),
        Column.text("second", "Second", row -> row.pair().second()),
        Column.text("term", "Term", Row::name),
        Column.numeric("first_amount", "First amount", row -> amount(row.first())),
        Column.numeric("second_amount", "Second amount", row -> amount(row.second())),
        Column.numeric("difference", "Difference", row -> signed(row.difference())));
  }

  /** A row for each part of one difference. */
  static List<Column<Row>> differenceOf(Difference pair) {
    return List.of(
        Column.text("term", "Term", Row::name),
        Column.numeric("first_amount", pair.first(), row -> amount(row.first())),
        Column.numeric("second_amount", pair.second(), row -> amount(row.second())),
        Column.numeric("difference", "Difference", row -> signed(row.difference())));
  }

  /** The parts of a difference, then the difference itself. */
  static List<Row> rowsOf(Difference pair) {
    List<Row> rows = new ArrayList<>();
    for (Term term : pair.terms()) {
      rows.add(new Row(pair, term.name(), term.first(), term.second(), term.difference()));
    }
    rows.add(new Row(pair, TOTAL, pair.firstTotal(), pair.secondTotal(), pair.total()));
    return rows;
  }

  /** A row for each convention with inputs. */
  static List<Column<Expectation.Match>> matches() {
    return List.of(
        Column.text("convention", "Convention", Expectation.Match::convention),
        Column.text("inputs", "Inputs", Expectation.Match::inputs),
        Column.numeric(TOTAL, "Total", match -> signed(Optional.of(Size.of(match.total())), "")),
        Column.text("how", "How", Expectation.Match::how));
  }

  private static Cell amount(Amount amount) {
    boolean isNumber = amount.isExact() && amount.low().isConstant();
    String shown = Amounts.full(amount);
    return new Cell(Amounts.data(amount), isNumber, shown, shown);
  }

  private static Cell signed(Optional<Size> difference) {
    return signed(difference, "+");
  }

  private static Cell signed(Optional<Size> size, String plus) {
    return size.map(known -> new Cell(known.toString(), known.isConstant(), text(known, plus), ""))
        .orElse(Cell.text("", "unknown"));
  }

  /** A size with all its digits and its sign. */
  static String text(Size size, String plus) {
    return size.asBigInteger()
        .map(number -> (number.signum() > 0 ? plus : "") + Numbers.grouped(number))
        .orElseGet(size::toString);
  }
}
