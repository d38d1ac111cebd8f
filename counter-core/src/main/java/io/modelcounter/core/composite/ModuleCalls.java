package io.modelcounter.core.composite;

import io.modelcounter.core.inference.TypedGraph;
import io.modelcounter.core.inference.TypedNode;
import io.modelcounter.cost.ModuleCall;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/**
 * The module calls of a graph.
 *
 * <p>The TorchScript exporter gives every call a name of its own, {@code /layer1/relu} and {@code
 * /layer1/relu_1}, which stands before the last slash of the names of its nodes. Where names say
 * nothing, nodes of one module that follow each other are one call.
 */
final class ModuleCalls {
  private final Map<Integer, Group> groups = new HashMap<>();
  private final Map<List<String>, Calls> byPath = new LinkedHashMap<>();
  private final Set<List<String>> parents = new HashSet<>();

  /** Nodes of one call that compute something. */
  private static final class Group {
    private final List<String> path;
    private final int number;
    private final List<TypedNode> content = new ArrayList<>();

    Group(List<String> path, int number) {
      this.path = path;
      this.number = number;
    }
  }

  /** All calls of one module. */
  private static final class Calls {
    private final List<Group> inOrder = new ArrayList<>();
    private final Map<String, Group> byName = new HashMap<>();
  }

  /**
   * Puts the nodes of a graph into calls.
   *
   * @param graph the graph
   * @param computes tells which nodes compute something; the others are layout and shape arithmetic
   */
  ModuleCalls(TypedGraph graph, Predicate<TypedNode> computes) {
    List<String> last = List.of();
    for (TypedNode node : graph.nodes()) {
      List<String> path = node.node().scope();
      boolean computing = computes.test(node);
      Group group = group(path, callName(node), !computing || path.equals(last));
      groups.put(node.node().index(), group);
      if (computing) {
        last = path;
        if (group.content.isEmpty()) {
          for (int length = 0; length < path.size(); length++) {
            parents.add(path.subList(0, length));
          }
        }
        group.content.add(node);
      }
    }
  }

  private Group group(List<String> path, String name, boolean goesOn) {
    Calls calls = byPath.computeIfAbsent(path, key -> new Calls());
    if (!name.isEmpty()) {
      return calls.byName.computeIfAbsent(name, key -> next(path, calls));
    }
    int last = calls.inOrder.size() - 1;
    return last >= 0 && (goesOn || calls.inOrder.get(last).content.isEmpty())
        ? calls.inOrder.get(last)
        : next(path, calls);
  }

  private static Group next(List<String> path, Calls calls) {
    Group group = new Group(path, calls.inOrder.size() + 1);
    calls.inOrder.add(group);
    return group;
  }

  private static String callName(TypedNode node) {
    String name = node.node().name();
    return name.startsWith("/") ? name.substring(0, name.lastIndexOf('/') + 1) : "";
  }

  /** The call that a node belongs to; empty if it belongs to no module. */
  Optional<ModuleCall> of(TypedNode node) {
    Group group = groups.get(node.node().index());
    if (group == null || group.path.isEmpty()) {
      return Optional.empty();
    }
    boolean last = group.number == Objects.requireNonNull(byPath.get(group.path)).inOrder.size();
    return Optional.of(new ModuleCall(group.path, group.number, last));
  }

  /** All nodes of the call around a node that compute something. */
  List<TypedNode> content(TypedNode node) {
    Group group = groups.get(node.node().index());
    return group == null ? List.of() : group.content;
  }

  /** Tells whether no module stands inside that of a node. */
  boolean isInnermost(TypedNode node) {
    return !node.node().scope().isEmpty() && !parents.contains(node.node().scope());
  }

  /** The calls of all modules, as the nodes of each that compute something. */
  Map<List<String>, List<List<TypedNode>>> contents() {
    Map<List<String>, List<List<TypedNode>>> contents = new LinkedHashMap<>();
    byPath.forEach(
        (path, calls) ->
            contents.put(path, calls.inOrder.stream().map(call -> call.content).toList()));
    return contents;
  }
}
