package io.modelcounter.rules.expression;

import io.modelcounter.model.AttributeException;
import io.modelcounter.model.Attributes;
import io.modelcounter.model.Shape;
import io.modelcounter.spi.Call;
import io.modelcounter.spi.InvalidNodeException;
import io.modelcounter.spi.UnknownInputException;
import io.modelcounter.symbolic.Size;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What can be looked up in a node. */
final class Lookups {
  private Lookups() {}

  static Lookup elements(ShapeExpression shape) {
    return new Lookup("elements of " + shape.text(), call -> shape.of(call).elements());
  }

  static Lookup rank(ShapeExpression shape) {
    return new Lookup("dimensions of " + shape.text(), call -> Size.of(shape.of(call).rank()));
  }

  /**
   * A dimension of a shape.
   *
   * @param axis which one; a negative one counts from the end
   */
  static Lookup dimension(ShapeExpression shape, Subexpression axis) {
    return new Lookup(
        "size of axis " + axis.text() + " of " + shape.text(),
        call -> {
          Shape dims = shape.of(call);
          long number = number(axis, call);
          if (number < -dims.rank() || number >= dims.rank()) {
            throw new InvalidNodeException(
                shape.text() + " is " + dims + ", which has no axis " + number);
          }
          return dims.dim((int) number);
        });
  }

  /** Whether an optional input is there. */
  static Lookup presence(int input) {
    return new Lookup(
        "1 if there is an input " + input + ", otherwise 0",
        call -> call.hasInput(input) ? Size.ONE : Size.ZERO);
  }

  /**
   * An element of an integer input.
   *
   * @param position which one; a negative one counts from the end
   */
  static Lookup element(int input, Subexpression position) {
    String name = "input " + input;
    return new Lookup(
        "element " + position.text() + " of " + name,
        call -> {
          call.input(input); // says so if it is absent
          List<Size> elements =
              call.sizes(input)
                  .orElseThrow(
                      () ->
                          new UnknownInputException("the elements of " + name + " are not known"));
          return item(name, elements, position, call);
        });
  }

  /**
   * An integer attribute.
   *
   * @param otherwise what holds if it is absent; null if it must be there
   */
  static Lookup attribute(String name, @Nullable Expression otherwise) {
    return new Lookup(
        "attribute " + name,
        call ->
            call.attributes().has(name)
                ? Size.of(call.attributes().requiredInteger(name))
                : absent(name, otherwise, call));
  }

  /**
   * An item of an attribute that is a list of integers.
   *
   * @param position which one; a negative one counts from the end
   * @param otherwise what holds if the attribute is absent; null if it must be there
   */
  static Lookup attributeItem(String name, Subexpression position, @Nullable Expression otherwise) {
    return new Lookup(
        "item " + position.text() + " of attribute " + name,
        call ->
            call.attributes().has(name)
                ? item("attribute " + name, integers(call.attributes(), name), position, call)
                : absent(name, otherwise, call));
  }

  /**
   * The product of an attribute that is a list of integers.
   *
   * @param otherwise what holds if it is absent; null if it must be there
   */
  static Lookup product(String name, @Nullable Expression otherwise) {
    return new Lookup(
        "product of attribute " + name,
        call ->
            call.attributes().has(name)
                ? Size.product(integers(call.attributes(), name))
                : absent(name, otherwise, call));
  }

  private static Size absent(String name, @Nullable Expression otherwise, Call call) {
    if (otherwise == null) {
      throw new AttributeException("attribute \"" + name + "\" is missing");
    }
    return otherwise.value(call);
  }

  private static List<Size> integers(Attributes attributes, String name) {
    return Arrays.stream(attributes.integers(name).orElseThrow()).mapToObj(Size::of).toList();
  }

  private static Size item(String of, List<Size> items, Subexpression position, Call call) {
    long number = number(position, call);
    long index = number < 0 ? number + items.size() : number;
    if (index < 0 || index >= items.size()) {
      throw new InvalidNodeException(
          of + " has " + items.size() + " elements, and none at position " + number);
    }
    return items.get((int) index);
  }

  private static long number(Subexpression position, Call call) {
    Size size = position.expression().value(call);
    return size.asLong()
        .orElseThrow(
            () -> new UnknownInputException(position.text() + " is " + size + ", not a number"));
  }
}
