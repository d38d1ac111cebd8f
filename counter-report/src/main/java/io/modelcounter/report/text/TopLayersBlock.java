package io.modelcounter.report.text;

import io.modelcounter.analysis.Analysis;
import io.modelcounter.analysis.LayerCost;
import io.modelcounter.analysis.Report;
import io.modelcounter.report.summary.CoverageText;
import io.modelcounter.report.summary.LayerColumns;
import io.modelcounter.report.summary.TopLayers;
import io.modelcounter.report.table.Column;
import io.modelcounter.report.table.Numbers;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** The layers that cost most. */
final class TopLayersBlock implements Block {
  private static final String OPERATOR = "op";
  private static final String INPUTS = "input_shapes";
  private static final String OUTPUTS = "output_shapes";

  /** Columns to leave out, in the order of the attempts; a name often ends with the operator. */
  private static final List<Set<String>> LEFT_OUT =
      List.of(
          Set.of(),
          Set.of(INPUTS),
          Set.of(INPUTS, OPERATOR),
          Set.of(INPUTS, OUTPUTS),
          Set.of(INPUTS, OUTPUTS, OPERATOR));

  @Override
  public void write(Report report, Lines out) {
    Analysis analysis = report.analysis();
    TopLayers top = TopLayers.of(analysis, report.top());
    if (top.layers().isEmpty()) {
      return;
    }
    LayerColumns columns = new LayerColumns(analysis);
    String convention = top.convention();
    int count = top.layers().size();
    String layers = count == 1 ? "Top layer" : "Top " + Numbers.grouped(count) + " layers";
    out.heading(layers + " by " + columns.get(convention).heading());
    table(columns, top, out.width()).write(out);
    String shares = CoverageText.shares(analysis);
    if (!shares.isEmpty()) {
      out.item(shares);
    }
  }

  /** The table with as many columns as leave room for the names. */
  private static TextTable<LayerCost> table(LayerColumns columns, TopLayers top, int width) {
    boolean namesTellOperators = top.layers().stream().allMatch(TopLayersBlock::namesOperator);
    TextTable<LayerCost> table = table(columns, top, LEFT_OUT.get(0));
    for (int i = 1; i < LEFT_OUT.size() && !table.fits(width, i > 1); i++) {
      if (namesTellOperators || !LEFT_OUT.get(i).contains(OPERATOR)) {
        table = table(columns, top, LEFT_OUT.get(i));
      }
    }
    return table;
  }

  private static TextTable<LayerCost> table(
      LayerColumns columns, TopLayers top, Set<String> leftOut) {
    String convention = top.convention();
    List<Column<LayerCost>> shown =
        Stream.of("index", "name", OPERATOR, INPUTS, OUTPUTS, convention, convention + "_pct")
            .filter(id -> !leftOut.contains(id))
            .map(columns::get)
            .toList();
    return new TextTable<>(shown, top.layers());
  }

  /** Tells whether a name ends with its operator, such as {@code /dense/MatMul_1}. */
  private static boolean namesOperator(LayerCost layer) {
    String name = layer.name().substring(layer.name().lastIndexOf('/') + 1);
    String operator = layer.operator().name();
    return name.equals(operator) || name.startsWith(operator + "_");
  }
}
