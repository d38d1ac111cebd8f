package io.modelcounter.cli.conformance;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
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
 * @param inputs types and shapes of its inputs
 * @param values types and shapes of values
 * @param data directory with the stored inputs {@code input_k.pb}; need not be there
 */
record MeasuredCase(
    String name, Path file, Map<String, Measured> inputs, Map<String, Measured> values, Path data) {
  private static final ObjectMapper JSON = new ObjectMapper();

  /** The operator conformance cases. */
  static List<MeasuredCase> ofBackend(Path corpus) throws IOException {
    Path root = corpus.resolve("onnx-backend");
    List<MeasuredCase> cases = new ArrayList<>();
    for (JsonNode line : lines(root.resolve("EXPECTED_SHAPES.jsonl"))) {
      String name = line.get("case").asText();
      cases.add(
          new MeasuredCase(
              name,
              root.resolve(name).resolve("model.onnx"),
              measured(line.get("inputs")),
              measured(line.get("outputs")),
              root.resolve(name).resolve("test_data_set_0")));
    }
    return cases;
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

  /** The real networks, each at the sizes it was measured at. */
  static List<MeasuredCase> ofRealNetworks(Path corpus) throws IOException {
    Path root = corpus.resolve("real");
    List<Path> measurements;
    try (Stream<Path> files = Files.list(root.resolve("shapes"))) {
      measurements = files.sorted().toList();
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
              Files.exists(file) ? file : corpus.resolve("onnx-backend/light/" + model + ".onnx"),
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

  /** Values that are tensors; sequences and the like have another form. */
  private static Map<String, Measured> measured(JsonNode object) {
    Map<String, Measured> values = new LinkedHashMap<>();
    object
        .properties()
        .forEach(
            entry -> {
              JsonNode value = entry.getValue();
              if (value.isArray() && value.size() == 2 && value.get(1).isArray()) {
                List<Long> shape = new ArrayList<>();
                value.get(1).forEach(dim -> shape.add(dim.asLong()));
                values.put(entry.getKey(), new Measured(value.get(0).asText(), shape));
              }
            });
    return values;
  }
}
