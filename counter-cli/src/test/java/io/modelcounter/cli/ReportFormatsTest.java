package io.modelcounter.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.csv.CsvMapper;
import com.fasterxml.jackson.dataformat.csv.CsvParser;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import io.modelcounter.cli.conformance.Corpus;
import java.io.IOException;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every format of every exported model: checked against each other, and made without the model. */
class ReportFormatsTest {
  private static final ObjectMapper MAPPER = new ObjectMapper();
  private static final List<String> FORMATS =
      List.of(
          "text",
          "html",
          "md",
          "csv",
          "csv-summary",
          "json",
          "jsonl",
          "folded",
          "netron",
          "model-explorer");

  @TempDir private static Path directory;

  /** The JSON reports by the names of their files. */
  private static final Map<String, JsonNode> DOCUMENTS = new TreeMap<>();

  @BeforeAll
  static void makeReports() throws IOException {
    Path models = Corpus.repository().resolve("fixtures/exported");
    List<Object> args = new ArrayList<>(List.of("analyze", "-r", models, "-q"));
    args.addAll(List.of("--convention", "additions", "--convention", "paper"));
    args.addAll(outputs("direct", "{path}"));
    assertThat(CommandRunner.run(args.toArray()).exitCode()).isZero();
    try (Stream<Path> files = Files.list(directory.resolve("direct"))) {
      for (Path file : files.filter(path -> path.toString().endsWith(".json")).toList()) {
        DOCUMENTS.put(name(file), MAPPER.readTree(file.toFile()));
      }
    }
    assertThat(DOCUMENTS).hasSizeGreaterThan(100);
  }

  private static List<Object> outputs(String folder, String name) throws IOException {
    Path target = Files.createDirectories(directory.resolve(folder));
    List<Object> outputs = new ArrayList<>();
    for (String format : FORMATS) {
      outputs.add("-o");
      outputs.add(format + "=" + target.resolve(name + "." + format));
    }
    return outputs;
  }

  private static String name(Path report) {
    String file = String.valueOf(report.getFileName());
    return file.substring(0, file.lastIndexOf('.'));
  }

  private static String read(String folder, String name, String format) throws IOException {
    return Files.readString(directory.resolve(folder).resolve(name + "." + format));
  }

  @Test
  void everyFormatIsTheSameWithoutTheModel() throws IOException {
    List<Object> args =
        new ArrayList<>(List.of("report", directory.resolve("direct/*.json"), "-q"));
    args.addAll(outputs("again", "{name}"));
    CommandRunner.Result result = CommandRunner.run(args.toArray());
    assertThat(result.err()).isEmpty();
    assertThat(result.exitCode()).isZero();
    for (String name : DOCUMENTS.keySet()) {
      for (String format : FORMATS) {
        assertThat(read("again", name, format))
            .as("%s of %s", format, name)
            .isEqualTo(read("direct", name, format));
      }
    }
  }

