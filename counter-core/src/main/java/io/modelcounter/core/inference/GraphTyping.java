package io.modelcounter.core.inference;

import io.modelcounter.analysis.Diagnostic;
import io.modelcounter.core.inference.StoredSource.Origin;
import io.modelcounter.core.inference.TypedNode.Resolution;
import io.modelcounter.model.AttributeException;
import io.modelcounter.model.Attributes;
import io.modelcounter.model.Constant;
import io.modelcounter.model.Function;
import io.modelcounter.model.Graph;
import io.modelcounter.model.ModelException;
import io.modelcounter.model.Node;
import io.modelcounter.model.OperatorId;
import io.modelcounter.model.SparseTensorType;
import io.modelcounter.model.TensorType;
import io.modelcounter.model.ValueInfo;
import io.modelcounter.model.ValueType;
import io.modelcounter.spi.Call;
import io.modelcounter.spi.Inferred;
import io.modelcounter.spi.InvalidNodeException;
import io.modelcounter.spi.SafeCalls;
import io.modelcounter.spi.ShapeRule;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Types all nodes of one graph, given its inputs and what it sees of the graphs around it. */
final class GraphTyping {
  private static final int EAGER_ELEMENTS = 64;
  private static final int MAX_PENDING = 200;
  private static final Inferred ABSENT = Inferred.unknown("the input is absent");

  private final TypingContext context;
  private final Graph graph;
  private final String path;
  private final Attributes functionAttributes;
  private final int callDepth;
  private final Environment environment;
  private final List<StoredSource> sources = new ArrayList<>();
  private final ControlFlow controlFlow;
  private final FunctionCalls functionCalls;

  /**
   * Prepares the typing of a graph.
   *
   * @param context what is common to all graphs of the model
   * @param graph the graph
   * @param path where it stands
   * @param outer what it sees of the graphs around it, or null
   * @param functionAttributes attributes of the function call that it belongs to
   * @param functionCalls typed function bodies, and how deep the calls are nested
   * @param callDepth how deep function calls are nested here
   */
  GraphTyping(
      TypingContext context,
      Graph graph,
      String path,
      @Nullable Environment outer,
      Attributes functionAttributes,
      FunctionCalls functionCalls,
      int callDepth) {
    this.context = context;
    this.graph = graph;
    this.path = path;
    this.functionAttributes = functionAttributes;
    this.callDepth = callDepth;
    this.environment = new Environment(outer);
    this.functionCalls = functionCalls;
    this.controlFlow = new ControlFlow(this);
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
  TypedGraph typeBody(Graph body, String bodyPath, List<TypedValue> inputs) {
    return new GraphTyping(
            context, body, bodyPath, environment, functionAttributes, functionCalls, callDepth)
        .withInputs(inputs)
        .type();
  }

  /** Path of a graph in an attribute of a node. */
  String bodyPath(Node node, String role) {
    return path + "/" + node.displayName() + "/" + role;
  }

  /** Name of a node's output, unique among all graphs, for new symbols. */
  String outputName(Node node, int output) {
    String name = output < node.outputs().size() ? node.outputs().get(output) : "";
    return symbolPrefix() + (name.isEmpty() ? node.displayName() + "." + output : name);
  }

  void report(Diagnostic diagnostic) {
    context.report(diagnostic);
  }

  private void addInitializer(String name, Constant constant) {
    if (environment.own().containsKey(name)) {
      return; // an input that was given a value hides the initializer that is its default
    }
    StoredSource source = new StoredSource(name, constant.type(), Origin.INITIALIZER);
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
        inputs.add(TypedValue.computed(ABSENT));
        builder.absentInput();
        continue;
      }
      TypedValue value = environment.find(name).orElseThrow();
      inputs.add(value);
      if (value.isStored()) {
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
      throw contradiction(node, "E0317", contradiction);
    } catch (AttributeException attribute) {
      throw contradiction(node, "E0308", attribute);
    }
  }

  private ModelException contradiction(Node node, String code, RuntimeException cause) {
    return new ModelException(
        code, Places.of(node, path), String.valueOf(cause.getMessage()), null, cause);
  }

  private TypedNode type(Node node, Call call, List<TypedValue> inputs) {
    Optional<Function> function = context.function(node);
    if (function.isPresent()) {
      FunctionCalls.Result result =
          functionCalls.type(function.get(), node, call, inputs, path, callDepth);
      return finish(node, call, inputs, result.outputs(), Resolution.FUNCTION, result.bodies());
    }
    Optional<ControlFlow.Result> flow = controlFlow.type(node, call, inputs);
    if (flow.isPresent()) {
      return finish(
          node, call, inputs, flow.get().outputs(), Resolution.CONTROL_FLOW, flow.get().bodies());
    }
    Optional<ShapeRule> rule = context.registry().rule(node.operator());
    if (rule.isPresent()) {
      List<Inferred> outputs = SafeCalls.outputs(rule.get(), call);
      return finish(node, call, inputs, outputs, Resolution.OPERATOR, List.of());
    }
    return finish(node, call, inputs, unknownOutputs(node), Resolution.UNKNOWN, List.of());
  }

  private List<Inferred> unknownOutputs(Node node) {
    OperatorId operator = node.operator();
    List<Inferred> outputs = new ArrayList<>();
    for (String output : node.outputs()) {
      ValueType declared = context.useDeclaredTypes() ? graph.declared().get(output) : null;
      outputs.add(
          declared == null
              ? Inferred.unknown("no plugin knows the operator " + operator.text())
              : Inferred.of(declared));
    }
    return outputs;
  }

  private TypedNode finish(
      Node node,
      Call call,
      List<TypedValue> inputs,
      List<Inferred> outputs,
      Resolution resolution,
      List<Body> bodies) {
    List<ValueType> types = new ArrayList<>(outputs.size());
    for (Inferred output : outputs) {
      types.add(output.type());
    }
    StoredOrigins origins = StoredOrigins.of(call, inputs, resolution);
    int pending = 0;
    for (TypedValue input : inputs) {
      pending = Math.max(pending, input.pending());
    }
    for (int i = 0; i < node.outputs().size(); i++) {
      String name = node.outputs().get(i);
      if (!name.isEmpty()) {
        Inferred output = i < outputs.size() ? outputs.get(i) : Inferred.unknown("no output " + i);
        environment.put(name, value(call, name, output, origins, pending));
      }
    }
    return new TypedNode(node, call.withOutputs(types), inputs, resolution, bodies);
  }

  private TypedValue value(
      Call call, String name, Inferred output, StoredOrigins origins, int pending) {
    Optional<Origin> own = StoredOrigins.ownOrigin(call);
    if (own.isPresent() && output.type() instanceof TensorType tensor) {
      StoredSource source = new StoredSource(name, tensor, own.get());
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

  private static boolean isSmall(ValueType type) {
    return type instanceof TensorType tensor
        && tensor.shape().hasRank()
        && tensor.shape().elements().asLong().orElse(Long.MAX_VALUE) <= EAGER_ELEMENTS;
  }

  /** Prefix that keeps symbols of different graphs apart. */
  private String symbolPrefix() {
    int slash = path.indexOf('/');
    return slash < 0 ? "" : path.substring(slash + 1) + "/";
  }

  private Attributes resolve(Attributes attributes) {
    return FunctionCalls.resolve(attributes, functionAttributes);
  }
}
