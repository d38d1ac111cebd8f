package io.modelcounter.cost;

import java.util.Set;

/**
 * What a layer is to the operation of a framework that it is part of, alone or with others.
 *
 * @param kind the operation
 * @param role what the layer does in it, for example {@code product} or {@code bias}
 * @param isMain whether the layer stands for the whole operation; one layer of each does
 * @param isModule whether a call of a module does this operation and nothing else, so that it was
 *     written as that module; also where the model records no modules at all
 * @param roles all roles that are filled in the operation: by layers, and those of stored tensors
 *     such as {@code scale}
 */
public record CompositePart(
    CompositeKind kind, String role, boolean isMain, boolean isModule, Set<String> roles) {

  /**
   * Makes a part.
   *
   * @param kind the operation
   * @param role what the layer does in it
   * @param isMain whether the layer stands for the whole operation
   * @param isModule whether a call of a module does this operation and nothing else
   * @param roles all roles that are filled in the operation
   */
  public CompositePart {
    roles = Set.copyOf(roles);
  }

  /**
   * Tells whether a role is filled in the operation.
   *
   * @param wanted name of the role
   * @return true if a layer or a stored tensor fills it
   */
  public boolean has(String wanted) {
    return roles.contains(wanted);
  }
}
