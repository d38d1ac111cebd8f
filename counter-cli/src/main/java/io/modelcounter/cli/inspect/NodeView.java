package io.modelcounter.cli.inspect;

import io.modelcounter.cli.message.Codes;
import io.modelcounter.cli.message.CommandException;
import io.modelcounter.cli.message.Message;
import io.modelcounter.cli.message.Suggestions;
import io.modelcounter.model.AttributeValue;
import io.modelcounter.model.Constant;
import io.modelcounter.model.Graph;
import io.modelcounter.model.Node;
import io.modelcounter.model.ValueInfo;
import io.modelcounter.model.ValueType;
import io.modelcounter.report.summary.OperatorNames;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * A node as the file has it.
 *
 * @param part the graph that it stands in
 * @param node the node
 */
record NodeView(GraphPart part, Node node) {
  private static final Pattern NUMBER = Pattern.compile("[0-9]{1,9}");
  private static final int LONGEST_LIST = 16;

  /**
   * Finds nodes.
   *
   * @param text name of a node in any graph, or position in the main graph, from 0
   * @throws CommandException if there is no such node
   */
  static List<NodeView> find(ModelFacts facts, String text) {
    List<NodeView> found = new ArrayList<>();
    Set<String> names = new LinkedHashSet<>();
    for (GraphPart part : facts.graphs()) {
      for (Node node : part.graph().nodes()) {
        names.add(node.displayName());
        if (node.displayName().equals(text)) {
          found.add(new NodeView(part, node));
        }
      }
    }
    if (found.isEmpty()) {
      found.add(numbered(facts, text).orElseThrow(() -> missing(facts, text, names)));
    }
    return found;
  }

  private static Optional<NodeView> numbered(ModelFacts facts, String text) {
    GraphPart main = facts.graphs().get(0);
    List<Node> nodes = main.graph().nodes();
    boolean isPosition = NUMBER.matcher(text).matches() && Integer.parseInt(text) < nodes.size();
    return isPosition
        ? Optional.of(new NodeView(main, nodes.get(Integer.parseInt(text))))
        : Optional.empty();
  }

  private static CommandException missing(ModelFacts facts, String text, Set<String> names) {
    String hint =
        Suggestions.nearest(text, names)
            .map(near -> "did you mean \"" + near + "\"?")
            .orElse(
                "there are "
                    + facts.graphs().get(0).graph().nodes().size()
                    + " nodes in the main graph, from 0");
    return CommandException.usage(
        Message.of(Codes.OPTION_FOR_MODEL, "--node", "there is no node \"" + text + "\"")
            .withHint(hint));
  }

  /** Name, operator, number and graph. */
  String title() {
    return node.displayName()
        + " ("
        + OperatorNames.of(node.operator())
        + " "
        + node.operator().version()
        + "), node "
        + node.index()
        + " of "
        + part.place();
  }

  /** Everything else that the file says of it: labels and texts, a label may stand twice. */
  List<Map.Entry<String, String>> facts() {
    List<Map.Entry<String, String>> facts = new ArrayList<>();
    if (!node.scope().isEmpty()) {
      facts.add(Map.entry("module", String.join(".", node.scope())));
    }
    node.inputs().forEach(name -> facts.add(Map.entry("input", value(name))));
    node.outputs().forEach(name -> facts.add(Map.entry("output", value(name))));
    attributes().forEach((name, text) -> facts.add(Map.entry("attribute", name + " = " + text)));
    return facts;
  }

  /** Attributes as texts, by name. */
  Map<String, String> attributes() {
    Map<String, String> attributes = new LinkedHashMap<>();
    node.attributes().asMap().forEach((name, value) -> attributes.put(name, text(value)));
    return attributes;
  }

  private String value(String name) {
    if (name.isEmpty()) {
      return "(none)";
    }
    return name + declared(name).map(type -> ": " + type).orElse("");
  }

  /** What the file says of the type of a value. */
  Optional<ValueType> declared(String name) {
    Graph graph = part.graph();
    Constant stored = graph.initializers().get(name);
    if (stored != null) {
      return Optional.of(stored.type());
    }
    return Optional.ofNullable(graph.declared().get(name))
        .or(() -> typeOf(graph.inputs(), name))
        .or(() -> typeOf(graph.outputs(), name));
  }

  private static Optional<ValueType> typeOf(List<ValueInfo> values, String name) {
    return values.stream()
        .filter(value -> value.name().equals(name))
        .map(ValueInfo::type)
        .findFirst();
  }

  private static String text(AttributeValue attribute) {
    Object value = attribute.value();
    if (attribute.kind() == AttributeValue.Kind.REFERENCE) {
      return "attribute " + value + " of the function";
    }
    if (value instanceof Graph graph) {
      return "a graph of " + graph.nodes().size() + " nodes";
    }
    if (value instanceof Constant constant) {
      return constant.type().toString();
    }
    if (value instanceof List<?> list && list.size() > LONGEST_LIST) {
      return list.size() + " values, " + list.subList(0, LONGEST_LIST) + " first";
    }
    return value.toString();
  }
}
