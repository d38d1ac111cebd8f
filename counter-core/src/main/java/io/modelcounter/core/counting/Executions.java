package io.modelcounter.core.counting;

import io.modelcounter.core.inference.Body;
import io.modelcounter.core.inference.TypedGraph;
import io.modelcounter.core.inference.TypedNode;
import io.modelcounter.symbolic.Amount;
import io.modelcounter.symbolic.Size;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** How often every graph of a model is executed in one inference. */
final class Executions {
  private final Map<TypedGraph, Amount> executions = new HashMap<>();

  /**
   * Works out the executions.
   *
   * @param main the main graph, executed once
   */
  Executions(TypedGraph main) {
    Map<TypedGraph, List<Amount>> contributions = new HashMap<>();
    contributions.put(main, List.of(Amount.exact(Size.ONE)));
    for (TypedGraph graph : callersFirst(main)) {
      List<Amount> all = contributions.getOrDefault(graph, List.of());
      Amount own = Amount.unlessTooComplex(() -> Amount.sum(all));
      executions.put(graph, own);
      for (TypedNode node : graph.nodes()) {
        for (Body body : node.bodies()) {
          contributions
              .computeIfAbsent(body.graph(), key -> new ArrayList<>())
              .add(Amount.unlessTooComplex(() -> own.times(body.executions())));
        }
      }
    }
  }

  /**
   * How often a graph is executed.
   *
   * @param graph a graph of the model
   * @return the number
   */
  Amount of(TypedGraph graph) {
    return executions.getOrDefault(graph, Amount.zero());
  }

  private static List<TypedGraph> callersFirst(TypedGraph main) {
    List<TypedGraph> finished = new ArrayList<>();
    visit(main, new HashSet<>(), finished);
    Collections.reverse(finished);
    return finished;
  }

  /** Depth-first; graphs are nested no deeper than calls and bodies may be. */
  private static void visit(TypedGraph graph, Set<TypedGraph> seen, List<TypedGraph> finished) {
    if (!seen.add(graph)) {
      return;
    }
    for (TypedNode node : graph.nodes()) {
      node.bodies().forEach(body -> visit(body.graph(), seen, finished));
    }
    finished.add(graph);
  }
}
