package io.modelcounter.cli.explain;

import io.modelcounter.analysis.Analysis;
import io.modelcounter.analysis.LayerCost;
import io.modelcounter.analysis.PluginUse;
import io.modelcounter.cost.Formula;
import io.modelcounter.cost.Work;
import io.modelcounter.model.ValueInfo;
import io.modelcounter.report.summary.Headline;
import io.modelcounter.report.summary.OperatorNames;
import io.modelcounter.report.summary.Reasons;
import io.modelcounter.report.table.Amounts;
import io.modelcounter.report.table.Cell;
import io.modelcounter.report.table.Column;
import io.modelcounter.report.table.Numbers;
import io.modelcounter.report.table.Unit;
import io.modelcounter.report.text.Lines;
import io.modelcounter.report.text.TextTable;
import io.modelcounter.symbolic.Amount;
import io.modelcounter.symbolic.Size;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

/** How a layer of a model is counted, with the numbers in it, for people. */
final class LayerPage {
  private static final List<Column<Formula.Term>> TERMS =
      List.of(
          Column.text("term", "Term", Formula.Term::name),
          Column.numeric("value", "Value", term -> Cell.text(Amounts.full(exact(term.value())))),
          Column.text("meaning", "Meaning", Formula.Term::meaning));

  private static final List<Column<WorkRow>> WORK =
      List.of(
          Column.text("kind", "Work of one execution", WorkRow::kind),
          Column.text("type", "Type", WorkRow::type),
          Column.numeric("amount", "Amount", row -> Cell.text(row.amount())));

  /** An amount of work of one kind. */
  private record WorkRow(String kind, String type, String amount) {}

  private final Analysis analysis;
  private final LayerCost layer;
  private final Lines out;

  private LayerPage(Analysis analysis, LayerCost layer, Lines out) {
    this.analysis = analysis;
    this.layer = layer;
    this.out = out;
  }

  static void write(Analysis analysis, LayerCost layer, Lines out) {
    LayerPage page = new LayerPage(analysis, layer, out);
    page.facts();
    page.formula();
    page.costs();
    page.assumptions();
  }

  private void facts() {
    out.paragraph(
        layer.name()
            + " ("
            + OperatorNames.of(layer.operator())
            + " "
            + layer.operator().version()
            + ")",
        0);
    out.fact("layer", Numbers.grouped(layer.index()) + " of " + analysis.origin().name());
    if (!layer.graph().equals("main")) {
      out.fact("graph", layer.graph());
    }
    if (!layer.scope().isEmpty()) {
      out.fact("module", String.join(".", layer.scope()));
    }
    values("input", layer.inputs());
    values("output", layer.outputs());
    out.fact("status", layer.status().text() + (layer.isIgnored() ? ", left out of totals" : ""));
    Reasons.of(layer).forEach(reason -> out.fact("because", reason));
    out.fact("counted by", countedBy());
    if (!layer.multiplicity().equals(exact(Size.ONE))) {
      out.fact("executed", Amounts.full(layer.multiplicity()) + " times");
    }
  }

  private void values(String label, List<ValueInfo> values) {
    values.forEach(value -> out.fact(label, value.name() + ": " + value.type()));
  }

  private String countedBy() {
    if (layer.countedBy().isEmpty()) {
      return "nobody";
    }
    return analysis.plugins().stream()
        .filter(plugin -> plugin.id().equals(layer.countedBy()))
        .findFirst()
        .map(PluginUse::toString)
        .orElse(layer.countedBy());
  }

  private void formula() {
    Formula formula = layer.cost().formula();
    if (formula.expression().isEmpty()) {
      return;
    }
    out.heading("Formula of the main term");
    out.item(formula.expression());
    if (!formula.terms().isEmpty()) {
      new TextTable<>(TERMS, formula.terms()).write(out);
    }
  }

  private void costs() {
    out.heading("Cost in one inference");
    out.fact("MACs", number(layer.amount("macs"), Unit.COUNT));
    out.fact("FLOPs", number(layer.amount("flops"), Unit.COUNT));
    Headline.otherConventions(layer.amounts())
        .forEach((id, amount) -> out.fact(id, number(amount, Unit.COUNT)));
    out.fact("parameters", number(layer.parameters(), Unit.COUNT));
    out.fact("weights", number(layer.weightBytes(), Unit.BYTES));
    out.fact("read", number(layer.traffic().readBytes(), Unit.BYTES));
    out.fact("written", number(layer.traffic().writeBytes(), Unit.BYTES));
    List<WorkRow> rows = work();
    if (!rows.isEmpty()) {
      out.paragraph(" ", 0);
      new TextTable<>(WORK, rows).write(out);
    }
  }

  private static String number(Amount amount, Unit unit) {
    String brief = Amounts.brief(amount, unit);
    String full = Amounts.full(amount);
    boolean isSame = brief.equals(full) || brief.equals(full + " B");
    return isSame ? brief : brief + " = " + full;
  }

  private List<WorkRow> work() {
    Map<Work.Key, Size> least = layer.cost().low().amounts();
    Optional<Map<Work.Key, Size>> most = layer.cost().high().map(Work::amounts);
    TreeSet<Work.Key> keys = new TreeSet<>(least.keySet());
    most.ifPresent(amounts -> keys.addAll(amounts.keySet()));
    List<WorkRow> rows = new ArrayList<>();
    for (Work.Key key : keys) {
      Size low = least.getOrDefault(key, Size.ZERO);
      Amount amount =
          most.map(high -> Amount.between(low, high.getOrDefault(key, Size.ZERO), "bounded"))
              .orElseGet(() -> Amount.atLeast(low, "bounded"));
      String kind = key.kind().name().toLowerCase(Locale.ROOT).replace('_', ' ');
      rows.add(new WorkRow(kind, key.type().text(), Amounts.full(amount)));
    }
    return rows;
  }

  private void assumptions() {
    if (!layer.cost().assumptions().isEmpty()) {
      out.heading("Assumed");
      layer.cost().assumptions().forEach(out::item);
    }
  }

  private static Amount exact(Size size) {
    return Amount.exact(size);
  }
}
