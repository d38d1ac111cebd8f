package io.modelcounter.model;

import io.modelcounter.symbolic.Bindings;

/**
 * Type of a value of which nothing is known.
 *
 * @param reason why, as a clause that can follow "because"
 */
public record UnknownType(String reason) implements ValueType {

  @Override
  public String text() {
    return ElementType.UNKNOWN.text();
  }

  @Override
  public UnknownType bind(Bindings bindings) {
    return this;
  }

  @Override
  public String toString() {
    return "?";
  }
}
