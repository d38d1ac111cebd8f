package io.modelcounter.core.memory;

import io.modelcounter.analysis.LiveTensor;
import io.modelcounter.analysis.MemoryProfile;
import io.modelcounter.core.counting.CountedNode;
import io.modelcounter.core.inference.Body;
import io.modelcounter.core.inference.Captures;
import io.modelcounter.core.inference.TypedGraph;
import io.modelcounter.core.inference.TypedNode;
import io.modelcounter.core.inference.TypedValue;
import io.modelcounter.model.OperatorId;
import io.modelcounter.model.ValueInfo;
import io.modelcounter.spi.LayerCounter;
import io.modelcounter.symbolic.Amount;
import io.modelcounter.symbolic.Size;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which activations are alive when.
 *
 * <p>Graph inputs live from the first step to their last use, outputs to the last step, the inputs
 * and outputs of a node at once; views allocate; initializers and the outputs of Constant nodes are
 * weights and not counted. What a body needs at its own peak, beyond its inputs and beyond outputs
 * that are those of its node, is working memory of that node.
 */
public final class LiveMemory {
  private final Map<TypedGraph, List<CountedNode>> counted;
  private final Map<TypedGraph, Amount> bodyPeaks = new HashMap<>();

  private LiveMemory(Map<TypedGraph, List<CountedNode>> counted) {
    this.counted = counted;
  }

  /**
   * Works out the profile of the main graph.
   *
   * @param main the main graph
   * @param counted counted nodes by graph, for their working memory
   * @return the profile
   */
  public static MemoryProfile of(TypedGraph main, Map<TypedGraph, List<CountedNode>> counted) {
    return new LiveMemory(counted).profile(main, true, Set.of());
  }

  private MemoryProfile profile(TypedGraph graph, boolean countInputs, Set<String> elsewhere) {
    List<TypedNode> nodes = graph.nodes();
    if (nodes.isEmpty()) {
      return MemoryProfile.of(List.of(), List.of());
    }
    Map<String, Integer> lastUse = lastUses(graph);
    List<LiveTensor> tensors = new ArrayList<>();
    if (countInputs) {
      for (ValueInfo input : graph.graph().inputs()) {
        TypedValue value = graph.values().get(input.name());
        Integer last = lastUse.get(input.name());
        if (value != null && !value.isStored() && last != null) {
          tensors.add(tensor(input.name(), value, 0, last));
        }
      }
    }
    IdentityHashMap<TypedNode, CountedNode> byTyped = new IdentityHashMap<>();
    counted.getOrDefault(graph, List.of()).forEach(node -> byTyped.put(node.typed(), node));
    for (int step = 0; step < nodes.size(); step++) {
      TypedNode node = nodes.get(step);
      if (!isConstant(node)) {
        addOutputs(graph, node, step, lastUse, elsewhere, tensors);
      }
      addScratch(node, byTyped.get(node), step, tensors);
    }
    return MemoryProfile.of(
        nodes.stream().map(node -> node.node().displayName()).toList(), tensors);
  }

  private static void addOutputs(
      TypedGraph graph,
      TypedNode node,
      int step,
      Map<String, Integer> lastUse,
      Set<String> elsewhere,
      List<LiveTensor> tensors) {
    for (String name : node.node().outputs()) {
      TypedValue value = graph.values().get(name);
      if (!name.isEmpty() && value != null && !elsewhere.contains(name)) {
        tensors.add(tensor(name, value, step, Math.max(step, lastUse.getOrDefault(name, step))));
      }
    }
  }

  private void addScratch(
      TypedNode node, @Nullable CountedNode countedNode, int step, List<LiveTensor> tensors) {
    Amount alternatives = null;
    for (Body body : node.bodies()) {
      Amount inside = bodyPeak(body);
      alternatives =
          alternatives == null
              ? inside
              : hull(alternatives, inside, String.join("; ", body.executions().reasons()));
    }
    if (alternatives != null) {
      tensors.add(
          new LiveTensor(
              node.node().displayName(), "working memory of its body", alternatives, step, step));
    }
    if (countedNode != null && !countedNode.scratchBytes().equals(Amount.zero())) {
      tensors.add(
          new LiveTensor(
              node.node().displayName(), "working memory", countedNode.scratchBytes(), step, step));
    }
  }

  /**
   * Peak inside a body beyond its inputs. Outputs that are those of the node are counted there; a
   * body that need not be executed may need nothing.
   */
  private Amount bodyPeak(Body body) {
    Amount peak = bodyPeaks.get(body.graph());
    if (peak == null) {
      Set<String> handedOn =
          body.kind() == Body.Kind.REPEATED ? Set.of() : outputNames(body.graph());
      peak = profile(body.graph(), false, handedOn).peak();
      bodyPeaks.put(body.graph(), peak);
    }
    boolean mayBeLeftOut =
        body.kind() == Body.Kind.REPEATED && !body.executions().low().isAtLeast(Size.ONE);
    return mayBeLeftOut ? hull(peak, Amount.zero(), "the loop may not be executed at all") : peak;
  }

  private static Amount hull(Amount some, Amount other, String reason) {
    return Amount.unlessTooComplex(() -> some.hull(other, reason));
  }

  private static Set<String> outputNames(TypedGraph graph) {
    Set<String> names = new HashSet<>();
    graph.graph().outputs().forEach(output -> names.add(output.name()));
    return names;
  }

  private static Map<String, Integer> lastUses(TypedGraph graph) {
    Map<String, Integer> lastUse = new LinkedHashMap<>();
    List<TypedNode> nodes = graph.nodes();
    for (int step = 0; step < nodes.size(); step++) {
      for (String name : nodes.get(step).node().inputs()) {
        lastUse.put(name, step);
      }
      for (String name : Captures.of(nodes.get(step).node())) {
        lastUse.put(name, step);
      }
    }
    outputNames(graph).forEach(name -> lastUse.put(name, nodes.size() - 1));
    return lastUse;
  }

  private static boolean isConstant(TypedNode node) {
    OperatorId operator = node.node().operator();
    return operator.name().equals("Constant") && operator.domain().equals(OperatorId.ONNX);
  }

  private static LiveTensor tensor(String name, TypedValue value, int first, int last) {
    return new LiveTensor(
        name, value.type().toString(), LayerCounter.bytes(value.type()), first, last);
  }
}
