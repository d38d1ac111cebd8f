package io.modelcounter.analysis;

import io.modelcounter.symbolic.Amount;
import io.modelcounter.symbolic.Bindings;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/**
 * What one inference of the whole model costs.
 *
 * @param amounts amount by convention id; {@code macs} and {@code flops} are always there
 * @param parameters elements of all parameters, each tensor counted once
 * @param buffers elements of all buffers
 * @param constants elements of all other stored tensors
 * @param weightBytes bytes of all parameters
 * @param bufferBytes bytes of all buffers
 * @param constantBytes bytes of all other stored tensors
 * @param readBytes bytes that all layers read
 * @param writeBytes bytes that all layers write
 * @param peakActivationBytes largest number of bytes of activations alive at once
 */
public record Totals(
    Map<String, Amount> amounts,
    Amount parameters,
    Amount buffers,
    Amount constants,
    Amount weightBytes,
    Amount bufferBytes,
    Amount constantBytes,
    Amount readBytes,
    Amount writeBytes,
    Amount peakActivationBytes) {

  /**
   * Makes totals.
   *
   * @param amounts amount by convention id
   * @param parameters elements of all parameters
   * @param buffers elements of all buffers
   * @param constants elements of all other stored tensors
   * @param weightBytes bytes of all parameters
   * @param bufferBytes bytes of all buffers
   * @param constantBytes bytes of all other stored tensors
   * @param readBytes bytes that all layers read
   * @param writeBytes bytes that all layers write
   * @param peakActivationBytes largest number of bytes of activations alive at once
   */
  public Totals {
    amounts = Collections.unmodifiableMap(new TreeMap<>(amounts));
  }

  /**
   * Multiply-accumulates.
   *
   * @return the amount under convention {@code macs}
   */
  public Amount macs() {
    return amount("macs");
  }

  /**
   * Floating-point operations.
   *
   * @return the amount under convention {@code flops}
   */
  public Amount flops() {
    return amount("flops");
  }

  /**
   * Amount under a convention.
   *
   * @param convention id of a convention that was asked for
   * @return the amount
   * @throws IllegalArgumentException if the convention was not asked for
   */
  public Amount amount(String convention) {
    Amount amount = amounts.get(convention);
    if (amount == null) {
      throw new IllegalArgumentException(
          "convention " + convention + " was not asked for, only " + amounts.keySet());
    }
    return amount;
  }

  /**
   * These totals with symbols replaced by values, and a peak that was found anew.
   *
   * @param bindings values of symbols
   * @param newPeak peak of the bound memory profile
   * @return the bound totals
   */
  public Totals bind(Bindings bindings, Amount newPeak) {
    Map<String, Amount> bound = new TreeMap<>();
    amounts.forEach((id, amount) -> bound.put(id, amount.bind(bindings)));
    return new Totals(
        bound,
        parameters.bind(bindings),
        buffers.bind(bindings),
        constants.bind(bindings),
        weightBytes.bind(bindings),
        bufferBytes.bind(bindings),
        constantBytes.bind(bindings),
        readBytes.bind(bindings),
        writeBytes.bind(bindings),
        newPeak);
  }
}
