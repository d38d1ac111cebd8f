package io.modelcounter.report.summary;

import io.modelcounter.analysis.Analysis;
import io.modelcounter.analysis.LayerCost;
import io.modelcounter.analysis.MemoryProfile;
import io.modelcounter.analysis.Totals;
import io.modelcounter.model.ValueInfo;
import io.modelcounter.report.table.Cell;
import io.modelcounter.report.table.Column;
import io.modelcounter.report.table.Shapes;
import io.modelcounter.report.table.Unit;
import io.modelcounter.symbolic.Amount;
import io.modelcounter.symbolic.Size;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** The columns that a table of layers can have. */
public final class LayerColumns {
  private static final String MAIN_GRAPH = "main";

  private final MemoryProfile memory;
  private final List<Column<LayerCost>> columns;

  /**
   * Makes the columns for the layers of an analysis.
   *
   * @param analysis the analysis, whose totals the shares are of
   */
  public LayerColumns(Analysis analysis) {
    this.memory = analysis.memory();
    Totals totals = analysis.totals();
    List<Column<LayerCost>> all = new ArrayList<>(fixed(totals));
    Headline.otherConventions(totals.amounts())
        .keySet()
        .forEach(id -> all.add(count(id, id, layer -> amount(layer, id))));
    this.columns = List.copyOf(all);
  }

  /** The columns of every report; columns of conventions that were asked for come after them. */
  private List<Column<LayerCost>> fixed(Totals totals) {
    return List.of(
        Column.numeric("row", "Row", layer -> Cell.number(layer.index() + 1L)),
        Column.text("graph", "Graph", LayerCost::graph),
        Column.numeric("index", "#", layer -> Cell.number(layer.index())),
        Column.text("name", "Name", LayerCost::name),
        Column.text("scope", "Module", layer -> String.join(".", layer.scope())),
        Column.text("op", "Operator", layer -> layer.operator().name()),
        Column.text("domain", "Domain", layer -> layer.operator().domain()),
        Column.numeric("opset", "Opset", layer -> Cell.number(layer.operator().version())),
        Column.text("status", "Status", layer -> layer.status().text()),
        Column.text("reason", "Reason", Reasons::text),
        Column.text("counted_by", "Counted by", LayerCost::countedBy),
        count("macs", "MACs", layer -> layer.amount("macs")),
        count("flops", "FLOPs", layer -> layer.amount("flops")),
        count("parameters", "Parameters", LayerCost::parameters),
        bytes("weight_bytes", "Weight bytes", LayerCost::weightBytes),
        bytes("input_bytes", "Input bytes", layer -> Shapes.bytes(layer.inputs())),
        bytes("output_bytes", "Output bytes", layer -> Shapes.bytes(layer.outputs())),
        Column.numeric("live_bytes", "Live bytes", this::live),
        bytes("read_bytes", "Read bytes", layer -> layer.traffic().readBytes()),
        bytes("write_bytes", "Write bytes", layer -> layer.traffic().writeBytes()),
        Column.text("dtype", "Type", LayerColumns::type),
        shapes("input_shapes", "Input shapes", LayerCost::inputs),
        shapes("output_shapes", "Output shapes", LayerCost::outputs),
        count("multiplicity", "Times", LayerCost::multiplicity),
        share("macs_pct", "MACs %", layer -> layer.amount("macs"), totals.macs()),
        share("flops_pct", "FLOPs %", layer -> layer.amount("flops"), totals.flops()),
        share("parameters_pct", "Params %", LayerCost::parameters, totals.parameters()),
        Column.text("key", "Key", layer -> layer.graph() + "#" + layer.index()),
        end("macs_low", layer -> Optional.of(layer.amount("macs").low())),
        end("macs_high", layer -> layer.amount("macs").high()),
        end("flops_low", layer -> Optional.of(layer.amount("flops").low())),
        end("flops_high", layer -> layer.amount("flops").high()),
        Column.text("formula", "Formula", layer -> layer.cost().formula().text()),
        Column.text("ignored", "Left out", layer -> layer.isIgnored() ? "yes" : ""));
  }

  /**
   * All columns.
   *
   * @return the columns in the order of data
   */
  public List<Column<LayerCost>> all() {
    return columns;
  }

  /**
   * One column.
   *
   * @param id its name in data
   * @return the column
   * @throws IllegalArgumentException if there is none of that name
   */
  public Column<LayerCost> get(String id) {
    return columns.stream()
        .filter(column -> column.id().equals(id))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("There is no column " + id + "."));
  }

  /** Bytes alive while a layer runs; only nodes of the main graph are steps of the profile. */
  private Cell live(LayerCost layer) {
    int step = layer.index();
    boolean isStep =
        layer.graph().equals(MAIN_GRAPH)
            && step < memory.steps().size()
            && memory.steps().get(step).equals(layer.name());
    return isStep ? Cell.amount(memory.curve().get(step), Unit.BYTES) : Cell.empty();
  }

  private static Amount amount(LayerCost layer, String convention) {
    return layer
        .amounts()
        .getOrDefault(convention, Amount.unknown("The layer has no amount of " + convention + "."));
  }

  private static String type(LayerCost layer) {
    return layer.outputs().isEmpty() ? "" : layer.outputs().get(0).type().text();
  }

  private static Column<LayerCost> shapes(
      String id, String heading, Function<LayerCost, List<ValueInfo>> values) {
    return new Column<>(
        id,
        heading,
        false,
        layer -> Cell.text(Shapes.text(values.apply(layer)), Shapes.display(values.apply(layer))));
  }

  private static Column<LayerCost> count(
      String id, String heading, Function<LayerCost, Amount> amount) {
    return Column.numeric(id, heading, layer -> Cell.amount(amount.apply(layer), Unit.COUNT));
  }

  private static Column<LayerCost> bytes(
      String id, String heading, Function<LayerCost, Amount> amount) {
    return Column.numeric(id, heading, layer -> Cell.amount(amount.apply(layer), Unit.BYTES));
  }

  private static Column<LayerCost> share(
      String id, String heading, Function<LayerCost, Amount> part, Amount whole) {
    return Column.numeric(
        id,
        heading,
        layer -> layer.isIgnored() ? Cell.empty() : Cell.share(part.apply(layer), whole));
  }

  private static Column<LayerCost> end(String id, Function<LayerCost, Optional<Size>> end) {
    return Column.numeric(
        id,
        id,
        layer ->
            end.apply(layer)
                .map(size -> Cell.amount(Amount.exact(size), Unit.COUNT))
                .orElse(Cell.empty()));
  }
}
