package io.modelcounter.model;

import io.modelcounter.symbolic.Bindings;

/**
 * Type of a dense tensor.
 *
 * @param element type of the elements
 * @param shape dimensions
 */
public record TensorType(ElementType element, Shape shape) implements ValueType {

  @Override
  public String text() {
    return element.text();
  }

  @Override
  public TensorType bind(Bindings bindings) {
    return new TensorType(element, shape.bind(bindings));
  }

  @Override
  public String toString() {
    return element + shape.toString();
  }
}
