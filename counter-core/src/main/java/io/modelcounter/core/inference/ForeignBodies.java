package io.modelcounter.core.inference;

import io.modelcounter.model.AttributeValue;
import io.modelcounter.model.Graph;
import io.modelcounter.model.Node;
import io.modelcounter.model.Shape;
import io.modelcounter.model.TensorType;
import io.modelcounter.model.ValueInfo;
import io.modelcounter.model.ValueType;
import io.modelcounter.spi.Call;
import io.modelcounter.spi.Inferred;
import io.modelcounter.symbolic.Amount;
import io.modelcounter.symbolic.Size;
import io.modelcounter.symbolic.Symbol;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Graphs in the attributes of operators that the engine does not execute, as those of a beam
 * search: they are typed by what they declare of their inputs, and how often they are executed is
 * not known.
 */
final class ForeignBodies {
  private final GraphTyping typing;
  private final Node node;
  private final List<Body> bodies = new ArrayList<>();

  private ForeignBodies(GraphTyping typing, Node node) {
    this.typing = typing;
    this.node = node;
  }

  /** The bodies of a node, one for every graph in its attributes. */
  static List<Body> of(GraphTyping typing, Node node, Call call) {
    ForeignBodies found = new ForeignBodies(typing, node);
    for (Map.Entry<String, AttributeValue> attribute : call.attributes().asMap().entrySet()) {
      Object value = attribute.getValue().value();
      if (value instanceof Graph graph) {
        found.add(attribute.getKey(), graph);
      } else if (value instanceof List<?> list) {
        for (int i = 0; i < list.size(); i++) {
          if (list.get(i) instanceof Graph graph) {
            found.add(attribute.getKey() + "." + i, graph);
          }
        }
      }
    }
    return found.bodies;
  }

  private void add(String role, Graph graph) {
    String path = typing.bodyPath(node, role);
    String prefix = GraphTyping.symbolPrefix(path);
    List<TypedValue> inputs = new ArrayList<>();
    for (ValueInfo input : graph.inputs()) {
      inputs.add(TypedValue.computed(Inferred.of(declared(prefix + input.name(), input.type()))));
    }
    TypedGraph body = typing.typeBody(node, graph, path, inputs);
    String reason = "how often " + node.displayName() + " executes its " + role + " is not known";
    bodies.add(Body.repeated(body, Amount.unknown(reason)));
  }

  /** A size that is no number may change from one execution to the next. */
  private static ValueType declared(String name, ValueType type) {
    if (!(type instanceof TensorType tensor) || !tensor.shape().hasRank()) {
      return type;
    }
    List<Size> dims = new ArrayList<>();
    for (Size dim : tensor.shape().dims()) {
      dims.add(dim.isConstant() ? dim : unknown(name + "." + dims.size()));
    }
    return new TensorType(tensor.element(), Shape.of(dims));
  }

  private static Size unknown(String name) {
    return Size.of(
        Symbol.dataDependent(name, "the operator that executes the graph decides this size"));
  }
}
