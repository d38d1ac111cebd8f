package io.modelcounter.rules.expression;

import io.modelcounter.cost.Formula;
import io.modelcounter.spi.Call;
import io.modelcounter.spi.InvalidNodeException;
import io.modelcounter.spi.UnknownInputException;
import io.modelcounter.symbolic.Size;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** An amount of work as an expression over inputs, outputs and attributes. */
public final class AmountExpression {
  private final String text;
  private final Expression expression;
  private final List<Reference> references;

  private AmountExpression(String text, Expression expression, List<Reference> references) {
    this.text = text;
    this.expression = expression;
    this.references = references;
  }

  /**
   * Reads an expression.
   *
   * @param text the expression
   * @param outputs how many outputs it can ask for
   * @throws ExpressionException if it is none
   */
  public static AmountExpression parse(String text, int outputs) {
    ExpressionParser parser = new ExpressionParser(text, outputs);
    Expression expression = parser.amount();
    return new AmountExpression(text.strip(), expression, parser.references());
  }

  /**
   * The amount for a node.
   *
   * @throws UnknownInputException if it hangs on something that is not known
   * @throws InvalidNodeException if the node contradicts the expression
   */
  public Size value(Call call) {
    Size value = expression.value(call);
    if (Size.ZERO.isGreaterThan(value)) {
      throw new InvalidNodeException(
          "the rule \"" + text + "\" gives the negative amount " + value);
    }
    return value;
  }

  /** A formula with what this expression looks up in a node, besides what it explains already. */
  public Formula explainedIn(Formula formula, Call call) {
    Set<String> known = new LinkedHashSet<>();
    formula.terms().forEach(term -> known.add(term.name()));
    Formula explained = formula;
    for (Reference reference : references) {
      if (known.add(reference.text())) {
        explained =
            explained.where(
                reference.text(), reference.meaning(), reference.expression().value(call));
      }
    }
    return explained;
  }

  /** The text that was read. */
  @Override
  public String toString() {
    return text;
  }
}
