package io.modelcounter.cli.reconcile;

import io.modelcounter.analysis.Analysis;
import io.modelcounter.analysis.LayerCost;
import io.modelcounter.model.ValueInfo;
import io.modelcounter.report.table.Cell;
import io.modelcounter.report.table.Column;
import io.modelcounter.report.table.Shapes;
import io.modelcounter.report.table.Unit;
import io.modelcounter.symbolic.Amount;
import io.modelcounter.symbolic.Size;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * The table of torchstat, under its own rules: a row for each layer that it counts anything of.
 * Shapes are those of one sample.
 */
final class TorchstatTable {
  /** Conventions that an analysis needs for the table. */
  static final List<String> CONVENTIONS =
      List.of(
          "torchstat-parameters",
          "torchstat-memory",
          "torchstat-madd",
          "torchstat",
          "torchstat-memread",
          "torchstat-memwrite");

  private TorchstatTable() {}

  /** A layer, or the sum of all. */
  record Row(String module, String input, String output, Function<String, Amount> amounts) {
    private boolean isEmpty() {
      return CONVENTIONS.stream().allMatch(id -> amounts.apply(id).equals(Amount.zero()));
    }
  }

  /** The columns, under the names that torchstat gives them. */
  static List<Column<Row>> columns() {
    return List.of(
        Column.text("module", "module name", Row::module),
        Column.text("input_shape", "input shape", Row::input),
        Column.text("output_shape", "output shape", Row::output),
        amount("params", "params", "torchstat-parameters", Unit.COUNT),
        amount("memory_bytes", "memory", "torchstat-memory", Unit.BYTES),
        amount("madd", "MAdd", "torchstat-madd", Unit.COUNT),
        amount("flops", "Flops", "torchstat", Unit.COUNT),
        amount("memread_bytes", "MemRead", "torchstat-memread", Unit.BYTES),
        amount("memwrite_bytes", "MemWrite", "torchstat-memwrite", Unit.BYTES));
  }

  /** The rows, and after them their sum. */
  static List<Row> rows(Analysis analysis) {
    List<Row> rows = new ArrayList<>();
    for (LayerCost layer : analysis.countedLayers()) {
      Row row =
          new Row(
              layer.scope().isEmpty() ? layer.name() : String.join(".", layer.scope()),
              shape(layer.inputs()),
              shape(layer.outputs()),
              layer::amount);
      if (!row.isEmpty()) {
        rows.add(row);
      }
    }
    rows.add(new Row("total", "", "", analysis.totals()::amount));
    return rows;
  }

  private static Column<Row> amount(String id, String heading, String convention, Unit unit) {
    return Column.numeric(id, heading, row -> Cell.amount(row.amounts().apply(convention), unit));
  }

  /** The first value without its batch, as torchstat writes it. */
  private static String shape(List<ValueInfo> values) {
    return values.stream()
        .limit(1)
        .flatMap(value -> Shapes.shape(value.type()).stream())
        .flatMap(shape -> shape.dims().stream().skip(1))
        .map(Size::toString)
        .collect(Collectors.joining(" "));
  }
}
