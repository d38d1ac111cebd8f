package io.modelcounter.onnx;

import io.modelcounter.model.Constant;
import io.modelcounter.model.Graph;
import io.modelcounter.model.Node;
import io.modelcounter.model.ValueInfo;
import io.modelcounter.model.ValueType;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads the message {@code GraphProto}. */
final class GraphProto {
  /** A shorter message cannot hold as many nodes as the limit allows. */
  private static final long COUNTED_AHEAD = 2L * Limits.NODES;

  private static final int NODE = 1;
  private static final int INITIALIZER = 5;
  private static final int VALUE_INFO = 13;
  private static final int SPARSE_INITIALIZER = 15;

  private final Reading in;
  private final Opsets opsets;
  private final WireReader wire;
  private final boolean main;
  private final List<ValueInfo> inputs = new ArrayList<>();
  private final List<ValueInfo> outputs = new ArrayList<>();
  private final List<Node> nodes = new ArrayList<>();
  private final Map<String, Constant> initializers = new LinkedHashMap<>();
  private final Map<String, ValueType> declared = new LinkedHashMap<>();
  private String name = "";
  private int sparse;

  private GraphProto(Reading in, Opsets opsets, boolean main) {
    this.in = in;
    this.opsets = opsets;
    this.wire = in.wire();
    this.main = main;
  }

  /**
   * Reads a graph within an attribute.
   *
   * @param in the file, at the field
   * @param opsets operator sets in force
   * @param field name of the field
   * @param index position among the fields of that name, or -1
   * @return the graph
   */
  static Graph read(Reading in, Opsets opsets, String field, int index) {
    in.wire().enter(field, index);
    Graph graph = new GraphProto(in, opsets, false).read();
    in.wire().leave();
    return graph;
  }

  /**
   * Reads the graph of a model, which was just entered.
   *
   * @param in the file, at the first field of the graph
   * @param opsets operator sets in force
   * @return the graph
   */
  static Graph readMain(Reading in, Opsets opsets) {
    return new GraphProto(in, opsets, true).read();
  }

  private Graph read() {
    in.budget().enterGraph(wire);
    if (wire.remaining() >= COUNTED_AHEAD) {
      countAhead();
    }
    fields();
    in.budget().leaveGraph();
    return new Graph(name, inputs, outputs, nodes, initializers, declared);
  }

  /** Counts what is to come before anything of it is built. */
  private void countAhead() {
    long moreNodes = 0;
    long moreInitializers = 0;
    long moreValueInfos = 0;
    long start = wire.position();
    wire.hashing(false);
    while (wire.next()) {
      switch (wire.field()) {
        case NODE -> moreNodes++;
        case INITIALIZER, SPARSE_INITIALIZER -> moreInitializers++;
        case VALUE_INFO -> moreValueInfos++;
        default -> {
          // not limited in number
        }
      }
      wire.skip();
    }
    in.budget().expect(wire, moreNodes, moreInitializers, moreValueInfos);
    wire.seek(start);
    wire.hashing(true);
  }

  private void fields() {
    long seen = 0;
    while (wire.next()) {
      switch (wire.field()) {
        case NODE -> nodes.add(NodeProto.read(in, opsets, nodes.size()));
        case 2 -> {
          seen = wire.once(seen, "name");
          name = wire.name("name");
        }
        case INITIALIZER ->
            initializer(TensorProto.read(in, "initializer", initializers.size() - sparse));
        case 10 -> wire.ignore("doc_string");
        case 11 -> inputs.add(ValueInfoProto.read(in, "input", inputs.size(), main));
        case 12 -> outputs.add(ValueInfoProto.read(in, "output", outputs.size(), false));
        case VALUE_INFO -> declare(ValueInfoProto.read(in, "value_info", declared.size(), false));
        case 14 -> wire.ignoreMessage("quantization_annotation");
        case SPARSE_INITIALIZER ->
            initializer(SparseTensorProto.read(in, "sparse_initializer", sparse++));
        case 16 -> wire.ignoreMessage("metadata_props");
        default -> wire.unknown();
      }
    }
  }

  private void initializer(Constant constant) {
    in.budget().initializer(wire);
    if (initializers.putIfAbsent(constant.name(), constant) != null) {
      throw wire.fail("E0305", "the initializer \"" + constant.name() + "\" is stored twice");
    }
  }

  private void declare(ValueInfo info) {
    declared.putIfAbsent(info.name(), info.type());
  }
}
