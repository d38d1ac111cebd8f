package io.modelcounter.onnx;

import io.modelcounter.model.AttributeValue;
import io.modelcounter.model.Attributes;
import io.modelcounter.model.Node;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads the message {@code NodeProto}. */
final class NodeProto {
  private final Reading in;
  private final Opsets opsets;
  private final WireReader wire;
  private final List<String> inputs = new ArrayList<>(4);
  private final List<String> outputs = new ArrayList<>(2);
  private final Map<String, AttributeValue> attributes = new HashMap<>(4);
  private String name = "";
  private String operator = "";
  private String domain = "";
  private String overload = "";
  private @Nullable List<String> scope;
  private boolean fullScope;
  private int metadata;

  private NodeProto(Reading in, Opsets opsets) {
    this.in = in;
    this.opsets = opsets;
    this.wire = in.wire();
  }

  /**
   * Reads a node.
   *
   * @param in the file, at the field {@code node}
   * @param opsets operator sets in force
   * @param index position in its graph
   * @return the node
   */
  static Node read(Reading in, Opsets opsets, int index) {
    WireReader wire = in.wire();
    in.budget().node(wire);
    wire.enter("node", index);
    Node node = new NodeProto(in, opsets).read(index);
    wire.leave();
    return node;
  }

  private Node read(int index) {
    fields();
    if (operator.isEmpty()) {
      throw wire.fail("E0307", "a node has no operator");
    }
    List<String> recorded = scope;
    return new Node(
        index,
        name,
        opsets.operator(domain, operator),
        overload,
        inputs,
        outputs,
        Attributes.of(attributes),
        recorded == null ? in.scopes().fromNodeName(name, inputs) : recorded);
  }

  private void fields() {
    long seen = 0;
    while (wire.next()) {
      switch (wire.field()) {
        case 1 -> add("input", inputs);
        case 2 -> add("output", outputs);
        case 3 -> {
          seen = wire.once(seen, "name");
          name = wire.name("name");
        }
        case 4 -> {
          seen = wire.once(seen, "op_type");
          operator = wire.name("op_type");
        }
        case 5 -> attribute();
        case 6 -> wire.ignore("doc_string");
        case 7 -> {
          seen = wire.once(seen, "domain");
          domain = wire.name("domain");
        }
        case 8 -> {
          seen = wire.once(seen, "overload");
          overload = wire.name("overload");
        }
        case 9 -> metadata();
        case 10 -> wire.ignoreMessage("device_configurations");
        default -> wire.unknown();
      }
    }
  }

  private void add(String field, List<String> values) {
    values.add(wire.name(field));
    if (inputs.size() + outputs.size() > Limits.NODE_VALUES) {
      throw wire.fail(
          "E0405", "a node has more than " + Limits.NODE_VALUES + " inputs and outputs, the limit");
    }
  }

  private void attribute() {
    AttributeProto.read(in, opsets, "attribute", attributes.size(), attributes);
    if (attributes.size() > Limits.NODE_ATTRIBUTES) {
      throw wire.fail(
          "E0405", "a node has more than " + Limits.NODE_ATTRIBUTES + " attributes, the limit");
    }
  }

  /** Reads an entry of the metadata, whose value is made into a text only if it names a module. */
  private void metadata() {
    wire.enter("metadata_props", metadata++);
    String key = "";
    while (wire.next()) {
      if (wire.field() == 1) {
        key = wire.name("key");
      } else if (wire.field() == 2 && key.equals(ModuleScopes.NAME_SCOPES)) {
        scope = in.scopes().fromNameScopes(wire.text("value"));
        fullScope = true;
      } else if (wire.field() == 2 && key.equals(ModuleScopes.NAMESPACE) && !fullScope) {
        scope = in.scopes().fromNamespace(wire.text("value"));
      } else {
        wire.skip();
      }
    }
    wire.leave();
  }
}
