package io.modelcounter.report.summary;

import io.modelcounter.analysis.ModuleCost;
import io.modelcounter.analysis.Totals;
import io.modelcounter.report.table.Cell;
import io.modelcounter.report.table.Column;
import io.modelcounter.report.table.Unit;
import io.modelcounter.report.table.Yardstick;
import io.modelcounter.symbolic.Amount;
import java.math.BigInteger;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.IntStream;

/**
 * A module of the tree, or several that are one for the reader, as a row of a table.
 *
 * @param name name for people
 * @param module the module whose numbers the row shows
 * @param depth how deep it lies, 1 for the outermost
 * @param modules how many modules of the tree the row stands for
 */
public record ModuleRow(String name, ModuleCost module, int depth, int modules) {

  /**
   * Row of one module under its own name.
   *
   * @param module the module
   * @param depth how deep it lies
   * @return the row
   */
  public static ModuleRow of(ModuleCost module, int depth) {
    return new ModuleRow(module.name(), module, depth, 1);
  }

  /**
   * The dearest rows in the order in which they stand.
   *
   * @param rows rows
   * @param most greatest number of rows
   * @return all rows, or those that cost most
   */
  public static List<ModuleRow> dearest(List<ModuleRow> rows, int most) {
    if (rows.size() <= most) {
      return rows;
    }
    Set<Integer> kept = new HashSet<>();
    List<BigInteger> ranks = rows.stream().map(row -> Yardstick.rank(row.flops())).toList();
    IntStream.range(0, rows.size())
        .boxed()
        .sorted(Comparator.comparing((Integer i) -> ranks.get(i)).reversed())
        .limit(most)
        .forEach(kept::add);
    return IntStream.range(0, rows.size()).filter(kept::contains).mapToObj(rows::get).toList();
  }

  /**
   * Columns of a table of modules.
   *
   * @param name how a row is named in the table
   * @param totals what the shares are of
   * @return name, layers, MACs with their share, FLOPs, parameters with their share
   */
  public static List<Column<ModuleRow>> columns(Function<ModuleRow, String> name, Totals totals) {
    return List.of(
        Column.text("module", "Module", name),
        Column.numeric("layers", "Layers", row -> Cell.number(row.module.layers())),
        Column.numeric("macs", "MACs", row -> Cell.amount(row.macs(), Unit.COUNT)),
        Column.numeric("macs_pct", "MACs %", row -> Cell.share(row.macs(), totals.macs())),
        Column.numeric("flops", "FLOPs", row -> Cell.amount(row.flops(), Unit.COUNT)),
        Column.numeric(
            "parameters", "Parameters", row -> Cell.amount(row.module.parameters(), Unit.COUNT)),
        Column.numeric(
            "parameters_pct",
            "Params %",
            row -> Cell.share(row.module.parameters(), totals.parameters())));
  }

  /**
   * Its MACs.
   *
   * @return the amount
   */
  public Amount macs() {
    return amount("macs");
  }

  /**
   * Its FLOPs.
   *
   * @return the amount
   */
  public Amount flops() {
    return amount("flops");
  }

  private Amount amount(String convention) {
    return module
        .amounts()
        .getOrDefault(
            convention, Amount.unknown("The module has no amount of " + convention + "."));
  }
}
