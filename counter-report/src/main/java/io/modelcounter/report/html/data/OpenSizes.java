package io.modelcounter.report.html.data;

import io.modelcounter.analysis.Analysis;
import io.modelcounter.report.summary.Headline;
import io.modelcounter.symbolic.Amount;
import io.modelcounter.symbolic.Size;
import io.modelcounter.symbolic.Symbol;
import java.util.Set;
import java.util.TreeSet;

/** Sizes that the reader of a page can try values for. */
public final class OpenSizes {
  private OpenSizes() {}

  /**
   * The symbols that inputs or totals hang on.
   *
   * @param analysis the analysis
   * @return the symbols, sorted, without those that the data decide
   */
  public static Set<Symbol> of(Analysis analysis) {
    Set<Symbol> symbols = new TreeSet<>(analysis.symbols());
    for (Headline headline : Headline.main(analysis.totals())) {
      add(headline.amount(), symbols);
    }
    symbols.removeIf(Symbol::isDataDependent);
    return symbols;
  }

  private static void add(Amount amount, Set<Symbol> symbols) {
    symbols.addAll(amount.low().symbols());
    amount.high().map(Size::symbols).ifPresent(symbols::addAll);
  }
}
