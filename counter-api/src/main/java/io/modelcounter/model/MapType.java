package io.modelcounter.model;

import io.modelcounter.symbolic.Bindings;

/**
 * Type of a map.
 *
 * @param key type of the keys
 * @param value type of the values
 */
public record MapType(ElementType key, ValueType value) implements ValueType {

  @Override
  public String text() {
    return "map(" + key.text() + "," + value.text() + ")";
  }

  @Override
  public MapType bind(Bindings bindings) {
    return new MapType(key, value.bind(bindings));
  }

  @Override
  public String toString() {
    return "map(" + key + ", " + value + ")";
  }
}
