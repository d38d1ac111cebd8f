package io.modelcounter.report.html;

import io.modelcounter.analysis.Analysis;
import io.modelcounter.analysis.Report;
import io.modelcounter.report.html.data.OpenSizes;
import io.modelcounter.report.summary.Headline;
import io.modelcounter.report.table.Cell;
import io.modelcounter.report.table.Column;
import io.modelcounter.symbolic.Amount;
import io.modelcounter.symbolic.Bindings;
import io.modelcounter.symbolic.Symbol;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** How the totals grow with the symbols of the file. */
final class ScalingSection implements Section {
  private static final List<Long> VALUES = List.of(1L, 8L, 64L, 512L, 1024L, 4096L);

  @Override
  public String id() {
    return "scaling";
  }

  @Override
  public String title() {
    return "How the cost scales";
  }

  @Override
  public boolean appears(Report report) {
    return !OpenSizes.of(report.analysis()).isEmpty();
  }

  @Override
  public void write(Report report, Html html) {
    Analysis analysis = report.analysis();
    Set<Symbol> symbols = OpenSizes.of(analysis);
    String names = symbols.stream().map(Symbol::toString).collect(Collectors.joining(", "));
    html.open("p").text("The totals are formulas in ").name(names);
    html.text(". They are exact for every value of these sizes.").close("p").line();
    html.view("scaling");
    List<Column<Long>> columns = new ArrayList<>();
    columns.add(Column.text("value", "Each size", value -> "= " + value));
    for (Headline headline : Headline.main(analysis.totals())) {
      if (!headline.amount().low().isConstant()) {
        columns.add(
            Column.numeric(
                headline.metric(), headline.label(), value -> at(value, headline, symbols)));
      }
    }
    HtmlTable.of("Totals with every size at one value", "value", columns).write(VALUES, html);
  }

  private static Cell at(long value, Headline headline, Set<Symbol> symbols) {
    Map<String, Long> values = new TreeMap<>();
    symbols.forEach(symbol -> values.put(symbol.name(), value));
    try {
      return Cell.amount(headline.amount().bind(Bindings.of(values)), headline.unit());
    } catch (ArithmeticException e) {
      // A divisor is 0 there: the formula has no value.
      return Cell.amount(Amount.unknown("A divisor is 0."), headline.unit());
    }
  }
}
