package io.modelcounter.model;

import io.modelcounter.symbolic.Bindings;

/**
 * Type of a sparse tensor.
 *
 * @param element type of the elements
 * @param shape dimensions of the dense tensor that it stands for
 */
public record SparseTensorType(ElementType element, Shape shape) implements ValueType {

  @Override
  public String text() {
    return "sparse(" + element.text() + ")";
  }

  @Override
  public SparseTensorType bind(Bindings bindings) {
    return new SparseTensorType(element, shape.bind(bindings));
  }

  @Override
  public String toString() {
    return "sparse(" + element + shape + ")";
  }
}
