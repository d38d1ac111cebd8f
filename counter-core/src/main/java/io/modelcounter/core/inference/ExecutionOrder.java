package io.modelcounter.core.inference;

import io.modelcounter.model.Graph;
import io.modelcounter.model.ModelException;
import io.modelcounter.model.Node;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.Set;
import java.util.function.Predicate;

/** An order in which the nodes of a graph can be executed: that of the file where it is one. */
final class ExecutionOrder {
  private static final int NAMES_SHOWN = 10;

  private final Graph graph;
  private final Predicate<String> given;
  private final Map<String, Integer> producers = new HashMap<>();

  private ExecutionOrder(Graph graph, Predicate<String> given) {
    this.graph = graph;
    this.given = given;
    for (Node node : graph.nodes()) {
      for (String output : node.outputs()) {
        if (!output.isEmpty()) {
          producers.put(output, node.index());
        }
      }
    }
  }

  /**
   * Finds the order.
   *
   * @param graph the graph
   * @param given tells which names have a value before the first node
   * @return the nodes in order
   * @throws ModelException if a node needs a value that nothing produces, or its own result
   */
  static List<Node> of(Graph graph, Predicate<String> given) {
    ExecutionOrder order = new ExecutionOrder(graph, given);
    return order.isSorted() ? graph.nodes() : order.sort();
  }

  private boolean isSorted() {
    boolean sorted = true;
    for (Node node : graph.nodes()) {
      for (int producer : dependencies(node)) {
        sorted &= producer < node.index();
      }
    }
    return sorted;
  }

  private List<Node> sort() {
    List<Node> nodes = graph.nodes();
    int[] waiting = new int[nodes.size()];
    Map<Integer, List<Integer>> consumers = new HashMap<>();
    PriorityQueue<Integer> ready = new PriorityQueue<>();
    for (Node node : nodes) {
      Set<Integer> dependencies = dependencies(node);
      waiting[node.index()] = dependencies.size();
      dependencies.forEach(
          producer ->
              consumers.computeIfAbsent(producer, key -> new ArrayList<>()).add(node.index()));
      if (dependencies.isEmpty()) {
        ready.add(node.index());
      }
    }
    List<Node> sorted = new ArrayList<>(nodes.size());
    while (!ready.isEmpty()) {
      int index = ready.remove();
      sorted.add(nodes.get(index));
      for (int consumer : consumers.getOrDefault(index, List.of())) {
        if (--waiting[consumer] == 0) {
          ready.add(consumer);
        }
      }
    }
    if (sorted.size() < nodes.size()) {
      throw cycle(waiting);
    }
    return sorted;
  }

  private Set<Integer> dependencies(Node node) {
    Set<Integer> dependencies = new HashSet<>();
    for (String input : node.inputs()) {
      addDependency(node, input, dependencies);
    }
    for (String captured : Captures.of(node)) {
      addDependency(node, captured, dependencies);
    }
    return dependencies;
  }

  private void addDependency(Node node, String name, Set<Integer> dependencies) {
    if (name.isEmpty()) {
      return;
    }
    Integer producer = producers.get(name);
    if (producer != null) {
      dependencies.add(producer);
    } else if (!given.test(name)) {
      throw new ModelException(
          "E0306",
          Places.of(node),
          "it reads \""
              + name
              + "\", which is neither an input nor an initializer nor the output"
              + " of a node");
    }
  }

  /** Walks from a waiting node to one that it waits for until a node comes round again. */
  private ModelException cycle(int[] waiting) {
    int index = 0;
    while (waiting[index] == 0) {
      index++;
    }
    List<Integer> walk = new ArrayList<>();
    Map<Integer, Integer> places = new HashMap<>();
    while (places.putIfAbsent(index, walk.size()) == null) {
      walk.add(index);
      for (int producer : dependencies(graph.nodes().get(index))) {
        if (waiting[producer] > 0) {
          index = producer;
          break;
        }
      }
    }
    List<String> names = new ArrayList<>();
    for (int step : walk.subList(places.getOrDefault(index, 0), walk.size())) {
      names.add(graph.nodes().get(step).displayName());
    }
    Collections.reverse(names);
    String shown = String.join(" -> ", names.subList(0, Math.min(NAMES_SHOWN, names.size())));
    return new ModelException(
        "E0304",
        Places.of(graph.nodes().get(index)),
        "the graph has a cycle: "
            + shown
            + (names.size() > NAMES_SHOWN
                ? " … (" + names.size() + " nodes)"
                : " -> " + names.get(0)));
  }
}
