package io.modelcounter.report.json;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import io.modelcounter.analysis.Report;
import io.modelcounter.report.Rendering;
import io.modelcounter.report.SampleReports;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class JsonSchemaTest {
  private static final ObjectMapper MAPPER = new ObjectMapper();

  static Stream<Report> reports() {
    return Stream.of(
        SampleReports.small(),
        SampleReports.symbolic(),
        SampleReports.withGaps(),
        SampleReports.ignored(),
        SampleReports.quantized(),
        SampleReports.perSymbolicSample(),
        SampleReports.huge(),
        SampleReports.empty(),
        SampleReports.deep(100),
        SampleReports.counted());
  }

  @ParameterizedTest
  @MethodSource("reports")
  void everyReportKeepsTheSchemaAndHasNoOtherFields(Report report) throws IOException {
    JsonNode document = MAPPER.readTree(Rendering.text(new JsonReport(), report));
    assertThat(schema(strict(schema())).validate(document)).isEmpty();
  }

  @Test
  void refusesWhatIsNoReport() throws IOException {
    ObjectNode document =
        (ObjectNode) MAPPER.readTree(Rendering.text(new JsonReport(), SampleReports.small()));
    Schema schema = schema(schema());
    assertThat(schema.validate(document.deepCopy().put("news", 1))).isEmpty();
    assertThat(schema.validate(document.deepCopy().put("schemaVersion", "2.0.0"))).isNotEmpty();
    ObjectNode other = document.deepCopy();
    ((ObjectNode) other.at("/layers/0")).put("macs", 1.5);
    assertThat(schema.validate(other)).isNotEmpty();
    assertThat(schema.validate(document.deepCopy().without("layers"))).isNotEmpty();
  }

  @Test
  void theSchemaNamesItsDraftAndItself() throws IOException {
    assertThat(schema().get("$schema").textValue())
        .isEqualTo("https://json-schema.org/draft/2020-12/schema");
    assertThat(schema().get("$id").textValue()).isEqualTo("urn:modelcounter:report:1");
    assertThat(JsonReport.SCHEMA_VERSION)
        .matches(schema().at("/properties/schemaVersion/pattern").textValue());
  }

  @Test
  void thePageOnJsonTellsOfEveryField() throws IOException {
    String page = Files.readString(Path.of("../docs/json.md"));
    Set<String> fields = new TreeSet<>();
    collect(schema(), fields);
    assertThat(fields)
        .isNotEmpty()
        .allSatisfy(field -> assertThat(page).as(field).containsPattern("\\b" + field + "\\b"));
  }

  private static void collect(JsonNode node, Set<String> fields) {
    if (node.path("properties").isObject()) {
      node.get("properties").fieldNames().forEachRemaining(fields::add);
    }
    node.forEach(child -> collect(child, fields));
  }

  private static JsonNode schema() throws IOException {
    return MAPPER.readTree(JsonReport.schema());
  }

  /** The schema of documents that hold nothing that it does not tell of. */
  private static JsonNode strict(JsonNode node) {
    node.forEach(JsonSchemaTest::strict);
    if (node.path("properties").isObject() && node.has("type")) {
      ((ObjectNode) node).put("additionalProperties", false);
    }
    return node;
  }

  private static Schema schema(JsonNode node) {
    return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12).getSchema(node);
  }
}
