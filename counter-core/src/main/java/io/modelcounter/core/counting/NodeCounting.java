package io.modelcounter.core.counting;

import io.modelcounter.core.inference.Body;
import io.modelcounter.core.inference.Places;
import io.modelcounter.core.inference.TypedGraph;
import io.modelcounter.core.inference.TypedNode;
import io.modelcounter.core.plugin.CounterRegistry;
import io.modelcounter.cost.Cost;
import io.modelcounter.cost.Traffic;
import io.modelcounter.model.ModelException;
import io.modelcounter.model.OperatorId;
import io.modelcounter.spi.InvalidNodeException;
import io.modelcounter.spi.SafeCalls;
import io.modelcounter.symbolic.Amount;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Asks the counters about every node of a typed model. */
public final class NodeCounting {
  /** Id under which the engine counts control flow and function calls. */
  public static final String ENGINE = "modelcounter.engine";

  private final CounterRegistry registry;
  private final Map<TypedGraph, List<CountedNode>> counted = new LinkedHashMap<>();

  private NodeCounting(CounterRegistry registry) {
    this.registry = registry;
  }

  /**
   * Counts all nodes.
   *
   * @param main the main graph
   * @param registry counters
   * @return nodes in file order by graph: first the main graph, then the bodies, each once, in the
   *     order in which they are first reached
   * @throws ModelException if a counter finds that a node contradicts its operator
   */
  public static Map<TypedGraph, List<CountedNode>> count(
      TypedGraph main, CounterRegistry registry) {
    NodeCounting counting = new NodeCounting(registry);
    counting.add(main);
    return counting.counted;
  }

  private void add(TypedGraph graph) {
    List<TypedNode> inFileOrder = new ArrayList<>(graph.nodes());
    inFileOrder.sort(Comparator.comparingInt(typed -> typed.node().index()));
    List<CountedNode> nodes = new ArrayList<>(inFileOrder.size());
    counted.put(graph, nodes);
    for (TypedNode typed : inFileOrder) {
      nodes.add(count(graph, typed));
    }
    for (TypedNode typed : inFileOrder) {
      for (Body body : typed.bodies()) {
        if (!counted.containsKey(body.graph())) {
          add(body.graph());
        }
      }
    }
  }

  private CountedNode count(TypedGraph graph, TypedNode typed) {
    return switch (typed.resolution()) {
      case FUNCTION, CONTROL_FLOW ->
          new CountedNode(
              graph,
              typed,
              Optional.empty(),
              ENGINE,
              Cost.free("its work is counted in its body"),
              Traffic.NONE);
      case OPERATOR, UNKNOWN ->
          registry
              .counter(typed.call())
              .map(found -> ask(graph, typed, found))
              .orElseGet(() -> uncounted(graph, typed));
    };
  }

  private static CountedNode ask(
      TypedGraph graph, TypedNode typed, CounterRegistry.Registered found) {
    try {
      return new CountedNode(
          graph,
          typed,
          Optional.of(found.counter()),
          found.plugin(),
          SafeCalls.count(found.counter(), typed.call()),
          SafeCalls.traffic(found.counter(), typed.call()));
    } catch (InvalidNodeException contradiction) {
      throw new ModelException(
          "E0317",
          Places.of(typed.node(), graph.path()),
          String.valueOf(contradiction.getMessage()),
          null,
          contradiction);
    }
  }

  private static CountedNode uncounted(TypedGraph graph, TypedNode typed) {
    OperatorId operator = typed.node().operator();
    String reason =
        "no plugin counts the operator "
            + operator.text()
            + "; add a plugin jar that does, or a model-local function of that name";
    Amount unknown = Amount.unknown(reason);
    return new CountedNode(
        graph, typed, Optional.empty(), "", Cost.unknown(reason), new Traffic(unknown, unknown));
  }
}
