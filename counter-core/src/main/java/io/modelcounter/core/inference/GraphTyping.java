package io.modelcounter.core.inference;

import io.modelcounter.analysis.Diagnostic;
import io.modelcounter.core.inference.StoredSource.Origin;
import io.modelcounter.core.inference.TypedNode.Resolution;
import io.modelcounter.core.plugin.CounterRegistry.Registered;
import io.modelcounter.model.AttributeException;
import io.modelcounter.model.AttributeValue;
import io.modelcounter.model.Attributes;
import io.modelcounter.model.Constant;
import io.modelcounter.model.Function;
import io.modelcounter.model.Graph;
import io.modelcounter.model.ModelException;
import io.modelcounter.model.Node;
import io.modelcounter.model.SparseTensorType;
import io.modelcounter.model.TensorType;
import io.modelcounter.model.ValueInfo;
import io.modelcounter.model.ValueType;
import io.modelcounter.spi.Call;
import io.modelcounter.spi.Inferred;
import io.modelcounter.spi.InvalidNodeException;
import io.modelcounter.spi.ShapeRule;
import io.modelcounter.spi.UnknownInputException;
import io.modelcounter.symbolic.TooComplexException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Types all nodes of one graph, given its inputs and what it sees of the graphs around it. */
final class GraphTyping {
  /** Code of the message that a node contradicts its operator. */
  static final String CONTRADICTION = "E0317";

  private static final int EAGER_ELEMENTS = 64;
  private static final int MAX_PENDING = 200;

  private final TypingContext context;
  private final Graph graph;
  private final String path;
  private final Attributes functionAttributes;
  private final int depth;
  private final Environment environment;
  private final List<StoredSource> sources = new ArrayList<>();
  private final ControlFlow controlFlow;
  private final FunctionCalls functionCalls;
  private final RuleOutputs ruleOutputs;
  private @Nullable Set<String> repeatedNames;

  /**
   * Prepares the typing of a graph.
   *
   * @param context what is common to all graphs of the model
   * @param graph the graph
   * @param path where it stands
   * @param outer what it sees of the graphs around it, or null
   * @param functionAttributes attributes of the function call that it belongs to
   * @param functionCalls typed function bodies, and how deep the calls are nested
   * @param depth how deep function calls and bodies are nested here
   */
  GraphTyping(
      TypingContext context,
      Graph graph,
      String path,
      @Nullable Environment outer,
      Attributes functionAttributes,
      FunctionCalls functionCalls,
      int depth) {
    this.context = context;
    this.graph = graph;
    this.path = path;
    this.functionAttributes = functionAttributes;
    this.depth = depth;
    this.environment = new Environment(outer);
    this.functionCalls = functionCalls;
    this.controlFlow = new ControlFlow(this);
    this.ruleOutputs = new RuleOutputs(context, graph, path);
  }

  /** Gives values to the inputs, in order. */
  GraphTyping withInputs(List<TypedValue> inputs) {
    for (int i = 0; i < inputs.size() && i < graph.inputs().size(); i++) {
      environment.put(graph.inputs().get(i).name(), inputs.get(i));
    }
    return this;
  }

  /** Gives a value to one input. */
  void define(String name, TypedValue value) {
    environment.put(name, value);
  }

  /**
   * Types the graph.
   *
   * @return the typed graph
   */
  TypedGraph type() {
    graph.initializers().forEach(this::addInitializer);
    List<TypedNode> nodes = new ArrayList<>(graph.nodes().size());
    for (Node node : ExecutionOrder.of(graph, environment::sees)) {
      context.spend(node);
      nodes.add(type(node));
    }
    List<TypedValue> outputs = new ArrayList<>();
    for (ValueInfo output : graph.outputs()) {
      outputs.add(
          environment
              .find(output.name())
              .orElseThrow(
                  () ->
                      new ModelException(
                          "E0306",
                          "graph output \"" + output.name() + "\"",
                          "nothing produces it")));
    }
    return new TypedGraph(graph, path, nodes, outputs, environment.own(), sources);
  }

  /** Types a graph in an attribute of one of this graph's nodes. */
  TypedGraph typeBody(Node node, Graph body, String bodyPath, List<TypedValue> inputs) {
    TypingContext.requireDepth(depth + 1, node);
    return new GraphTyping(
            context, body, bodyPath, environment, functionAttributes, functionCalls, depth + 1)
        .withInputs(inputs)
        .type();
  }

