package io.modelcounter.core.counting;

import io.modelcounter.core.inference.Body;
import io.modelcounter.core.inference.Places;
import io.modelcounter.core.inference.TypedGraph;
import io.modelcounter.core.inference.TypedNode;
import io.modelcounter.core.plugin.CounterRegistry;
import io.modelcounter.core.plugin.CounterRegistry.Registered;
import io.modelcounter.core.plugin.PluginGuard;
import io.modelcounter.cost.Cost;
import io.modelcounter.cost.Traffic;
import io.modelcounter.model.ModelException;
import io.modelcounter.model.OperatorId;
import io.modelcounter.spi.Call;
import io.modelcounter.spi.InvalidNodeException;
import io.modelcounter.spi.LayerCounter;
import io.modelcounter.spi.SafeCalls;
import io.modelcounter.symbolic.Amount;
import java.util.ArrayList;
import java.util.Collections;
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
  private final PluginGuard guard;
  private final Map<TypedGraph, List<CountedNode>> counted = new LinkedHashMap<>();

  private NodeCounting(CounterRegistry registry, PluginGuard guard) {
    this.registry = registry;
    this.guard = guard;
  }

  /**
   * Counts all nodes.
   *
   * @param main the main graph
   * @param registry counters
   * @param guard what runs the counters
   * @return nodes in file order by graph: first the main graph, then the bodies, each once, in the
   *     order in which they are first reached
   * @throws ModelException if a counter finds that a node contradicts its operator
   */
  public static Map<TypedGraph, List<CountedNode>> count(
      TypedGraph main, CounterRegistry registry, PluginGuard guard) {
    NodeCounting counting = new NodeCounting(registry, guard);
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
              ENGINE,
              Cost.free("its work is counted in its body"),
              Traffic.NONE,
              Amount.zero(),
              uses(typed, StoredUse.constant()));
      case OPERATOR, UNKNOWN -> ask(graph, typed);
    };
  }

  private CountedNode ask(TypedGraph graph, TypedNode typed) {
    String place = Places.of(typed.node(), graph.path());
    try {
      Optional<Registered<LayerCounter>> found = counter(typed.call(), place);
      return found.isPresent() ? ask(graph, typed, found.get(), place) : uncounted(graph, typed);
    } catch (InvalidNodeException contradiction) {
      throw new ModelException(
          "E0317", place, String.valueOf(contradiction.getMessage()), null, contradiction);
    }
  }

  private Optional<Registered<LayerCounter>> counter(Call call, String place) {
    for (Registered<LayerCounter> candidate : registry.counters(call.operator())) {
      LayerCounter counter = candidate.what();
      if (guard.call(
          candidate.plugin(), place, () -> SafeCalls.handles(counter, call), reason -> true)) {
        return Optional.of(candidate);
      }
    }
    return Optional.empty();
  }

  private CountedNode ask(
      TypedGraph graph, TypedNode typed, Registered<LayerCounter> found, String place) {
    Call call = typed.call();
    LayerCounter counter = found.what();
    String plugin = found.plugin();
    List<StoredUse> uses = new ArrayList<>();
    for (int i = 0; i < typed.inputs().size(); i++) {
      int input = i;
      uses.add(
          typed.inputs().get(i).isStored()
              ? guard.call(
                  plugin,
                  place,
                  () ->
                      new StoredUse(
                          SafeCalls.role(counter, call, input),
                          SafeCalls.logicalElements(counter, call, input)),
                  reason -> StoredUse.operand())
              : StoredUse.constant());
    }
    return new CountedNode(
        graph,
        typed,
        plugin,
        guard.call(plugin, place, () -> SafeCalls.count(counter, call), Cost::unknown),
        guard.call(
            plugin, place, () -> SafeCalls.traffic(counter, call), NodeCounting::unknownTraffic),
        guard.call(plugin, place, () -> SafeCalls.scratchBytes(counter, call), Amount::unknown),
        uses);
  }

  private static CountedNode uncounted(TypedGraph graph, TypedNode typed) {
    OperatorId operator = typed.node().operator();
    String reason =
        "no plugin counts the operator "
            + operator.text()
            + "; add a plugin jar that does, or a model-local function of that name";
    return new CountedNode(
        graph,
        typed,
        "",
        Cost.unknown(reason),
        unknownTraffic(reason),
        Amount.zero(),
        uses(
            typed,
            typed.resolution() == TypedNode.Resolution.UNKNOWN
                ? StoredUse.operand()
                : StoredUse.constant()));
  }

  private static Traffic unknownTraffic(String reason) {
    return new Traffic(Amount.unknown(reason), Amount.unknown(reason));
  }

  private static List<StoredUse> uses(TypedNode typed, StoredUse use) {
    return Collections.nCopies(typed.inputs().size(), use);
  }
}
