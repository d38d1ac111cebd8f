package io.modelcounter.cost;

import io.modelcounter.symbolic.Amount;
import io.modelcounter.symbolic.Bindings;

/**
 * Bytes that one call moves.
 *
 * @param readBytes bytes of inputs, stored constants included
 * @param writeBytes bytes of outputs
 */
public record Traffic(Amount readBytes, Amount writeBytes) {
  /** Nothing is moved, as for a view. */
  public static final Traffic NONE = new Traffic(Amount.zero(), Amount.zero());

  /**
   * This traffic with symbols replaced by values.
   *
   * @param bindings values of symbols
   * @return the bound traffic
   */
  public Traffic bind(Bindings bindings) {
    return new Traffic(readBytes.bind(bindings), writeBytes.bind(bindings));
  }
}
