package io.modelcounter.report.json;

import io.modelcounter.cost.Formula;
import java.io.IOException;

/** How the cost of a layer comes about. */
final class FormulaJson {
  private FormulaJson() {}

  /** Writes the formula as a text, and its terms if it has some. */
  static void write(Formula formula, JsonOut out) throws IOException {
    out.textOrNull("formula", formula.text());
    if (formula.terms().isEmpty()) {
      return;
    }
    out.text("expression", formula.expression());
    out.startArray("terms");
    for (Formula.Term term : formula.terms()) {
      out.startObject();
      out.text("name", term.name());
      out.text("meaning", term.meaning());
      out.key("value");
      out.size(term.value());
      out.endObject();
    }
    out.endArray();
  }
}
