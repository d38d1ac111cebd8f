package io.modelcounter.rules.expression;

import io.modelcounter.model.Shape;
import io.modelcounter.spi.Call;
import io.modelcounter.spi.InvalidNodeException;
import io.modelcounter.spi.UnknownInputException;
import io.modelcounter.symbolic.Size;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** One dimension of an output as an expression over inputs and attributes, or several. */
public final class DimensionsExpression {
  private final String text;
  private final boolean isOne;
  private final Function<Call, List<Size>> dims;

  private DimensionsExpression(String text, boolean isOne, Function<Call, List<Size>> dims) {
    this.text = text;
    this.isOne = isOne;
    this.dims = dims;
  }

  /**
   * Reads an expression.
   *
   * @param text an expression for one dimension, or {@code dims(...)} for all those of a shape
   * @throws ExpressionException if it is neither
   */
  public static DimensionsExpression parse(String text) {
    ExpressionParser parser = new ExpressionParser(text, 0);
    if (parser.isAllOfAShape()) {
      ShapeExpression shape = parser.allOfAShape();
      return new DimensionsExpression(text.strip(), false, call -> shape.of(call).dims());
    }
    Expression size = parser.amount();
    return new DimensionsExpression(text.strip(), true, call -> List.of(size.value(call)));
  }

  /**
   * The shape that several of these make together.
   *
   * @param parts what gives the dimensions, in order
   * @param call the node
   * @param output position of the output
   * @return the shape; a dimension of which nothing is known is a new symbol; the rank is unknown
   *     if that of a part is
   * @throws InvalidNodeException if the node contradicts an expression
   */
  public static Shape shape(List<DimensionsExpression> parts, Call call, int output) {
    List<Size> dims = new ArrayList<>();
    for (DimensionsExpression part : parts) {
      try {
        part.dims.apply(call).forEach(dim -> dims.add(part.checked(dim, dims.size(), output)));
      } catch (UnknownInputException unknown) {
        if (!part.isOne) {
          return Shape.unknownRank(unknown.reason());
        }
        dims.add(call.freshSize(output, "dim" + dims.size(), unknown.reason()));
      }
    }
    return Shape.of(dims);
  }

  private Size checked(Size dim, int axis, int output) {
    if (Size.ZERO.isGreaterThan(dim)) {
      throw new InvalidNodeException(
          "the rule \""
              + text
              + "\" gives dimension "
              + axis
              + " of output "
              + output
              + " the negative size "
              + dim);
    }
    return dim;
  }

  /** The text that was read. */
  @Override
  public String toString() {
    return text;
  }
}
