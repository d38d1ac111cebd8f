package io.modelcounter.cli.conformance;

import io.modelcounter.analysis.Analysis;
import io.modelcounter.analysis.LayerCost;
import io.modelcounter.model.AttributeValue;
import io.modelcounter.model.AttributeValue.Kind;
import io.modelcounter.model.Attributes;
import io.modelcounter.model.Constant;
import io.modelcounter.model.ElementType;
import io.modelcounter.model.Function;
import io.modelcounter.model.FunctionId;
import io.modelcounter.model.Graph;
import io.modelcounter.model.Model;
import io.modelcounter.model.Node;
import io.modelcounter.model.OperatorId;
import io.modelcounter.model.Scalar;
import io.modelcounter.model.TensorType;
import io.modelcounter.model.TensorValue;
import io.modelcounter.model.ValueInfo;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * The same model with one level of functions, taken branches and loops of known length written out
 * into its main graph: a function once for every call, a loop once for every iteration. What this
 * gives is inferred without any of the engine's treatment of bodies.
 */
final class Expansion {
  private static final int MOST_ITERATIONS = 64;

  /**
   * A value of a body and its copies in the main graph.
   *
   * @param graph path of the body
   * @param name name in the body
   * @param copies names in the main graph
   */
  record Copies(String graph, String name, List<String> copies) {}

  private final Model model;
  private final Map<String, Long> executions = new HashMap<>();
  private final List<Node> nodes = new ArrayList<>();
  private final Map<String, Constant> initializers;
  private final IdentityHashMap<Graph, Map<String, String>> hoisted = new IdentityHashMap<>();
  private final Map<String, Copies> copies = new LinkedHashMap<>();
  private final int level;
  private int expanded;
  private int fresh;

  private Expansion(Model model, Analysis analysis, int level) {
    this.model = model;
    this.level = level;
    this.initializers = new LinkedHashMap<>(model.graph().initializers());
    for (LayerCost layer : analysis.layers()) {
      executions.put(layer.graph(), executions(layer).orElse(-1));
    }
  }

  private static OptionalLong executions(LayerCost layer) {
    return layer.multiplicity().isExact()
        ? layer.multiplicity().exactValue().asLong()
        : OptionalLong.empty();
  }

  /**
   * Expands a model.
   *
   * @param model a model whose nodes have unique names
   * @param analysis its analysis, which says which branches are taken and how often loops run
   * @param level how often the model has been expanded before, for new names
   * @return the expansion, or empty if there is nothing to expand
   */
  static Optional<Expansion> of(Model model, Analysis analysis, int level) {
    Expansion expansion = new Expansion(model, analysis, level);
    model.graph().nodes().forEach(expansion::add);
    return expansion.expanded == 0 ? Optional.empty() : Optional.of(expansion);
  }

  /** The model with names of nodes that are unique, as {@link #of} needs it. */
  static Model withUniqueNames(Model model) {
    List<Node> named = new ArrayList<>();
    for (Node node : model.graph().nodes()) {
      named.add(copy(node, named.size(), "n" + named.size(), node.inputs(), node.outputs()));
    }
    return with(model, named, model.graph().initializers());
  }

  /** The expanded model. */
  Model model() {
    return with(model, nodes, initializers);
  }

  /** What became of the values of bodies. */
  List<Copies> copies() {
    return List.copyOf(copies.values());
  }

  private static Model with(Model model, List<Node> nodes, Map<String, Constant> initializers) {
    Graph graph = model.graph();
    return new Model(
        model.origin(),
        model.producer(),
        model.formatVersion(),
        model.opsets(),
        new Graph(
            graph.name(), graph.inputs(), graph.outputs(), nodes, initializers, graph.declared()),
        model.functions(),
        model.metadata());
  }

  private void add(Node node) {
    String operator = node.operator().name();
    Function function = model.functions().get(FunctionId.calledBy(node));
    boolean isStandard = node.operator().domain().equals(OperatorId.ONNX);
    if (function != null) {
      call(node, function);
    } else if (isStandard && operator.equals("If")) {
      branch(node);
    } else if (isStandard && operator.equals("Loop") && trips(node).isPresent()) {
      loop(node, (int) trips(node).getAsLong());
    } else if (isStandard
        && operator.equals("Scan")
        && node.operator().version() > 8
        && trips(node).isPresent()) {
      scan(node, (int) trips(node).getAsLong());
    } else {
      emit(copy(node, 0, node.name(), node.inputs(), node.outputs()));
    }
  }

  private void emit(Node node) {
    nodes.add(copy(node, nodes.size(), "n" + nodes.size(), node.inputs(), node.outputs()));
  }

