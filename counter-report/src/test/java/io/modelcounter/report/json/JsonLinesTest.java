package io.modelcounter.report.json;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.modelcounter.analysis.Report;
import io.modelcounter.report.Rendering;
import io.modelcounter.report.SampleReports;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class JsonLinesTest {
  private static final ObjectMapper MAPPER = new ObjectMapper();

  private static List<ObjectNode> lines(Report report) throws IOException {
    String text = Rendering.text(new JsonLines(), report);
    assertThat(text).endsWith("}\n");
    List<ObjectNode> lines = new ArrayList<>();
    for (String line : text.lines().toList()) {
      lines.add((ObjectNode) MAPPER.readTree(line));
    }
    return lines;
  }

  @Test
  void aLineForTheModelComesFirst() throws IOException {
    JsonNode document = MAPPER.readTree(Rendering.text(new JsonReport(), SampleReports.small()));
    ObjectNode model = lines(SampleReports.small()).get(0);
    assertThat(model.get("schemaVersion")).isEqualTo(document.get("schemaVersion"));
    assertThat(model.get("file")).isEqualTo(document.at("/input/file"));
    assertThat(model.get("totals")).isEqualTo(document.get("totals"));
    assertThat(model.get("coverage")).isEqualTo(document.get("coverage"));
  }

  @Test
  void everyLayerIsALineWithTheFieldsOfTheDocument() throws IOException {
    JsonNode layers =
        MAPPER.readTree(Rendering.text(new JsonReport(), SampleReports.small())).get("layers");
    List<ObjectNode> lines = lines(SampleReports.small());
    assertThat(lines).hasSize(layers.size() + 1);
    for (JsonNode layer : layers) {
      ObjectNode line = lines.get(layer.get("index").intValue() + 1);
      assertThat(line.remove("file").asText()).isEqualTo("small.onnx");
      assertThat(line).isEqualTo(layer);
    }
  }

  @Test
  void boundsReferToNothingElsewhere() throws IOException {
    assertThat(lines(SampleReports.withGaps()).get(2).at("/bounds/macs"))
        .hasToString("{\"low\":0,\"high\":null}");
  }

  @Test
  void aModelWithoutLayersHasALine() throws IOException {
    assertThat(lines(SampleReports.empty())).hasSize(1);
  }
}
