package io.modelcounter.core.composite;

import io.modelcounter.core.inference.TypedGraph;
import io.modelcounter.core.inference.TypedNode;
import io.modelcounter.cost.CompositeKind;
import io.modelcounter.cost.CompositePart;
import io.modelcounter.cost.ModuleCall;
import io.modelcounter.model.OperatorId;
import io.modelcounter.model.TensorType;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The operations of a graph. A node is part of at most one operation that is written as it is, and
 * beside that of at most one attention, one module and one encoder layer around it.
 */
public final class Composites {
  private static final Set<String> ARRANGEMENT =
      Set.of(
          "Cast",
          "Concat",
          "Constant",
          "ConstantOfShape",
          "Dropout",
          "Expand",
          "Flatten",
          "Gather",
          "Identity",
          "Pad",
          "Range",
          "Reshape",
          "ScatterND",
          "Shape",
          "Slice",
          "Split",
          "Squeeze",
          "Tile",
          "Transpose",
          "Unsqueeze",
          "Where");

  private final List<Composite> all = new ArrayList<>();
  private final Map<Integer, List<CompositePart>> parts = new HashMap<>();
  private final ModuleCalls calls;

  private Composites(TypedGraph graph, boolean hasModules) {
    Links links = new Links(graph);
    Map<Integer, Composite> smallest = new HashMap<>();
    // Operations of several nodes take their nodes before those nodes are looked at alone.
    for (Map<String, Pattern> patterns : Patterns.IN_ORDER) {
      for (TypedNode node : graph.nodes()) {
        find(node, patterns, links)
            .filter(found -> isFree(found, smallest))
            .ifPresent(found -> found.members().forEach(m -> smallest.put(index(m.node()), found)));
      }
    }
    calls = new ModuleCalls(graph, node -> isMain(smallest.get(index(node)), node) || isWork(node));
    for (TypedNode node : graph.nodes()) {
      Composite found = smallest.get(index(node));
      if (found != null && isMain(found, node)) {
        add(found, hasModules);
      }
    }
    for (TypedNode node : graph.nodes()) {
      find(node, Patterns.ATTENTION, links).ifPresent(found -> add(found, hasModules));
    }
    new ModulePatterns(calls, links).find().forEach(found -> add(found, true));
  }

  /**
   * Finds the operations of a graph.
   *
   * @param graph the graph
   * @param hasModules whether the exporter of the model recorded modules; if it did not, every
   *     operation is taken for a module
   * @return the operations
   */
  public static Composites of(TypedGraph graph, boolean hasModules) {
    return new Composites(graph, hasModules);
  }

  /**
   * Tells whether the exporter recorded modules in a graph.
   *
   * @param graph the graph
   * @return true if a node has a module path, or a name as an exporter writes it that records paths
   */
  public static boolean recordsModules(TypedGraph graph) {
    return graph.nodes().stream()
        .anyMatch(node -> !node.node().scope().isEmpty() || node.node().name().startsWith("/"));
  }

  /**
   * All operations: in execution order those that are written as they are, then attention, then
   * modules that are spelled out.
   *
   * @return the operations
   */
  public List<Composite> all() {
    return all;
  }

  /**
   * What a node is part of.
   *
   * @param node a node of the graph
   * @return parts, that of the smallest operation first
   */
  public List<CompositePart> parts(TypedNode node) {
    return parts.getOrDefault(index(node), List.of());
  }

  /**
   * Call of the module around a node.
   *
   * @param node a node of the graph
   * @return the call, or empty if the exporter recorded none
   */
  public Optional<ModuleCall> call(TypedNode node) {
    return calls.of(node);
  }

  private static Optional<Composite> find(
      TypedNode node, Map<String, Pattern> patterns, Links links) {
    if (!node.node().operator().domain().equals(OperatorId.ONNX)) {
      return Optional.empty();
    }
    Pattern pattern = patterns.get(node.node().operator().name());
    return pattern == null ? Optional.empty() : pattern.at(node, links);
  }

  private static boolean isFree(Composite found, Map<Integer, Composite> taken) {
    return found.members().stream().noneMatch(member -> taken.containsKey(index(member.node())));
  }

  private void add(Composite found, boolean hasModules) {
    all.add(found);
    boolean module = !hasModules || isModule(found);
    for (Composite.Member member : found.members()) {
      boolean main = isMain(found, member.node());
      parts
          .computeIfAbsent(index(member.node()), key -> new ArrayList<>())
          .add(new CompositePart(found.kind(), member.role(), main, module, found.roles()));
    }
  }

  /** Tells whether a call of a module does this and nothing else. */
  private boolean isModule(Composite found) {
    if (!calls.isInnermost(found.main()) && !isSpelledOutModule(found.kind())) {
      return false;
    }
    Set<Integer> members = new HashSet<>();
    found.members().forEach(member -> members.add(index(member.node())));
    return calls.content(found.main()).stream()
        .allMatch(node -> members.contains(index(node)) || isSameLayerOfMany(found, node));
  }

  private static boolean isSpelledOutModule(CompositeKind kind) {
    return kind == CompositeKind.MULTIHEAD_ATTENTION || kind == CompositeKind.ENCODER_LAYER;
  }

  /** Recurrent modules have several layers and directions, each a node of its own. */
  private static boolean isSameLayerOfMany(Composite found, TypedNode node) {
    return Links.is(found.main(), "RNN", "GRU", "LSTM")
        && node.node().operator().equals(found.main().node().operator());
  }

  private static boolean isMain(@Nullable Composite found, TypedNode node) {
    return found != null && index(found.main()) == index(node);
  }

  /**
   * Tells whether a node computes real numbers from activations, and does not only arrange them.
   */
  static boolean isWork(TypedNode node) {
    return !ARRANGEMENT.contains(node.node().operator().name())
        && node.inputs().stream().anyMatch(input -> !input.isStored())
        && node.call().outputCount() > 0
        && node.call().outputType(0) instanceof TensorType type
        && type.element().isFloat()
        && !(type.shape().hasRank() && type.shape().elements().isOne());
  }

  private static int index(TypedNode node) {
    return node.node().index();
  }
}
