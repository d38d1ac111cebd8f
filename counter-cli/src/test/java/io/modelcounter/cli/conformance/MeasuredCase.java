package io.modelcounter.cli.conformance;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.modelcounter.model.Graph;
import io.modelcounter.model.ValueInfo;
import io.modelcounter.onnx.OnnxModelReader;
import io.modelcounter.spi.ModelInput;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * A model of the corpus with the inputs it was run with and the values that came out.
 *
 * @param name name for messages
 * @param file the model
 * @param inputs its inputs
 * @param values values that came out
 * @param data directory with the stored inputs {@code input_k.pb}; need not be there
 */
record MeasuredCase(
    String name,
    Path file,
    Map<String, MeasuredValue> inputs,
    Map<String, MeasuredValue> values,
    Path data) {
  private static final ObjectMapper JSON = new ObjectMapper();

  /** Operator conformance cases with stored inputs and outputs, anywhere below a directory. */
  static List<MeasuredCase> withStoredValues(Path root) throws IOException {
    List<MeasuredCase> cases = new ArrayList<>();
    for (Path model : Corpus.models(root)) {
      Path data = model.resolveSibling("test_data_set_0");
      if (Files.isDirectory(data)) {
        Graph graph = new OnnxModelReader().read(ModelInput.of(model), found -> {}).graph();
        cases.add(
            new MeasuredCase(
                root.relativize(data).getParent().toString(),
                model,
                stored(data, "input", graph.inputs()),
                stored(data, "output", graph.outputs()),
                data));
      }
    }
    return cases;
  }

  private static Map<String, MeasuredValue> stored(Path data, String kind, List<ValueInfo> values)
      throws IOException {
    Map<String, MeasuredValue> stored = new LinkedHashMap<>();
    for (int i = 0; i < values.size(); i++) {
      ValueInfo value = values.get(i);
      StoredValue.read(data.resolve(kind + "_" + i + ".pb"), value.type())
          .ifPresent(found -> stored.put(value.name(), found));
    }
    return stored;
  }

  /** The small real-world graphs. */
  static List<MeasuredCase> ofSmallGraphs(Path corpus) throws IOException {
    Path root = corpus.resolve("smallgraphs");
    List<MeasuredCase> cases = new ArrayList<>();
    for (JsonNode line : lines(root.resolve("SHAPES.jsonl"))) {
      String name = line.get("file").asText();
      cases.add(
          new MeasuredCase(
              name,
              root.resolve(name),
              measured(line.get("inputs")),
              measured(line.get("tensors")),
              root.resolve("no data")));
    }
    return cases;
  }

  /** The exported networks. */
  static List<MeasuredCase> ofExported(Path corpus) throws IOException {
    List<MeasuredCase> cases = new ArrayList<>();
    for (Path model : Corpus.models(corpus.resolve("exported"))) {
      if (ExportedCase.isMeasured(model)) {
        ExportedCase exported = ExportedCase.of(model);
        cases.add(
            new MeasuredCase(
                exported.name(),
                model,
                new LinkedHashMap<>(exported.inputs()),
                new LinkedHashMap<>(exported.values()),
                corpus.resolve("no data")));
      }
    }
    return cases;
  }

  /** The real networks, each at the sizes it was measured at. */
  static List<MeasuredCase> ofRealNetworks(Path corpus) throws IOException {
    return measuredNetworks(corpus.resolve("real/shapes"), corpus.resolve("real"), false);
  }

  /** The networks whose weights are made by ConstantOfShape nodes. */
  static List<MeasuredCase> ofLightNetworks(Path corpus) throws IOException {
    return measuredNetworks(
        corpus.resolve("real/shapes"), corpus.resolve("onnx-backend/light"), true);
  }

  private static List<MeasuredCase> measuredNetworks(Path shapes, Path root, boolean light)
      throws IOException {
    List<Path> measurements;
    try (Stream<Path> files = Files.list(shapes)) {
      measurements =
          files
              .filter(file -> file.getFileName().toString().startsWith("light_") == light)
              .sorted()
              .toList();
    }
    List<MeasuredCase> cases = new ArrayList<>();
    for (Path measurement : measurements) {
      String name = measurement.getFileName().toString().replaceFirst("\\.json$", "");
      String model = name.replaceFirst("\\.[AB]$", "");
      Path file = root.resolve(model + ".onnx");
      JsonNode object = JSON.readTree(measurement.toFile());
      cases.add(
          new MeasuredCase(
              name,
              file,
              measured(object.get("inputs")),
              measured(object.get("tensors")),
              root.resolve("no data")));
    }
    return cases;
  }

  private static List<JsonNode> lines(Path file) throws IOException {
    List<JsonNode> nodes = new ArrayList<>();
    for (String line : Files.readAllLines(file)) {
      nodes.add(JSON.readTree(line));
    }
    return nodes;
  }

  private static Map<String, MeasuredValue> measured(JsonNode object) {
    Map<String, MeasuredValue> values = new LinkedHashMap<>();
    object.properties().forEach(entry -> values.put(entry.getKey(), value(entry.getValue())));
    return values;
  }

  /** {@code [type, dims]}, {@code ["seq", members]} or {@code ["MapInfo", null]}. */
  private static MeasuredValue value(JsonNode value) {
    String type = value.get(0).asText();
    if (type.equals("seq")) {
      List<MeasuredValue> members = new ArrayList<>();
      value.get(1).forEach(member -> members.add(value(member)));
      return new MeasuredSequence(members);
    }
    if (type.equals("MapInfo")) {
      return new MeasuredMap();
    }
    List<Long> shape = new ArrayList<>();
    value.get(1).forEach(dim -> shape.add(dim.asLong()));
    return new Measured(type, shape);
  }
}