  /** Path of a graph in an attribute of a node. */
  String bodyPath(Node node, String role) {
    return path + "/" + label(node) + "/" + role;
  }

  /** Name of a node's output, unique among all graphs, for new symbols. */
  String outputName(Node node, int output) {
    String name = output < node.outputs().size() ? node.outputs().get(output) : "";
    return symbolPrefix() + (name.isEmpty() ? label(node) + "." + output : name);
  }

  /** Name of a node; with its position where other nodes of this graph have the same name. */
  private String label(Node node) {
    String name = node.displayName();
    return repeatedNames().contains(name) ? name + "#" + node.index() : name;
  }

  private Set<String> repeatedNames() {
    Set<String> known = repeatedNames;
    if (known == null) {
      known = new HashSet<>();
      Set<String> seen = new HashSet<>();
      for (Node node : graph.nodes()) {
        if (!seen.add(node.displayName())) {
          known.add(node.displayName());
        }
      }
      repeatedNames = known;
    }
    return known;
  }

  void report(Diagnostic diagnostic) {
    context.report(diagnostic);
  }

  private void addInitializer(String name, Constant constant) {
    if (environment.own().containsKey(name)) {
      return; // an input that was given a value hides the initializer that is its default
    }
    StoredSource source = context.source(constant, name, constant.type(), Origin.INITIALIZER);
    sources.add(source);
    ValueType type =
        constant.isSparse()
            ? new SparseTensorType(constant.type().element(), constant.type().shape())
            : constant.type();
    environment.put(name, TypedValue.stored(Inferred.of(type).withValue(constant::value), source));
  }

  private TypedNode type(Node node) {
    List<TypedValue> inputs = new ArrayList<>(node.inputs().size());
    Call.Builder builder =
        Call.of(node.operator()).named(node.displayName()).attributes(resolve(node.attributes()));
    for (String name : node.inputs()) {
      if (name.isEmpty()) {
        inputs.add(TypedValue.ABSENT);
        builder.absentInput();
        continue;
      }
      TypedValue value = environment.find(name).orElseThrow();
      inputs.add(value);
      if (value.isAbsent()) {
        builder.absentInput();
      } else if (value.isStored()) {
        builder.storedInput(value.inferred());
      } else {
        builder.input(value.inferred());
      }
    }
    for (String output : node.outputs()) {
      builder.output(output.isEmpty() ? "" : symbolPrefix() + output);
    }
    try {
      return type(node, builder.build(), inputs);
    } catch (InvalidNodeException contradiction) {
      throw RuleOutputs.contradiction(node, path, contradiction);
    } catch (AttributeException attribute) {
      throw RuleOutputs.wrongAttribute(node, path, attribute);
    }
  }

  private TypedNode type(Node node, Call call, List<TypedValue> inputs) {
    Optional<Function> function = context.function(node);
    if (function.isPresent()) {
      return type(function.get(), node, call, inputs);
    }
    Optional<ControlFlow.Result> flow;
    try {
      flow = controlFlow.type(node, call, inputs);
    } catch (UnknownInputException | TooComplexException unknown) {
      Inferred output = Inferred.unknown(String.valueOf(unknown.getMessage()));
      List<TypedValue> outputs =
          Collections.nCopies(node.outputs().size(), TypedValue.computed(output));
      return finish(node, call, inputs, outputs, Resolution.UNKNOWN, List.of());
    }
    if (flow.isPresent()) {
      return finish(
          node, call, inputs, flow.get().outputs(), Resolution.CONTROL_FLOW, flow.get().bodies());
    }
    Optional<Registered<ShapeRule>> rule = context.registry().rule(node.operator());
    Resolution resolution = rule.isPresent() ? Resolution.OPERATOR : Resolution.UNKNOWN;
    List<Inferred> outputs =
        rule.isPresent()
            ? ruleOutputs.of(node, call, rule.get())
            : context.unknownOutputs(graph, node);
    return finish(
        node,
        call,
        inputs,
        values(node, call, inputs, outputs, resolution),
        resolution,
        ForeignBodies.of(this, node, call));
  }