  private static Node copy(
      Node node, int index, String name, List<String> inputs, List<String> outputs) {
    return new Node(
        index,
        name,
        node.operator(),
        node.overload(),
        inputs,
        outputs,
        node.attributes(),
        node.scope());
  }

  private void emit(String operator, int version, List<String> in, String out, Attributes with) {
    emit(
        new Node(
            0,
            "",
            new OperatorId(OperatorId.ONNX, operator, version),
            "",
            in,
            List.of(out),
            with,
            List.of()));
  }

  private String fresh(String what) {
    return what + " " + level + "." + fresh++;
  }

  private void alias(String from, String to) {
    if (!to.isEmpty()) {
      emit("Identity", 16, List.of(from), to, Attributes.none());
    }
  }

  private String constant(TensorValue value) {
    String name = fresh("constant");
    initializers.put(name, Constant.of(name, value));
    return name;
  }

  private String integer(long value, boolean isVector) {
    long[] dims = isVector ? new long[] {1} : new long[0];
    return constant(TensorValue.of(ElementType.INT64, dims, List.of(Scalar.of(value))));
  }

  private void call(Node node, Function function) {
    Graph body = function.body();
    Map<String, String> names = new HashMap<>();
    for (int i = 0; i < body.inputs().size(); i++) {
      names.put(body.inputs().get(i).name(), i < node.inputs().size() ? node.inputs().get(i) : "");
    }
    Map<String, AttributeValue> attributes = new HashMap<>(function.defaults().asMap());
    attributes.putAll(node.attributes().asMap());
    String path = "main/" + node.name() + "/" + function.id().name();
    handOn(body, node, insert(body, path, names, attributes));
  }

  private void branch(Node node) {
    boolean mayBeFirst = executions.containsKey("main/" + node.name() + "/then");
    boolean mayBeSecond = executions.containsKey("main/" + node.name() + "/else");
    if (mayBeFirst == mayBeSecond) {
      emit(node);
      return;
    }
    String role = mayBeFirst ? "then" : "else";
    Graph body = node.attributes().graph(role + "_branch").orElseThrow();
    String path = "main/" + node.name() + "/" + role;
    handOn(body, node, insert(body, path, new HashMap<>(), Map.of()));
  }

  private void handOn(Graph body, Node node, Map<String, String> names) {
    for (int i = 0; i < node.outputs().size(); i++) {
      alias(named(names, body.outputs().get(i).name()), node.outputs().get(i));
    }
  }

  private OptionalLong trips(Node node) {
    long trips = executions.getOrDefault("main/" + node.name() + "/body", -1L);
    return trips < 1 || trips > MOST_ITERATIONS ? OptionalLong.empty() : OptionalLong.of(trips);
  }

  private void loop(Node node, int trips) {
    Graph body = node.attributes().graph("body").orElseThrow();
    List<String> carried = new ArrayList<>(node.inputs().subList(2, node.inputs().size()));
    List<List<String>> collected = new ArrayList<>();
    for (int i = carried.size() + 1; i < body.outputs().size(); i++) {
      collected.add(new ArrayList<>());
    }
    for (int trip = 0; trip < trips; trip++) {
      Map<String, String> names = new HashMap<>();
      names.put(body.inputs().get(0).name(), integer(trip, isVector(body.inputs().get(0))));
      names.put(body.inputs().get(1).name(), yes(isVector(body.inputs().get(1))));
      for (int i = 0; i < carried.size(); i++) {
        names.put(body.inputs().get(i + 2).name(), carried.get(i));
      }
      names = insert(body, "main/" + node.name() + "/body", names, Map.of());
      for (int i = 1; i < body.outputs().size(); i++) {
        String name = named(names, body.outputs().get(i).name());
        if (i <= carried.size()) {
          carried.set(i - 1, name);
        } else {
          collected.get(i - 1 - carried.size()).add(name);
        }
      }
    }
    finish(node, carried, collected, new long[collected.size()]);
  }

  private static boolean isVector(ValueInfo input) {
    return input.type() instanceof TensorType tensor
        && tensor.shape().hasRank()
        && tensor.shape().rank() == 1;
  }

  private String yes(boolean isVector) {
    long[] dims = isVector ? new long[] {1} : new long[0];
    return constant(TensorValue.of(ElementType.BOOL, dims, List.of(Scalar.of(true))));
  }

