package io.modelcounter.rules.expression;

import io.modelcounter.model.Shape;
import io.modelcounter.spi.Call;
import io.modelcounter.spi.InvalidNodeException;
import io.modelcounter.spi.UnknownInputException;
import io.modelcounter.spi.support.Broadcasting;
import java.util.List;
import java.util.OptionalInt;
import java.util.function.Function;
import java.util.stream.Collectors;

/** What has a shape for every node of an operator. */
final class ShapeExpression {
  private final String text;
  private final Function<Call, Shape> shape;

  private ShapeExpression(String text, Function<Call, Shape> shape) {
    this.text = text;
    this.shape = shape;
  }

  static ShapeExpression input(int index) {
    return new ShapeExpression("input " + index, call -> call.shape(index));
  }

  static ShapeExpression output(int index) {
    return new ShapeExpression("output " + index, call -> call.outputShape(index));
  }

  static ShapeExpression broadcast(List<ShapeExpression> shapes) {
    String names = shapes.stream().map(ShapeExpression::text).collect(Collectors.joining(", "));
    return new ShapeExpression(
        "the common shape of " + names,
        call -> Broadcasting.broadcast(shapes.stream().map(each -> each.of(call)).toList()));
  }

  /**
   * A part of this shape.
   *
   * @param from the first axis; a negative one counts from the end; empty for the first of all
   * @param to the axis behind the last; a negative one counts from the end; empty for all the rest
   */
  ShapeExpression slice(OptionalInt from, OptionalInt to) {
    String range = text(from) + ":" + text(to);
    return new ShapeExpression(
        text + "[" + range + "]",
        call -> {
          Shape whole = of(call);
          int rank = whole.rank();
          int first = position(from.orElse(0), rank);
          int end = to.isPresent() ? position(to.getAsInt(), rank) : rank;
          if (first < 0 || first > end || end > rank) {
            throw new InvalidNodeException(
                text + " is " + whole + ", which has no axes " + range + " to take");
          }
          return Shape.of(whole.dims().subList(first, end));
        });
  }

  private static int position(int axis, int rank) {
    return axis < 0 ? axis + rank : axis;
  }

  private static String text(OptionalInt axis) {
    return axis.isPresent() ? Integer.toString(axis.getAsInt()) : "";
  }

  /**
   * The shape for a node.
   *
   * @throws UnknownInputException if its rank is not known
   * @throws InvalidNodeException if the node contradicts the expression
   */
  Shape of(Call call) {
    return shape.apply(call);
  }

  /** What it is, in words. */
  String text() {
    return text;
  }
}
