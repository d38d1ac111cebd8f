package io.modelcounter.cost;

import io.modelcounter.symbolic.Amount;
import java.util.Objects;

/**
 * A part of an amount, with a name under which parts of two conventions can be compared.
 *
 * @param name what was counted, for example {@code bias}; see {@link CompositeKind#term()} for the
 *     names that are used where they fit
 * @param amount how much
 */
public record NamedAmount(String name, Amount amount) {
  /** Name of multiply-adds of convolutions and linear layers, each taken as one. */
  public static final String MULTIPLY_ADDS = "multiply-adds";

  /**
   * Name of what is added where every multiply-add is taken as a multiplication and an addition.
   */
  public static final String SECOND_OPERATION = "second operation of a multiply-add";

  /** Name of additions of a bias to a sum of products. */
  public static final String BIAS = "bias";

  /** Name of everything that has no better one. */
  public static final String OTHER = "other operations";

  /**
   * Makes a part.
   *
   * @param name what was counted
   * @param amount how much
   */
  public NamedAmount {
    Objects.requireNonNull(name);
    Objects.requireNonNull(amount);
  }
}
