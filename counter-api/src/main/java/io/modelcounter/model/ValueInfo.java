package io.modelcounter.model;

import io.modelcounter.symbolic.Bindings;

/**
 * A named value with its declared type.
 *
 * @param name name within its graph
 * @param type declared type
 */
public record ValueInfo(String name, ValueType type) {

  /**
   * This value with symbols in its type replaced by values.
   *
   * @param bindings values of symbols
   * @return the bound value
   */
  public ValueInfo bind(Bindings bindings) {
    return new ValueInfo(name, type.bind(bindings));
  }
}
