package io.modelcounter.cli.conformance;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.modelcounter.symbolic.Bindings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * An exported model with what a runtime measured.
 *
 * @param file the model
 * @param bindings values of symbolic dimensions in the measured run
 * @param inputs measured inputs by name
 * @param values measured outputs of all nodes of the main graph by name
 */
record ExportedCase(
    Path file,
    Map<String, Long> bindings,
    Map<String, Measured> inputs,
    Map<String, Measured> values) {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String SUFFIX = ".onnx";

  /** Tells whether there is something to compare a model with. */
  static boolean isMeasured(Path model) {
    return Files.exists(expectation(model));
  }

  static ExportedCase of(Path model) throws IOException {
    JsonNode root = JSON.readTree(expectation(model).toFile());
    Map<String, Long> bindings = new LinkedHashMap<>();
    root.path("bindings")
        .properties()
        .forEach(entry -> bindings.put(entry.getKey(), entry.getValue().asLong()));
    return new ExportedCase(
        model, bindings, measured(root.path("inputs")), measured(root.path("values")));
  }

  /** Path below the directory that holds {@code exported}, for messages and tables. */
  String name() {
    Path group = file.getParent();
    return (group == null ? "" : group.getFileName() + "/") + file.getFileName();
  }

  Bindings bound() {
    Bindings all = Bindings.none();
    for (Map.Entry<String, Long> entry : bindings.entrySet()) {
      all = all.with(entry.getKey(), entry.getValue());
    }
    return all;
  }

  private static Path expectation(Path model) {
    String name = model.getFileName().toString();
    return model.resolveSibling(
        name.substring(0, name.length() - SUFFIX.length()) + ".expected.json");
  }

  private static Map<String, Measured> measured(JsonNode object) {
    Map<String, Measured> values = new LinkedHashMap<>();
    object
        .properties()
        .forEach(
            entry -> {
              List<Long> shape = new ArrayList<>();
              entry.getValue().path("shape").forEach(dim -> shape.add(dim.asLong()));
              values.put(
                  entry.getKey(), new Measured(entry.getValue().path("type").asText(), shape));
            });
    return values;
  }
}
