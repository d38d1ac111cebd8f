package io.modelcounter.onnx;

import io.modelcounter.model.AttributeValue;
import io.modelcounter.model.Attributes;
import io.modelcounter.model.Function;
import io.modelcounter.model.FunctionId;
import io.modelcounter.model.Graph;
import io.modelcounter.model.Node;
import io.modelcounter.model.ValueInfo;
import io.modelcounter.model.ValueType;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Reads the message {@code FunctionProto}. */
final class FunctionProto {
  private static final int OPSET_IMPORT = 9;

  private final Reading in;
  private final WireReader wire;
  private final Opsets opsets;
  private final List<ValueInfo> inputs = new ArrayList<>();
  private final List<ValueInfo> outputs = new ArrayList<>();
  private final List<Node> nodes = new ArrayList<>();
  private final Map<String, ValueType> declared = new LinkedHashMap<>();
  private final Set<String> attributeNames = new LinkedHashSet<>();
  private final Map<String, AttributeValue> defaults = new HashMap<>();
  private String name = "";
  private String domain = "";
  private String overload = "";

  private FunctionProto(Reading in, Opsets opsets) {
    this.in = in;
    this.wire = in.wire();
    this.opsets = opsets;
  }

  /**
   * Reads a function, which was just entered.
   *
   * @param in the file, at the first field of the function
   * @param model operator sets of the model
   * @return the function
   */
  static Function read(Reading in, Opsets model) {
    FunctionProto function = new FunctionProto(in, model.ofFunction(imports(in)));
    function.fields();
    return function.result();
  }

  /** The imports, which stand behind the nodes that need them. */
  private static Map<String, Long> imports(Reading in) {
    WireReader wire = in.wire();
    Map<String, Long> imports = new HashMap<>();
    long start = wire.position();
    wire.hashing(false);
    for (int index = 0; wire.next(); ) {
      if (wire.field() == OPSET_IMPORT) {
        OperatorSetIdProto.read(in, imports, index++);
      } else {
        wire.skip();
      }
    }
    wire.seek(start);
    wire.hashing(true);
    return imports;
  }

  private void fields() {
    long seen = 0;
    while (wire.next()) {
      switch (wire.field()) {
        case 1 -> {
          seen = wire.once(seen, "name");
          name = wire.name("name");
        }
        case 4 -> inputs.add(untyped(wire.name("input"), "only a call gives a function's inputs"));
        case 5 -> outputs.add(untyped(wire.name("output"), "the file declares no type"));
        case 6 -> attributeNames.add(wire.name("attribute"));
        case 7 -> nodes.add(NodeProto.read(in, opsets, nodes.size()));
        case 8 -> wire.ignore("doc_string");
        case OPSET_IMPORT -> wire.ignore("opset_import");
        case 10 -> {
          seen = wire.once(seen, "domain");
          domain = wire.name("domain");
        }
        case 11 -> AttributeProto.read(in, opsets, "attribute_proto", defaults.size(), defaults);
        case 12 -> {
          ValueInfo info = ValueInfoProto.read(in, "value_info", declared.size(), false);
          declared.putIfAbsent(info.name(), info.type());
        }
        case 13 -> {
          seen = wire.once(seen, "overload");
          overload = wire.name("overload");
        }
        case 14 -> wire.ignoreMessage("metadata_props");
        default -> wire.unknown();
      }
    }
  }

  private static ValueInfo untyped(String name, String reason) {
    return new ValueInfo(name, ValueType.unknown(reason));
  }

  private Function result() {
    Graph body = new Graph(name, inputs, outputs, nodes, Map.of(), declared);
    return new Function(
        new FunctionId(domain, name, overload), body, attributeNames, Attributes.of(defaults));
  }
}
