package io.modelcounter.tck;

import io.modelcounter.model.AttributeValue;
import io.modelcounter.model.Attributes;
import io.modelcounter.model.Node;
import io.modelcounter.model.OperatorId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A node of a {@link TestGraph} while it is written down; {@link #output} or {@link #outputs} ends
 * it.
 */
public final class TestNode implements AttributeDsl<TestNode> {
  private final int index;
  private final String operator;
  private final List<String> inputs;
  private final Map<String, TestGraph> graphs = new LinkedHashMap<>();
  private String domain = OperatorId.ONNX;
  private int version;
  private String overload = "";
  private String name = "";
  private List<String> scope = List.of();
  private Attributes attributes = Attributes.none();
  private @Nullable List<String> outputs;

  TestNode(int index, String operator, List<String> inputs) {
    this.index = index;
    this.operator = operator;
    this.inputs = inputs;
  }

  /**
   * Puts the operator into another domain than the standard one.
   *
   * @param newDomain operator domain
   * @return this
   */
  public TestNode domain(String newDomain) {
    domain = new OperatorId(newDomain, operator, 1).domain();
    return this;
  }

  /**
   * Sets the version since which the operator's meaning holds; otherwise it is the version that the
   * model imports.
   *
   * @param newVersion version, at least 1
   * @return this
   */
  public TestNode version(int newVersion) {
    version = newVersion;
    return this;
  }

  /**
   * Chooses an overload of a model-local function.
   *
   * @param newOverload the overload
   * @return this
   */
  public TestNode overload(String newOverload) {
    overload = newOverload;
    return this;
  }

  /**
   * Names the node.
   *
   * @param newName the name in the file
   * @return this
   */
  public TestNode named(String newName) {
    name = newName;
    return this;
  }

  /**
   * Sets the module path.
   *
   * @param modules names of modules, outermost first
   * @return this
   */
  public TestNode scope(String... modules) {
    scope = List.of(modules);
    return this;
  }

  @Override
  public TestNode attribute(String attribute, AttributeValue value) {
    attributes = attributes.with(attribute, value);
    return this;
  }

  /**
   * Sets an attribute that is a graph, such as the branch of an If. Its nodes may read values of
   * the graphs around it, and get their versions from the model.
   *
   * @param attribute name of the attribute
   * @param graph the graph
   * @return this
   */
  public TestNode graph(String attribute, TestGraph graph) {
    graphs.put(attribute, graph);
    return this;
  }

  /**
   * Ends the node with one output.
   *
   * @param outputName name of the output
   * @return that name
   */
  public String output(String outputName) {
    outputs(outputName);
    return outputName;
  }

  /**
   * Ends the node with any number of outputs.
   *
   * @param outputNames names of the outputs; an empty one for an output that nobody wants
   * @return those names
   */
  public List<String> outputs(String... outputNames) {
    List<String> names = List.of(outputNames);
    outputs = names;
    return names;
  }

  Node node(Map<String, Long> opsets) {
    List<String> names = outputs;
    if (names == null) {
      throw new IllegalStateException("node " + index + " (" + operator + ") has no output(...)");
    }
    Attributes all = attributes;
    for (Map.Entry<String, TestGraph> graph : graphs.entrySet()) {
      all = all.with(graph.getKey(), AttributeValue.of(graph.getValue().graph(opsets)));
    }
    int since = version > 0 ? version : Math.toIntExact(opsets.getOrDefault(domain, 1L));
    OperatorId id = new OperatorId(domain, operator, since);
    return new Node(index, name, id, overload, inputs, names, all, scope);
  }
}
