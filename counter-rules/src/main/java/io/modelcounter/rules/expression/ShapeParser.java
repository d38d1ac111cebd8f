package io.modelcounter.rules.expression;

import io.modelcounter.rules.expression.Token.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads what stands for a shape in an expression.
 *
 * <pre>
 * shape   = operand [ "[" [ axis ] ":" [ axis ] "]" ]
 * operand = input | "out" INTEGER | "broadcast" "(" shape { "," shape } ")"
 * input   = "in" INTEGER
 * axis    = [ "-" ] INTEGER
 * </pre>
 */
final class ShapeParser {
  private static final int MOST_DIGITS = 4;
  private static final String BROADCAST = "broadcast";
  private static final String INPUT = "in";
  private static final String OUTPUT = "out";

  /** An operand whose number is not set apart. */
  private static final Pattern JOINED = Pattern.compile("(in|out)([0-9]{1,4})");

  private final Tokens tokens;
  private final int outputs;

  /** An input or output. */
  private record Operand(String side, int index) {}

  /**
   * Reads from words.
   *
   * @param outputs how many outputs there are to ask for
   */
  ShapeParser(Tokens tokens, int outputs) {
    this.tokens = tokens;
    this.outputs = outputs;
  }

  ShapeExpression shape() {
    ShapeExpression whole = tokens.peek().text().equals(BROADCAST) ? broadcast() : tensor();
    if (!tokens.takes('[')) {
      return whole;
    }
    OptionalInt from = axis();
    tokens.require(':');
    OptionalInt to = axis();
    tokens.require(']');
    return whole.slice(from, to);
  }

  private ShapeExpression broadcast() {
    tokens.take();
    tokens.require('(');
    List<ShapeExpression> shapes = new ArrayList<>();
    do {
      shapes.add(shape());
    } while (tokens.takes(','));
    tokens.require(')');
    return ShapeExpression.broadcast(shapes);
  }

  private ShapeExpression tensor() {
    Token first = tokens.peek();
    Operand operand = operand();
    if (operand.side().equals(INPUT)) {
      return ShapeExpression.input(operand.index());
    }
    if (operand.index() >= outputs) {
      throw new ExpressionException(
          first.start(),
          outputs == 0
              ? "the outputs are not known where their shapes are said, expected inputs"
              : "there is no output " + operand.index() + ", the rule has " + outputs + " outputs");
    }
    return ShapeExpression.output(operand.index());
  }

  /** The position of an input. */
  int input() {
    Token first = tokens.peek();
    Operand operand = operand();
    if (!operand.side().equals(INPUT)) {
      throw new ExpressionException(first.start(), "found an output, expected an input");
    }
    return operand.index();
  }

  private Operand operand() {
    Token side = tokens.peek();
    Matcher joined = JOINED.matcher(side.text());
    if (side.kind() == Kind.NAME && joined.matches()) {
      tokens.take();
      return new Operand(joined.group(1), Integer.parseInt(joined.group(2)));
    }
    boolean isSide = side.text().equals(INPUT) || side.text().equals(OUTPUT);
    if (side.kind() != Kind.NAME || !isSide) {
      throw tokens.unexpected("an input or output, such as in 0 or out 0");
    }
    tokens.take();
    return new Operand(side.text(), integer());
  }

  private OptionalInt axis() {
    boolean isNegative = tokens.takes('-');
    if (!isNegative && tokens.peek().kind() != Kind.INTEGER) {
      return OptionalInt.empty();
    }
    int axis = integer();
    return OptionalInt.of(isNegative ? -axis : axis);
  }

  private int integer() {
    Token token = tokens.peek();
    if (token.kind() != Kind.INTEGER || token.text().length() > MOST_DIGITS) {
      throw tokens.unexpected("a number of at most " + MOST_DIGITS + " digits");
    }
    return Integer.parseInt(tokens.take().text());
  }
}
