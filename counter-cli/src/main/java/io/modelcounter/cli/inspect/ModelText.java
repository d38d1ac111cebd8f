package io.modelcounter.cli.inspect;

import io.modelcounter.analysis.Diagnostic;
import io.modelcounter.model.Constant;
import io.modelcounter.model.Function;
import io.modelcounter.model.Model;
import io.modelcounter.model.ModelOrigin;
import io.modelcounter.model.OperatorId;
import io.modelcounter.model.ValueInfo;
import io.modelcounter.report.summary.OperatorNames;
import io.modelcounter.report.table.Cell;
import io.modelcounter.report.table.Characters;
import io.modelcounter.report.table.Column;
import io.modelcounter.report.table.Numbers;
import io.modelcounter.report.text.Lines;
import io.modelcounter.report.text.TextTable;
import java.math.BigInteger;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/** Writes what a model file says, for people. */
final class ModelText {
  private static final int MOST_VALUES = 32;
  private static final int MOST_FUNCTIONS = 20;
  private static final int LARGEST = 5;
  private static final int LONGEST_TEXT = 200;

  private static final List<Column<Map.Entry<OperatorId, Integer>>> OPERATORS =
      List.of(
          Column.text("op", "Operator", entry -> OperatorNames.of(entry.getKey())),
          Column.numeric("opset", "Version", entry -> Cell.number(entry.getKey().version())),
          Column.numeric("count", "Nodes", entry -> Cell.number(entry.getValue())));

  private static final List<Column<Constant>> TENSORS =
      List.of(
          Column.text("name", "Largest", Constant::name),
          Column.text("type", "Type", constant -> constant.type().toString()),
          Column.numeric("bytes", "Bytes", constant -> bytes(StoredFacts.bytesOf(constant))));

  private final ModelFacts facts;
  private final Lines out;

  private ModelText(ModelFacts facts, int columns) {
    this.facts = facts;
    this.out = new Lines(columns);
  }

  static String of(ModelFacts facts, int columns) {
    ModelText text = new ModelText(facts, columns);
    text.file();
    text.operators();
    text.stored();
    text.functions();
    text.metadata();
    text.diagnostics();
    return text.out.toString();
  }

  private void file() {
    Model model = facts.model();
    ModelOrigin origin = model.origin();
    String external =
        origin.externalBytes() == 0
            ? ""
            : " + " + Numbers.iec(BigInteger.valueOf(origin.externalBytes())) + " external data";
    out.paragraph(origin.name(), 0);
    out.fact("size", Numbers.iec(BigInteger.valueOf(origin.bytes())) + external);
    out.fact("format", origin.format() + " version " + model.formatVersion());
    model.opsets().forEach((domain, version) -> out.fact("operators", domain + " " + version));
    out.fact("producer", model.producer().isEmpty() ? "not recorded" : model.producer());
    if (!origin.structureSha256().isEmpty()) {
      out.fact("structure", "SHA-256 " + origin.structureSha256());
    }
    values("input", model.graph().inputs());
    values("output", model.graph().outputs());
  }

  private void values(String label, List<ValueInfo> values) {
    for (ValueInfo value : values.subList(0, Math.min(MOST_VALUES, values.size()))) {
      boolean isStored = facts.model().graph().initializers().containsKey(value.name());
      out.fact(label, value.name() + ": " + value.type() + (isStored ? ", with a default" : ""));
    }
    if (values.size() > MOST_VALUES) {
      out.fact(label, "... and " + Numbers.grouped(values.size() - MOST_VALUES) + " more");
    }
  }

  private void operators() {
    String graphs =
        facts.graphs().size() == 1
            ? ""
            : " in " + Numbers.grouped(facts.graphs().size()) + " graphs";
    out.heading(Numbers.grouped(facts.nodes()) + " nodes" + graphs);
    if (!facts.operators().isEmpty()) {
      new TextTable<>(OPERATORS, facts.operators()).write(out);
    }
  }

  private void stored() {
    if (facts.stored().isEmpty()) {
      return;
    }
    StoredFacts all = StoredFacts.of(facts.stored());
    out.heading(Numbers.grouped(all.tensors()) + " stored tensors");
    StoredFacts.byType(facts.stored())
        .forEach(
            (type, some) ->
                out.fact(
                    type,
                    Numbers.grouped(some.tensors())
                        + " with "
                        + Numbers.grouped(some.elements())
                        + " elements, "
                        + Numbers.iec(some.bytes())));
    new TextTable<>(TENSORS, StoredFacts.largest(facts.stored(), LARGEST)).write(out);
  }

  private void functions() {
    List<Function> functions =
        facts.model().functions().values().stream()
            .sorted(Comparator.comparing(GraphPart::name))
            .toList();
    if (functions.isEmpty()) {
      return;
    }
    out.heading(Numbers.grouped(functions.size()) + " functions");
    for (Function function : functions.subList(0, Math.min(MOST_FUNCTIONS, functions.size()))) {
      int nodes = function.body().nodes().size();
      out.item(GraphPart.name(function) + ", " + Numbers.grouped(nodes) + " nodes");
    }
    if (functions.size() > MOST_FUNCTIONS) {
      out.item("... and " + Numbers.grouped(functions.size() - MOST_FUNCTIONS) + " more");
    }
  }

  private void metadata() {
    if (facts.model().metadata().isEmpty()) {
      return;
    }
    out.heading("Metadata");
    facts
        .model()
        .metadata()
        .forEach((key, value) -> out.item(key + ": " + Characters.elide(value, LONGEST_TEXT)));
  }

  private void diagnostics() {
    if (facts.diagnostics().isEmpty()) {
      return;
    }
    out.heading("Remarks on the model file");
    for (Diagnostic diagnostic : facts.diagnostics()) {
      out.item(diagnostic.toString());
    }
  }

  private static Cell bytes(BigInteger bytes) {
    return Cell.text(bytes.toString(), Numbers.iec(bytes));
  }
}
