package io.modelcounter.core.composite;

import io.modelcounter.core.inference.TypedNode;
import io.modelcounter.cost.CompositeKind;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * An operation of a framework with the nodes that do it.
 *
 * @param kind the operation
 * @param main the node that stands for it
 * @param members its nodes with what each of them does, {@code main} included
 * @param roles all roles that are filled: those of the members and of stored tensors
 */
public record Composite(
    CompositeKind kind, TypedNode main, List<Member> members, Set<String> roles) {

  /**
   * A node of an operation.
   *
   * @param node the node
   * @param role what it does
   */
  public record Member(TypedNode node, String role) {}

  /**
   * Makes an operation.
   *
   * @param kind the operation
   * @param main the node that stands for it
   * @param members its nodes
   * @param roles all roles that are filled
   */
  public Composite {
    members = List.copyOf(members);
    roles = Set.copyOf(roles);
  }

  /** An operation of a single node so far. */
  static Composite of(CompositeKind kind, TypedNode main, String role) {
    return new Composite(kind, main, List.of(new Member(main, role)), Set.of(role));
  }

  /** An operation that is one node. */
  static Composite of(CompositeKind kind, TypedNode main) {
    return of(kind, main, "operation");
  }

  /** This operation and one more node. */
  Composite with(TypedNode node, String role) {
    List<Member> more = new ArrayList<>(members);
    more.add(new Member(node, role));
    return new Composite(kind, main, more, and(role));
  }

  /** This operation with a role that a stored tensor fills. */
  Composite with(String role) {
    return new Composite(kind, main, members, and(role));
  }

  /** This operation with a role that a stored tensor fills under a condition. */
  Composite with(String role, boolean isFilled) {
    return isFilled ? with(role) : this;
  }

  private Set<String> and(String role) {
    Set<String> more = new LinkedHashSet<>(roles);
    more.add(role);
    return more;
  }

  /**
   * Values that come in: read by a member and made by none.
   *
   * @return names in the order in which they are first read
   */
  public List<String> inputs() {
    Set<String> inputs = new LinkedHashSet<>();
    members.forEach(member -> inputs.addAll(member.node().node().inputs()));
    members.forEach(member -> member.node().node().outputs().forEach(inputs::remove));
    inputs.remove("");
    return List.copyOf(inputs);
  }

  /**
   * Values that are made by a member and read by none.
   *
   * @return names
   */
  public List<String> outputs() {
    Set<String> outputs = new LinkedHashSet<>();
    members.forEach(member -> outputs.addAll(member.node().node().outputs()));
    members.forEach(member -> member.node().node().inputs().forEach(outputs::remove));
    outputs.remove("");
    return List.copyOf(outputs);
  }
}
