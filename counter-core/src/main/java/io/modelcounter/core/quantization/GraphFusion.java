package io.modelcounter.core.quantization;

import io.modelcounter.model.Constant;
import io.modelcounter.model.Graph;
import io.modelcounter.model.Node;
import io.modelcounter.model.OperatorId;
import io.modelcounter.model.TensorValue;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Replaces the operators of one graph that stand between DequantizeLinear and QuantizeLinear.
 *
 * <p>An operator is replaced if all its operands are dequantized, directly or through Identity, and
 * its result goes to one QuantizeLinear and nowhere else. Dequantized tensors that a float operator
 * reads as well stay.
 */
final class GraphFusion {
  /** Operators that move elements of input 0 only, or take the largest of some. */
  private static final Set<String> MOVING =
      Set.of(
          "Flatten", "Gather", "MaxPool", "Reshape", "Slice", "Squeeze", "Transpose", "Unsqueeze");

  /** More of them in a row are not looked through; nodes may even form a circle. */
  private static final int MAX_IDENTITIES = 16;

  /** Operators that read only the sizes of input 0. */
  private static final Set<String> MEASURING = Set.of("Shape", "Size");

  private final Graph graph;
  private final Predicate<OperatorId> isCounted;
  private final ValueUses uses;
  private final Map<Integer, Node> replaced = new HashMap<>();
  private final Set<Integer> dropped = new HashSet<>();
  private final Map<Integer, Node> bypassed = new LinkedHashMap<>();
  private int operators;

  GraphFusion(Graph graph, Predicate<OperatorId> isCounted) {
    this.graph = graph;
    this.isCounted = isCounted;
    this.uses = new ValueUses(graph.nodes(), graph.outputs());
  }

  /** The nodes after the replacements, in their order. */
  List<Node> nodes() {
    graph.nodes().forEach(this::replace);
    if (replaced.isEmpty()) {
      return graph.nodes();
    }
    List<Node> nodes = new ArrayList<>(graph.nodes().size());
    for (Node node : graph.nodes()) {
      if (!dropped.contains(node.index())) {
        nodes.add(replaced.getOrDefault(node.index(), node));
      }
    }
    return withoutIdle(nodes);
  }

  /** How many operators that compute were replaced. */
  int operators() {
    return operators;
  }

  private void replace(Node node) {
    Optional<QuantizedForm> form =
        QuantizedForm.of(node).filter(found -> isCounted.test(found.operator()));
    if (form.isPresent()) {
      compute(node, form.get());
    } else if (isStandard(node, MOVING)) {
      move(node);
    } else if (isStandard(node, MEASURING)) {
      dequantized(node.inputs().get(0))
          .ifPresent(
              data -> replaced.put(node.index(), reading(node, data.tensor(), node.outputs())));
    }
  }

  private static boolean isStandard(Node node, Set<String> names) {
    return node.operator().domain().equals(OperatorId.ONNX)
        && names.contains(node.operator().name())
        && !node.inputs().isEmpty();
  }

  private void compute(Node node, QuantizedForm form) {
    List<Quantized> operands = new ArrayList<>();
    for (String input : node.inputs()) {
      Optional<Quantized> operand = input.isEmpty() ? Optional.empty() : dequantized(input);
      if (!input.isEmpty() && operand.isEmpty()) {
        return;
      }
      operand.ifPresent(operands::add);
    }
    Optional<Node> quantize = quantize(node);
    if (quantize.isEmpty() || operands.size() < form.operands()) {
      return;
    }
    String bias = operands.size() > form.operands() ? operands.get(form.operands()).tensor() : "";
    Quantized result = Quantized.writtenBy(quantize.get()).orElseThrow();
    List<String> inputs = form.inputs(operands.subList(0, form.operands()), bias, result);
    replaced.put(
        node.index(),
        new Node(
            node.index(),
            node.name(),
            form.operator(),
            "",
            inputs,
            List.of(result.tensor()),
            node.attributes(),
            node.scope()));
    dropped.add(quantize.get().index());
    operators++;
  }

  /** An operator that leaves elements as they are works on quantized ones of one scale as well. */
  private void move(Node node) {
    Optional<Quantized> data = dequantized(node.inputs().get(0));
    Optional<Node> quantize = node.outputs().size() == 1 ? quantize(node) : Optional.empty();
    if (data.isEmpty() || quantize.isEmpty()) {
      return;
    }
    Quantized result = Quantized.writtenBy(quantize.get()).orElseThrow();
    if (isSame(data.get().scale(), result.scale())
        && isSame(data.get().zeroPoint(), result.zeroPoint())) {
      replaced.put(node.index(), reading(node, data.get().tensor(), List.of(result.tensor())));
      dropped.add(quantize.get().index());
    }
  }

  private static Node reading(Node node, String first, List<String> outputs) {
    List<String> inputs = new ArrayList<>(node.inputs());
    inputs.set(0, first);
    return new Node(
        node.index(),
        node.name(),
        node.operator(),
        node.overload(),
        inputs,
        outputs,
        node.attributes(),
        node.scope());
  }

  /** The quantized tensor behind a float one, directly or through Identity. */
  private Optional<Quantized> dequantized(String value) {
    List<Node> passed = new ArrayList<>();
    Optional<Node> producer = uses.producer(value);
    while (producer.isPresent() && passed.size() <= MAX_IDENTITIES) {
      Node node = producer.get();
      passed.add(node);
      Optional<Quantized> tensor = Quantized.readBy(node);
      if (tensor.isPresent()) {
        passed.forEach(each -> bypassed.put(each.index(), each));
        return tensor;
      }
      producer =
          isStandard(node, Set.of("Identity"))
              ? uses.producer(node.inputs().get(0))
              : Optional.empty();
    }
    return Optional.empty();
  }

  /** The QuantizeLinear that alone reads the result of a node. */
  private Optional<Node> quantize(Node node) {
    String result = node.outputs().get(0);
    return uses.onlyUser(result)
        .filter(
            user -> user.inputs().get(0).equals(result) && Quantized.writtenBy(user).isPresent());
  }

  private boolean isSame(String value, String other) {
    return value.equals(other)
        || element(value)
            .filter(known -> element(other).filter(known::equals).isPresent())
            .isPresent();
  }

  private Optional<TensorValue> element(String value) {
    Constant stored = graph.initializers().get(value);
    return stored == null ? Optional.empty() : stored.value().filter(known -> known.size() == 1);
  }

  /**
   * The nodes without those that only made floats for operators that now read quantized tensors.
   */
  private List<Node> withoutIdle(List<Node> nodes) {
    ValueUses after = new ValueUses(nodes, graph.outputs());
    Map<String, Integer> counts = after.counts();
    Deque<Node> candidates = new ArrayDeque<>(bypassed.values());
    Set<Integer> idle = new HashSet<>();
    while (!candidates.isEmpty()) {
      Node node = candidates.poll();
      if (counts.getOrDefault(node.outputs().get(0), 0) == 0 && idle.add(node.index())) {
        for (String input : node.inputs()) {
          counts.merge(input, -1, Integer::sum);
          after
              .producer(input)
              .filter(producer -> bypassed.containsKey(producer.index()))
              .ifPresent(candidates::add);
        }
      }
    }
    return nodes.stream().filter(node -> !idle.contains(node.index())).toList();
  }
}