  @Test
  void everyDocumentKeepsTheSchemaAndHasNoOtherFields() throws IOException {
    JsonNode strict = strict(MAPPER.readTree(CommandRunner.run("schema", "json").out()));
    Schema schema =
        SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12).getSchema(strict);
    DOCUMENTS.forEach((name, document) -> assertThat(schema.validate(document)).as(name).isEmpty());
  }

  private static JsonNode strict(JsonNode node) {
    node.forEach(ReportFormatsTest::strict);
    if (node.path("properties").isObject() && node.has("type")) {
      ((ObjectNode) node).put("additionalProperties", false);
    }
    return node;
  }

  @Test
  void theLayersOfADocumentAddUpToItsTotals() {
    int checked = 0;
    for (Map.Entry<String, JsonNode> document : DOCUMENTS.entrySet()) {
      for (String metric : List.of("macs", "flops", "parameters", "weightBytes")) {
        JsonNode total = document.getValue().get("totals").get(metric);
        if (total.isIntegralNumber()) {
          assertThat(sum(document.getValue().get("layers"), metric))
              .as("%s of %s", metric, document.getKey())
              .isEqualTo(total.bigIntegerValue());
          checked++;
        }
      }
    }
    assertThat(checked).isGreaterThan(400);
  }

  private static BigInteger sum(JsonNode layers, String metric) {
    BigInteger sum = BigInteger.ZERO;
    for (JsonNode layer : layers) {
      sum = sum.add(layer.get(metric).bigIntegerValue());
    }
    return sum;
  }

  @Test
  void theSummaryHasTheTotals() throws IOException {
    for (Map.Entry<String, JsonNode> document : DOCUMENTS.entrySet()) {
      Map<String, String> values = new TreeMap<>();
      for (List<String> row : rows(read("direct", document.getKey(), "csv-summary"))) {
        values.put(row.get(0), row.get(1));
      }
      document
          .getValue()
          .get("totals")
          .properties()
          .forEach(
              total -> {
                if (!total.getKey().equals("bounds")) {
                  assertThat(values)
                      .as(document.getKey())
                      .containsEntry(total.getKey(), data(total.getValue()));
                }
              });
    }
  }

  @Test
  void theTableOfLayersHasTheLayers() throws IOException {
    for (Map.Entry<String, JsonNode> document : DOCUMENTS.entrySet()) {
      String table = read("direct", document.getKey(), "csv");
      List<List<String>> rows = rows(table);
      assertThat(rows).isEqualTo(rowsOfJackson(table));
      JsonNode layers = document.getValue().get("layers");
      assertThat(rows).hasSize(layers.size() + 1);
      int macs = rows.get(0).indexOf("macs");
      int parameters = rows.get(0).indexOf("parameters");
      for (JsonNode layer : layers) {
        List<String> row = rows.get(layer.get("index").intValue() + 1);
        assertThat(row.get(macs)).isEqualTo(data(layer.get("macs")));
        assertThat(row.get(parameters)).isEqualTo(data(layer.get("parameters")));
      }
    }
  }

  /** What CSV has for a value of JSON. */
  private static String data(JsonNode value) {
    return value.isNull() ? "" : value.asText();
  }

  @Test
  void theCommentHasTheTotals() throws IOException {
    for (Map.Entry<String, JsonNode> document : DOCUMENTS.entrySet()) {
      String text = read("direct", document.getKey(), "md");
      assertThat(text.length()).isLessThan(20_000);
      Map<String, String> labels =
          Map.of("MACs", "macs", "FLOPs", "flops", "Parameters", "parameters");
      labels.forEach(
          (label, metric) -> {
            Matcher row =
                Pattern.compile("(?m)^\\| " + label + " \\| .* \\| (.*) \\|$").matcher(text);
            assertThat(row.find()).isTrue();
            JsonNode total = document.getValue().get("totals").get(metric);
            if (total.isIntegralNumber()) {
              assertThat(row.group(1).replace(" ", "")).isEqualTo(total.asText());
            }
          });
    }
  }

  @Test
  void thePageHasTheTotals() throws IOException {
    Pattern island =
        Pattern.compile(
            "<script type=\"application/json\" id=\"data\">(.*?)</script>", Pattern.DOTALL);
    for (Map.Entry<String, JsonNode> document : DOCUMENTS.entrySet()) {
      Matcher found = island.matcher(read("direct", document.getKey(), "html"));
      assertThat(found.find()).isTrue();
      JsonNode data = MAPPER.readTree(found.group(1));
      for (String metric : List.of("macs", "flops", "parameters", "peakActivationBytes")) {
        JsonNode total = document.getValue().get("totals").get(metric);
        JsonNode shown = data.get("amounts").get(data.get("totals").get(metric).intValue());
        if (!total.isNull()) {
          assertThat(shown.asText()).as(document.getKey()).isEqualTo(total.asText());
        }
      }
    }
  }

  @Test
  void theOtherFormatsHaveTheTotals() throws IOException {
    for (Map.Entry<String, JsonNode> document : DOCUMENTS.entrySet()) {
      JsonNode totals = document.getValue().get("totals");
      String[] lines = read("direct", document.getKey(), "jsonl").split("\n", -1);
      assertThat(MAPPER.readTree(lines[0]).get("totals").get("macs")).isEqualTo(totals.get("macs"));
      for (JsonNode item :
          MAPPER.readTree(read("direct", document.getKey(), "netron")).get("metrics")) {
        if (item.get("kind").textValue().equals("model")) {
          JsonNode total = totals.get(item.get("name").textValue());
          assertThat(item.get("value").asText()).isEqualTo(total.asText());
        }
      }
      if (totals.get("macs").isIntegralNumber()
          && totals.get("macs").bigIntegerValue().signum() > 0) {
        BigInteger sum =
            read("direct", document.getKey(), "folded")
                .lines()
                .map(line -> new BigInteger(line.substring(line.lastIndexOf(' ') + 1)))
                .reduce(BigInteger.ZERO, BigInteger::add);
        assertThat(sum).isEqualTo(totals.get("macs").bigIntegerValue());
      }
    }
  }

  private static List<List<String>> rowsOfJackson(String text) throws IOException {
    try (MappingIterator<List<String>> rows =
        new CsvMapper()
            .enable(CsvParser.Feature.WRAP_AS_ARRAY)
            .readerForListOf(String.class)
            .readValues(text)) {
      return rows.readAll();
    }
  }

  /** Rows of RFC 4180. */
  private static List<List<String>> rows(String text) {
    List<List<String>> rows = new ArrayList<>();
    List<String> row = new ArrayList<>();
    StringBuilder field = new StringBuilder();
    boolean isQuoted = false;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '"') {
        if (isQuoted && text.startsWith("\"", i + 1)) {
          field.append(c);
          i++;
        } else {
          isQuoted = !isQuoted;
        }
      } else if (isQuoted || (c != ',' && c != '\r' && c != '\n')) {
        field.append(c);
      } else if (c != '\r') {
        row.add(field.toString());
        field.setLength(0);
        if (c == '\n') {
          rows.add(List.copyOf(row));
          row.clear();
        }
      }
    }
    return rows;
  }
}
