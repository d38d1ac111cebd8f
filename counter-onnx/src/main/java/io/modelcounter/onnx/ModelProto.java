package io.modelcounter.onnx;

import io.modelcounter.model.Function;
import io.modelcounter.model.FunctionId;
import io.modelcounter.model.Graph;
import io.modelcounter.model.ModelException;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Reads the message {@code ModelProto}.
 *
 * <p>The graph stands before the operator sets that it needs, so the outermost fields are walked
 * first, with the graph and the functions stepped over.
 */
final class ModelProto {
  private static final long NEWEST_IR_VERSION = 14;
  private static final long IMPOSSIBLE_IR_VERSION = 1_000;

  private final Reading in;
  private final WireReader wire;
  private final Map<String, Long> imports = new HashMap<>();
  private final Map<String, String> metadata = new LinkedHashMap<>();
  private final LongList functionStarts = new LongList();
  private final LongList functionEnds = new LongList();
  private final LongList trainingStarts = new LongList();
  private final LongList trainingEnds = new LongList();
  private long metadataLength;
  private int metadataEntries;
  private int importCount;
  private long irVersion;
  private String producerName = "";
  private String producerVersion = "";
  private long graphStart = -1;
  private long graphEnd = -1;

  private ModelProto(Reading in) {
    this.in = in;
    this.wire = in.wire();
  }

  /**
   * What the message says.
   *
   * @param irVersion version of the format
   * @param producer name and version of the exporter
   * @param opsets imported version by domain
   * @param graph main graph
   * @param functions model-local functions
   * @param metadata texts by key
   */
  record Content(
      long irVersion,
      String producer,
      Map<String, Long> opsets,
      Graph graph,
      Map<FunctionId, Function> functions,
      Map<String, String> metadata) {}

  /**
   * Reads a model.
   *
   * @param in the file, at its start
   * @return what it says
   */
  static Content read(Reading in) {
    return new ModelProto(in).read();
  }

  private Content read() {
    fields();
    if (graphStart < 0) {
      throw wire.fail("E0301", "the model has no graph");
    }
    checkIrVersion();
    Opsets opsets = Opsets.ofModel(imports, irVersion, in.findings());
    wire.enterAt("graph", -1, graphStart, graphEnd);
    Graph graph = GraphProto.readMain(in, opsets);
    wire.leave();
    Map<FunctionId, Function> functions = functions(opsets);
    training(opsets);
    wire.hashing(false);
    String producer = (producerName + " " + producerVersion).strip();
    return new Content(irVersion, producer, opsets.imports(), graph, functions, metadata);
  }

  private void fields() {
    long seen = 0;
    while (wire.next()) {
      switch (wire.field()) {
        case 1 -> {
          seen = wire.once(seen, "ir_version");
          irVersion = wire.varint("ir_version");
        }
        case 2 -> {
          seen = wire.once(seen, "producer_name");
          producerName = wire.text("producer_name");
        }
        case 3 -> {
          seen = wire.once(seen, "producer_version");
          producerVersion = wire.text("producer_version");
        }
        case 4 -> wire.ignore("domain");
        case 5 -> wire.varint("model_version");
        case 6 -> wire.ignore("doc_string");
        case 7 -> {
          seen = wire.once(seen, "graph");
          long length = wire.payload("graph", WireReader.LENGTH);
          graphEnd = wire.position();
          graphStart = graphEnd - length;
          wire.modelComplete();
        }
        case 8 -> OperatorSetIdProto.read(in, imports, importCount++);
        case 14 -> metadata();
        case 20 -> stepOver("training_info", trainingStarts, trainingEnds);
        case 25 -> {
          stepOver("functions", functionStarts, functionEnds);
          if (functionStarts.offered() > Limits.FUNCTIONS) {
            throw wire.fail(
                "E0407", "the model has more than " + Limits.FUNCTIONS + " functions, the limit");
          }
        }
        case 26 -> wire.ignoreMessage("configuration");
        default -> wire.unknown();
      }
    }
  }

  private void stepOver(String name, LongList starts, LongList ends) {
    long length = wire.payload(name, WireReader.LENGTH);
    starts.add(wire.position() - length, Limits.NODES);
    ends.add(wire.position(), Limits.NODES);
  }

  private void metadata() {
    StringStringEntryProto entry =
        StringStringEntryProto.read(wire, "metadata_props", metadataEntries++);
    metadataLength += entry.key().length() + entry.value().length();
    if (metadataLength <= Limits.TEXT_BYTES) {
      metadata.put(entry.key(), entry.value());
    } else {
      in.findings().info("W0404", entry.key(), "metadata beyond 1 MiB is left out");
    }
  }

  private void checkIrVersion() {
    if (irVersion < 1 || irVersion >= IMPOSSIBLE_IR_VERSION) {
      throw new ModelException(
          "E0302",
          "ir_version",
          "the version of the format is " + irVersion + ", expected 1 to " + NEWEST_IR_VERSION);
    }
    if (irVersion > NEWEST_IR_VERSION) {
      in.findings()
          .warn(
              "W0302",
              "ir_version",
              "the version of the format is "
                  + irVersion
                  + ", known are 1 to "
                  + NEWEST_IR_VERSION);
    }
  }

  private Map<FunctionId, Function> functions(Opsets opsets) {
    Map<FunctionId, Function> functions = new LinkedHashMap<>();
    for (int i = 0; i < functionStarts.size(); i++) {
      wire.enterAt("functions", i, functionStarts.get(i), functionEnds.get(i));
      Function function = FunctionProto.read(in, opsets);
      if (functions.put(function.id(), function) != null) {
        throw wire.fail("E0305", "the function " + function.id() + " is defined twice");
      }
      wire.leave();
    }
    return functions;
  }

  /**
   * Walks what training needs and inference does not, to refuse there what is refused elsewhere.
   */
  private void training(Opsets opsets) {
    for (int i = 0; i < trainingStarts.size(); i++) {
      wire.enterAt("training_info", i, trainingStarts.get(i), trainingEnds.get(i));
      long seen = 0;
      while (wire.next()) {
        switch (wire.field()) {
          case 1 -> {
            seen = wire.once(seen, "initialization");
            GraphProto.read(in, opsets, "initialization", -1);
          }
          case 2 -> {
            seen = wire.once(seen, "algorithm");
            GraphProto.read(in, opsets, "algorithm", -1);
          }
          case 3 -> wire.ignoreMessage("initialization_binding");
          case 4 -> wire.ignoreMessage("update_binding");
          default -> wire.unknown();
        }
      }
      wire.leave();
    }
    if (trainingStarts.size() > 0) {
      in.findings().info("W0327", "training_info", "what the model says on training is ignored");
    }
  }
}
