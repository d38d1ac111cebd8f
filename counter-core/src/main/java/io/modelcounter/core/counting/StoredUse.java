package io.modelcounter.core.counting;

import io.modelcounter.cost.InputRole;
import io.modelcounter.symbolic.Amount;
import java.util.Optional;

/**
 * What a stored tensor in the place of an input is to an operator.
 *
 * @param role its role
 * @param logicalElements elements that the input stands for; empty if they are as many as its type
 *     says
 */
public record StoredUse(InputRole role, Optional<Amount> logicalElements) {
  private static final StoredUse OPERAND = new StoredUse(InputRole.OPERAND, Optional.empty());
  private static final StoredUse CONSTANT = new StoredUse(InputRole.CONSTANT, Optional.empty());

  /** Use by an operator that nobody knows. */
  static StoredUse operand() {
    return OPERAND;
  }

  /** Use that makes a tensor nothing but a constant. */
  static StoredUse constant() {
    return CONSTANT;
  }
}
