package io.modelcounter.tck;

import io.modelcounter.model.Attributes;
import io.modelcounter.model.Constant;
import io.modelcounter.model.ElementType;
import io.modelcounter.model.Function;
import io.modelcounter.model.FunctionId;
import io.modelcounter.model.Graph;
import io.modelcounter.model.Model;
import io.modelcounter.model.ModelOrigin;
import io.modelcounter.model.OperatorId;
import io.modelcounter.model.Scalar;
import io.modelcounter.model.TensorValue;
import io.modelcounter.model.ValueInfo;
import io.modelcounter.model.ValueType;
import io.modelcounter.symbolic.Size;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A graph written in short form.
 *
 * <pre>{@code
 * TestGraph g = TestGraph.named("tiny").opset(17);
 * String x = g.input("x", "float32[batch, 3, 32, 32]");
 * String w = g.weight("w", "float32[8, 3, 3, 3]");
 * String y = g.node("Conv", x, w).attribute("pads", 1, 1, 1, 1).scope("block", "conv").output("y");
 * g.output(y);
 * Model model = g.model();
 * }</pre>
 *
 * <p>Values are known by their names; an empty name is an absent input. Types are written as {@link
 * Types} says. Nothing is checked, so that tests can build models with defects. Graphs in
 * attributes and bodies of functions are graphs of their own that {@link TestNode#graph} and {@link
 * #function} take.
 */
public final class TestGraph {
  private static final long DEFAULT_OPSET = 17;

  private record TestFunction(TestGraph body, Set<String> required, Attributes optional) {}

  private final String name;
  private final List<ValueInfo> inputs = new ArrayList<>();
  private final List<ValueInfo> outputs = new ArrayList<>();
  private final List<TestNode> nodes = new ArrayList<>();
  private final Map<String, Constant> initializers = new LinkedHashMap<>();
  private final Map<String, ValueType> declared = new LinkedHashMap<>();
  private final Map<String, Long> opsets = new LinkedHashMap<>();
  private final Map<FunctionId, TestFunction> functions = new LinkedHashMap<>();
  private final Map<String, String> metadata = new LinkedHashMap<>();

  private TestGraph(String name) {
    this.name = name;
    opsets.put(OperatorId.ONNX, DEFAULT_OPSET);
  }

  /**
   * Starts an empty graph, with version 17 of the standard operator set.
   *
   * @param name name of the graph
   * @return the graph
   */
  public static TestGraph named(String name) {
    return new TestGraph(name);
  }

  /**
   * Imports a version of the standard operator set; it becomes the version of the nodes.
   *
   * @param version version
   * @return this
   */
  public TestGraph opset(int version) {
    return opset(OperatorId.ONNX, version);
  }

  /**
   * Imports a version of an operator domain; it becomes the version of the nodes of that domain.
   *
   * @param domain operator domain
   * @param version version
   * @return this
   */
  public TestGraph opset(String domain, int version) {
    opsets.put(domain, (long) version);
    return this;
  }

  /**
   * Adds a text that an exporter might have written beside the graph.
   *
   * @param key key
   * @param value text
   * @return this
   */
  public TestGraph metadata(String key, String value) {
    metadata.put(key, value);
    return this;
  }

  /**
   * Adds an input of unknown type, as bodies of functions have.
   *
   * @param input name
   * @return that name
   */
  public String input(String input) {
    return input(input, undeclared());
  }

  /**
   * Adds an input.
   *
   * @param input name
   * @param type declared type, for example {@code float32[batch, 3]}
   * @return that name
   */
  public String input(String input, String type) {
    return input(input, Types.parse(type));
  }

  /**
   * Adds an input.
   *
   * @param input name
   * @param type declared type
   * @return that name
   */
  public String input(String input, ValueType type) {
    inputs.add(new ValueInfo(input, type));
    return input;
  }

  /**
   * Adds a stored tensor of which the elements are never known.
   *
   * @param weight name
   * @param type element type and constant dimensions, for example {@code float32[8, 3, 3, 3]}
   * @return that name
   */
  public String weight(String weight, String type) {
    return constant(Constant.dense(weight, Types.tensor(type), Optional::empty));
  }

  /**
   * Adds a stored int64 vector.
   *
   * @param constant name
   * @param elements elements; none for an empty vector
   * @return that name
   */
  public String constant(String constant, long... elements) {
    List<Size> sizes = Arrays.stream(elements).mapToObj(Size::of).toList();
    return constant(constant, TensorValue.sizes(sizes));
  }

  /**
   * Adds a stored int64 scalar.
   *
   * @param constant name
   * @param element element
   * @return that name
   */
  public String scalar(String constant, long element) {
    return constant(constant, TensorValue.scalar(ElementType.INT64, Scalar.of(element)));
  }

  /**
   * Adds a stored tensor with known elements.
   *
   * @param constant name
   * @param value elements
   * @return that name
   */
  public String constant(String constant, TensorValue value) {
    return constant(Constant.of(constant, value));
  }

  /**
   * Adds a stored tensor.
   *
   * @param constant the tensor with its name
   * @return that name
   */
  public String constant(Constant constant) {
    initializers.put(constant.name(), constant);
    return constant.name();
  }

  /**
   * Declares the type of an inner value, as files do; analyses must not trust it.
   *
   * @param value name of the value
   * @param type declared type
   * @return this
   */
  public TestGraph declare(String value, String type) {
    declared.put(value, Types.parse(type));
    return this;
  }

  /**
   * Begins a node, which takes its place behind those that are there already.
   *
   * @param operator operator name
   * @param inputNames names of the values it reads; an empty one for an absent optional input
   * @return the node, to be ended by {@link TestNode#output} or {@link TestNode#outputs}
   */
  public TestNode node(String operator, String... inputNames) {
    TestNode node = new TestNode(nodes.size(), operator, List.of(inputNames));
    nodes.add(node);
    return node;
  }

  /**
   * Makes a value an output, without a declared type.
   *
   * @param output name of the value
   * @return this
   */
  public TestGraph output(String output) {
    return output(output, undeclared());
  }

  /**
   * Makes a value an output.
   *
   * @param output name of the value
   * @param type declared type
   * @return this
   */
  public TestGraph output(String output, String type) {
    return output(output, Types.parse(type));
  }

  /**
   * Makes a value an output.
   *
   * @param output name of the value
   * @param type declared type
   * @return this
   */
  public TestGraph output(String output, ValueType type) {
    outputs.add(new ValueInfo(output, type));
    return this;
  }

  /**
   * Defines a function without attributes; its domain is imported in version 1 unless {@link
   * #opset(String, int)} says otherwise.
   *
   * @param domain domain of the function
   * @param function name of the function
   * @param body its inputs and outputs in order, and its nodes, which get their versions from the
   *     model
   * @return this
   */
  public TestGraph function(String domain, String function, TestGraph body) {
    return function(new FunctionId(domain, function, ""), body, Set.of(), Attributes.none());
  }

  /**
   * Defines a function; its domain is imported in version 1 unless {@link #opset(String, int)} says
   * otherwise.
   *
   * @param id identity
   * @param body its inputs and outputs in order, and its nodes, which get their versions from the
   *     model
   * @param required attributes without a default that a call must give
   * @param optional attributes with their defaults
   * @return this
   */
  public TestGraph function(
      FunctionId id, TestGraph body, Set<String> required, Attributes optional) {
    functions.put(id, new TestFunction(body, required, optional));
    opsets.putIfAbsent(id.domain(), 1L);
    return this;
  }

  /**
   * Makes the model with this as its main graph.
   *
   * @return the model; its format is {@code test}
   * @throws IllegalStateException if a node has not been ended
   */
  public Model model() {
    Map<FunctionId, Function> built = new LinkedHashMap<>();
    functions.forEach(
        (id, function) ->
            built.put(
                id,
                new Function(
                    id, function.body().graph(opsets), function.required(), function.optional())));
    return new Model(
        new ModelOrigin(name, "test", 0, 0, ""), "", 1, opsets, graph(opsets), built, metadata);
  }

  /**
   * Makes the graph alone.
   *
   * @return the graph
   * @throws IllegalStateException if a node has not been ended
   */
  public Graph graph() {
    return graph(opsets);
  }

  Graph graph(Map<String, Long> modelOpsets) {
    return new Graph(
        name,
        inputs,
        outputs,
        nodes.stream().map(node -> node.node(modelOpsets)).toList(),
        initializers,
        declared);
  }

  private static ValueType undeclared() {
    return ValueType.unknown("the test does not declare it");
  }
}
