package io.modelcounter.rules.expression;

import io.modelcounter.rules.expression.Token.Kind;
import io.modelcounter.spi.Call;
import io.modelcounter.symbolic.Size;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BinaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Reads the text of an expression.
 *
 * <pre>
 * amount   = product { ( "+" | "-" ) product }
 * product  = factor { ( "*" | "/" ) factor }
 * factor   = "-" factor | INTEGER | "(" amount ")" | function
 * function = "elements" "(" shape ")"
 *          | "rank" "(" shape ")"
 *          | "dim" "(" shape "," amount ")"
 *          | "has" "(" input ")"
 *          | "value" "(" input "," amount ")"
 *          | "attr" "(" name [ "[" amount "]" ] [ "," amount ] ")"
 *          | "prod" "(" name [ "," amount ] ")"
 *          | ( "floor" | "ceil" ) "(" product "/" factor ")"
 *          | ( "min" | "max" ) "(" amount { "," amount } ")"
 * name     = NAME | "'" any text "'"
 * </pre>
 *
 * Shapes and inputs are those of {@link ShapeParser}.
 */
final class ExpressionParser {
  private static final int DEEPEST = 50;
  private static final String DIMS = "dims";

  private static final List<String> FUNCTIONS =
      List.of(
          "attr", "ceil", "dim", "elements", "floor", "has", "max", "min", "prod", "rank", "value");

  private final Tokens tokens;
  private final ShapeParser shapes;
  private final List<Reference> references = new ArrayList<>();
  private int depth;

  /** A division in which nothing must be left over, unless a floor or ceil is all around it. */
  private record Quotient(Expression dividend, Expression divisor) implements Expression {
    @Override
    public Size value(Call call) {
      return Arithmetic.exactQuotient(dividend.value(call), divisor.value(call));
    }
  }

  /**
   * Starts with a text.
   *
   * @param outputs how many outputs the expression can ask for
   * @throws ExpressionException if a character has no place in an expression
   */
  ExpressionParser(String text, int outputs) {
    this.tokens = Tokens.of(text);
    this.shapes = new ShapeParser(tokens, outputs);
  }

  /** Tells whether the text asks for all dimensions of a shape. */
  boolean isAllOfAShape() {
    return tokens.peek().text().equals(DIMS);
  }

  /** The whole text as {@code dims(shape)}. */
  ShapeExpression allOfAShape() {
    tokens.take();
    tokens.require('(');
    ShapeExpression shape = shapes.shape();
    tokens.require(')');
    requireEnd();
    return shape;
  }

  /** The whole text as an amount. */
  Expression amount() {
    Expression amount = sum();
    requireEnd();
    return amount;
  }

  /** What the expression looks up in a node, in order, without what that looks up itself. */
  List<Reference> references() {
    return List.copyOf(references);
  }

  private void requireEnd() {
    if (tokens.peek().kind() != Kind.END) {
      throw tokens.unexpected("an operator or the end");
    }
  }

  private Expression sum() {
    Expression sum = term();
    while (tokens.peek().isSign('+') || tokens.peek().isSign('-')) {
      boolean isPlus = tokens.take().isSign('+');
      sum = both(isPlus ? Size::plus : Size::minus, sum, term());
    }
    return sum;
  }

  private Expression term() {
    Expression term = factor();
    while (tokens.peek().isSign('*') || tokens.peek().isSign('/')) {
      boolean isTimes = tokens.take().isSign('*');
      Expression factor = factor();
      term = isTimes ? both(Size::times, term, factor) : new Quotient(term, factor);
    }
    return term;
  }

  private static Expression both(
      BinaryOperator<Size> operation, Expression left, Expression right) {
    return call -> operation.apply(left.value(call), right.value(call));
  }

  private Expression factor() {
    depth++;
    if (depth > DEEPEST) {
      throw new ExpressionException(
          tokens.peek().start(), "more than " + DEEPEST + " levels inside one another");
    }
    Expression factor = simple();
    depth--;
    return factor;
  }

  private Expression simple() {
    if (tokens.takes('-')) {
      Expression negated = factor();
      return call -> negated.value(call).negate();
    }
    if (tokens.takes('(')) {
      Expression inner = sum();
      tokens.require(')');
      return inner;
    }
    if (tokens.peek().kind() == Kind.INTEGER) {
      Size number = Size.of(Long.parseLong(tokens.take().text()));
      return call -> number;
    }
    if (tokens.peek().kind() == Kind.NAME) {
      return function();
    }
    throw tokens.unexpected("a number, a function or a parenthesis");
  }

  private Expression function() {
    Token name = tokens.take();
    if (!FUNCTIONS.contains(name.text())) {
      throw new ExpressionException(
          name.start(),
          "there is no function \"" + name.text() + "\"; there are " + String.join(", ", FUNCTIONS),
          name.text(),
          FUNCTIONS);
    }
    tokens.require('(');
    return switch (name.text()) {
      case "floor" -> closed(rounded(name, Arithmetic::floor));
      case "ceil" -> closed(rounded(name, Arithmetic::ceil));
      case "min" -> closed(extreme(Size::min));
      case "max" -> closed(extreme(Size::max));
      default -> lookup(name);
    };
  }

  private Expression closed(Expression expression) {
    tokens.require(')');
    return expression;
  }

  private Expression rounded(Token name, BinaryOperator<Size> rounding) {
    int start = tokens.peek().start();
    if (sum() instanceof Quotient quotient) {
      return both(rounding, quotient.dividend(), quotient.divisor());
    }
    String function = name.text();
    throw new ExpressionException(
        start, "found no quotient, expected " + function + "(a / b) with one division outside");
  }

  private Expression extreme(BinaryOperator<Size> choice) {
    Expression extreme = sum();
    while (tokens.takes(',')) {
      extreme = both(choice, extreme, sum());
    }
    return extreme;
  }

  private Expression lookup(Token name) {
    int before = references.size();
    Lookup lookup =
        switch (name.text()) {
          case "elements" -> Lookups.elements(shapes.shape());
          case "rank" -> Lookups.rank(shapes.shape());
          case "dim" -> Lookups.dimension(shapes.shape(), second());
          case "has" -> Lookups.presence(shapes.input());
          case "value" -> Lookups.element(shapes.input(), second());
          case "prod" -> Lookups.product(attributeName(), otherwise());
          default -> attribute();
        };
    tokens.require(')');
    references.subList(before, references.size()).clear();
    references.add(
        new Reference(tokens.textFrom(name.start()), lookup.meaning(), lookup.expression()));
    return lookup.expression();
  }

  private Subexpression second() {
    tokens.require(',');
    return subexpression();
  }

  private Subexpression subexpression() {
    int start = tokens.peek().start();
    Expression expression = sum();
    return new Subexpression(tokens.textFrom(start), expression);
  }

  private Lookup attribute() {
    String name = attributeName();
    if (!tokens.takes('[')) {
      return Lookups.attribute(name, otherwise());
    }
    Subexpression position = subexpression();
    tokens.require(']');
    return Lookups.attributeItem(name, position, otherwise());
  }

  private String attributeName() {
    Token name = tokens.peek();
    if (name.kind() != Kind.NAME && name.kind() != Kind.QUOTED) {
      throw tokens.unexpected("the name of an attribute");
    }
    return tokens.take().text();
  }

  private @Nullable Expression otherwise() {
    return tokens.takes(',') ? sum() : null;
  }
}