  private void scan(Node node, int trips) {
    Graph body = node.attributes().graph("body").orElseThrow();
    int scans = (int) node.attributes().requiredInteger("num_scan_inputs");
    int states = node.inputs().size() - scans;
    long[] inputAxes = node.attributes().integers("scan_input_axes").orElse(new long[scans]);
    List<String> carried = new ArrayList<>(node.inputs().subList(0, states));
    List<List<String>> collected = new ArrayList<>();
    for (int i = states; i < body.outputs().size(); i++) {
      collected.add(new ArrayList<>());
    }
    for (int trip = 0; trip < trips; trip++) {
      Map<String, String> names = new HashMap<>();
      for (int i = 0; i < states; i++) {
        names.put(body.inputs().get(i).name(), carried.get(i));
      }
      for (int i = 0; i < scans; i++) {
        String slice = fresh("slice");
        emit(
            "Gather",
            13,
            List.of(node.inputs().get(states + i), integer(trip, false)),
            slice,
            Attributes.none().with("axis", AttributeValue.of(inputAxes[i])));
        names.put(body.inputs().get(states + i).name(), slice);
      }
      names = insert(body, "main/" + node.name() + "/body", names, Map.of());
      for (int i = 0; i < body.outputs().size(); i++) {
        String name = named(names, body.outputs().get(i).name());
        if (i < states) {
          carried.set(i, name);
        } else {
          collected.get(i - states).add(name);
        }
      }
    }
    long[] axes = node.attributes().integers("scan_output_axes").orElse(new long[collected.size()]);
    finish(node, carried, collected, axes);
  }

  private void finish(Node node, List<String> carried, List<List<String>> collected, long[] axes) {
    for (int i = 0; i < node.outputs().size(); i++) {
      String output = node.outputs().get(i);
      if (i < carried.size()) {
        alias(carried.get(i), output);
      } else if (!output.isEmpty()) {
        long axis = axes[i - carried.size()];
        List<String> parts = new ArrayList<>();
        for (String part : collected.get(i - carried.size())) {
          String stacked = fresh("part");
          emit("Unsqueeze", 13, List.of(part, integer(axis, true)), stacked, Attributes.none());
          parts.add(stacked);
        }
        emit("Concat", 13, parts, output, Attributes.none().with("axis", AttributeValue.of(axis)));
      }
    }
  }

  /** Copies a body's nodes; answers what its values are called in the main graph. */
  private Map<String, String> insert(
      Graph body, String path, Map<String, String> outer, Map<String, AttributeValue> attributes) {
    expanded++;
    Map<String, String> names = new HashMap<>(outer);
    Map<String, String> shared = hoisted.computeIfAbsent(body, key -> new HashMap<>());
    body.initializers()
        .forEach(
            (name, constant) -> {
              String hoist = shared.computeIfAbsent(name, key -> fresh("hoisted"));
              initializers.put(hoist, constant);
              names.putIfAbsent(name, hoist);
            });
    String prefix = fresh("copy") + " ";
    for (Node node : body.nodes()) {
      for (String output : node.outputs()) {
        if (!output.isEmpty()) {
          names.put(output, prefix + output);
          copies
              .computeIfAbsent(
                  path + " " + output, key -> new Copies(path, output, new ArrayList<>()))
              .copies()
              .add(prefix + output);
        }
      }
    }
    for (Node node : body.nodes()) {
      emit(renamed(node, names, attributes));
    }
    return names;
  }

  private static String named(Map<String, String> names, String name) {
    return names.getOrDefault(name, name);
  }

  private static Node renamed(
      Node node, Map<String, String> names, Map<String, AttributeValue> given) {
    Map<String, AttributeValue> attributes = new HashMap<>();
    node.attributes()
        .asMap()
        .forEach(
            (name, value) -> {
              AttributeValue resolved =
                  value.kind() == Kind.REFERENCE ? given.get((String) value.value()) : value;
              if (resolved != null) {
                attributes.put(name, renamed(resolved, names, given));
              }
            });
    return new Node(
        node.index(),
        node.name(),
        node.operator(),
        node.overload(),
        node.inputs().stream().map(name -> named(names, name)).toList(),
        node.outputs().stream().map(name -> named(names, name)).toList(),
        Attributes.of(attributes),
        node.scope());
  }

  private static AttributeValue renamed(
      AttributeValue value, Map<String, String> names, Map<String, AttributeValue> given) {
    if (!(value.value() instanceof Graph graph)) {
      return value;
    }
    Map<String, String> inside = new HashMap<>(names);
    graph.inputs().forEach(input -> inside.remove(input.name()));
    graph.initializers().keySet().forEach(inside::remove);
    graph.nodes().forEach(node -> node.outputs().forEach(inside::remove));
    return AttributeValue.of(
        new Graph(
            graph.name(),
            graph.inputs(),
            graph.outputs().stream()
                .map(output -> new ValueInfo(named(inside, output.name()), output.type()))
                .toList(),
            graph.nodes().stream().map(node -> renamed(node, inside, given)).toList(),
            graph.initializers(),
            graph.declared()));
  }
}
