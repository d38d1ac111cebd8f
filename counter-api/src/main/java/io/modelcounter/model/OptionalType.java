package io.modelcounter.model;

import io.modelcounter.symbolic.Bindings;

/**
 * Type of a value that may be absent at run time.
 *
 * @param element type of the value if it is there
 */
public record OptionalType(ValueType element) implements ValueType {

  @Override
  public String text() {
    return "optional(" + element.text() + ")";
  }

  @Override
  public OptionalType bind(Bindings bindings) {
    return new OptionalType(element.bind(bindings));
  }

  @Override
  public String toString() {
    return "optional(" + element + ")";
  }
}
