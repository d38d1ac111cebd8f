package io.modelcounter.report.html.data;

import io.modelcounter.analysis.Analysis;
import io.modelcounter.analysis.LayerCost;
import io.modelcounter.analysis.MemoryProfile;
import io.modelcounter.model.ValueInfo;
import io.modelcounter.report.summary.Headline;
import io.modelcounter.report.table.Characters;
import io.modelcounter.report.table.Yardstick;
import io.modelcounter.symbolic.Amount;
import io.modelcounter.symbolic.Symbol;
import java.util.List;
import java.util.Set;

/** Writes the data that the scripts of the page work on. */
public final class PageData {
  private final StringTable strings = new StringTable();
  private final AmountTable amounts = new AmountTable();
  private final TensorTable tensors = new TensorTable(strings);
  private final FormulaTable formulas = new FormulaTable(strings);
  private final OperatorTable operators = new OperatorTable(strings);
  private final LayerTable layers = new LayerTable(strings, amounts, tensors, formulas, operators);

  private PageData() {}

  /**
   * Writes the data of an analysis.
   *
   * @param analysis the analysis
   * @return JSON, of which every character is visible
   */
  public static String of(Analysis analysis) {
    return new PageData().write(analysis);
  }

  /** Tables are filled before they are written. */
  private String write(Analysis analysis) {
    analysis.layers().forEach(layers::prepare);
    JsonText json = new JsonText().open('{');
    json.key("model").value(strings.index(analysis.origin().name()));
    json.key("symbolValue").value(Yardstick.SYMBOL_VALUE);
    symbols(OpenSizes.of(analysis), json);
    json.key("totals").open('{');
    for (Headline headline : Headline.main(analysis.totals())) {
      json.key(headline.metric()).value(amounts.index(headline.amount()));
    }
    json.close('}');
    json.key("inputs").values(values(analysis.inputs()));
    json.key("outputs").values(values(analysis.outputs()));
    memory(analysis, json);
    analysis.layers().forEach(layers::add);
    json.key("layers");
    layers.write(json);
    json.key("operators");
    operators.write(json);
    json.key("formulas");
    formulas.write(json);
    json.key("tensors");
    tensors.write(json);
    json.key("amounts");
    amounts.write(json);
    json.key("strings");
    strings.write(json);
    return json.close('}').toString();
  }

  /** Names of symbols are whole, as they stand in formulas. */
  private static void symbols(Set<Symbol> symbols, JsonText json) {
    json.key("symbols").open('[');
    for (Symbol symbol : symbols) {
      json.value(Characters.escape(symbol.name(), Characters::isVisible));
    }
    json.close(']');
  }

  /** Writes the nodes in their order of execution, unless they are the first layers. */
  private void memory(Analysis analysis, JsonText json) {
    MemoryProfile memory = analysis.memory();
    List<String> first =
        analysis.layers().stream().limit(memory.steps().size()).map(LayerCost::name).toList();
    if (!memory.steps().equals(first)) {
      json.key("steps").values(texts(memory.steps()));
    }
    json.key("curve").values(memory.curve().stream().map(this::amount).toList());
  }

  private int amount(Amount amount) {
    return amounts.index(amount);
  }

  private List<Integer> texts(List<String> texts) {
    return texts.stream().map(strings::index).toList();
  }

  private List<Integer> values(List<ValueInfo> values) {
    return values.stream().map(tensors::index).toList();
  }
}