  /** Types a call of a function, unless a preferred plugin takes it for an operator of its own. */
  private TypedNode type(Function function, Node node, Call call, List<TypedValue> inputs) {
    String place = Places.of(node, path);
    Optional<Registered<ShapeRule>> rule = context.registry().preferredRule(node.operator());
    if (rule.isPresent()) {
      List<TypedValue> outputs =
          values(node, call, inputs, ruleOutputs.of(node, call, rule.get()), Resolution.OPERATOR);
      TypedNode typed = finish(node, call, inputs, outputs, Resolution.OPERATOR, List.of());
      if (context.isTakenByPreferred(typed.call(), place)) {
        return typed;
      }
    }
    FunctionCalls.Result body =
        functionCalls.type(function, node, call, inputs, path + "/" + label(node), depth);
    TypedNode typed =
        finish(node, call, inputs, body.outputs(), Resolution.FUNCTION, body.bodies());
    return context.isTakenByPreferred(typed.call(), place)
        ? finish(node, call, inputs, body.outputs(), Resolution.OPERATOR, List.of())
        : typed;
  }

  private TypedNode finish(
      Node node,
      Call call,
      List<TypedValue> inputs,
      List<TypedValue> outputs,
      Resolution resolution,
      List<Body> bodies) {
    List<ValueType> types = new ArrayList<>(outputs.size());
    for (TypedValue output : outputs) {
      types.add(output.type());
    }
    for (int i = 0; i < node.outputs().size(); i++) {
      String name = node.outputs().get(i);
      if (!name.isEmpty()) {
        environment.put(
            name,
            i < outputs.size()
                ? outputs.get(i)
                : TypedValue.computed(Inferred.unknown("the node has no output " + i)));
      }
    }
    return new TypedNode(node, call.withOutputs(types), inputs, resolution, bodies);
  }

  private List<TypedValue> values(
      Node node,
      Call call,
      List<TypedValue> inputs,
      List<Inferred> outputs,
      Resolution resolution) {
    StoredOrigins origins = StoredOrigins.of(call, inputs, resolution);
    int pending = 0;
    for (TypedValue input : inputs) {
      pending = Math.max(pending, input.pending());
    }
    List<TypedValue> values = new ArrayList<>(outputs.size());
    for (int i = 0; i < outputs.size(); i++) {
      String name = i < node.outputs().size() ? node.outputs().get(i) : "";
      values.add(value(node, call, name, outputs.get(i), origins, pending));
    }
    return values;
  }

  private TypedValue value(
      Node node, Call call, String name, Inferred output, StoredOrigins origins, int pending) {
    Optional<Origin> own = StoredOrigins.ownOrigin(call);
    if (own.isPresent() && output.type() instanceof TensorType tensor) {
      StoredSource source = context.source(holder(node, call), name, tensor, own.get());
      sources.add(source);
      return TypedValue.stored(output, source);
    }
    if (!output.mayHaveValue()) {
      return new TypedValue(output, origins.sources(), origins.verbatim(), 0);
    }
    if (pending >= MAX_PENDING || isSmall(output.type())) {
      output.value(); // so that no long chain of values waits to be worked out
      return new TypedValue(output, origins.sources(), origins.verbatim(), 0);
    }
    return new TypedValue(output, origins.sources(), origins.verbatim(), pending + 1);
  }

  /** The attribute of a Constant node, which a call of a function may have given; or the node. */
  private static Object holder(Node node, Call call) {
    Iterator<AttributeValue> attributes = call.attributes().asMap().values().iterator();
    return call.operator().name().equals("Constant") && attributes.hasNext()
        ? attributes.next()
        : node;
  }

  private static boolean isSmall(ValueType type) {
    return hasAtMost(EAGER_ELEMENTS, type);
  }

  /** Tells whether a value is a tensor that is known to have no more elements than so many. */
  static boolean hasAtMost(int limit, ValueType type) {
    if (!(type instanceof TensorType tensor)) {
      return false;
    }
    Optional<long[]> dims = tensor.shape().asLongs();
    if (dims.isEmpty()) {
      return false;
    }
    long elements = 1;
    boolean isEmpty = false;
    for (long dim : dims.get()) {
      isEmpty |= dim == 0;
      elements = elements > limit ? elements : elements * Math.min(dim, limit + 1L);
    }
    return isEmpty || elements <= limit;
  }

  /** Prefix that keeps symbols of different graphs apart. */
  private String symbolPrefix() {
    return symbolPrefix(path);
  }

  /** Prefix of the symbols of a graph with a certain path. */
  static String symbolPrefix(String path) {
    int slash = path.indexOf('/');
    return slash < 0 ? "" : path.substring(slash + 1) + "/";
  }

  private Attributes resolve(Attributes attributes) {
    return FunctionCalls.resolve(attributes, functionAttributes);
  }
}
