package io.modelcounter.report.viewer;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.modelcounter.analysis.LayerCost;
import io.modelcounter.analysis.Report;
import io.modelcounter.report.Rendering;
import io.modelcounter.report.SampleReports;
import io.modelcounter.spi.ReportRenderer;
import java.io.IOException;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ViewerDataTest {
  private static final ObjectMapper MAPPER = new ObjectMapper();

  private static JsonNode read(ReportRenderer renderer, Report report) throws IOException {
    return MAPPER.readTree(Rendering.text(renderer, report));
  }

  @Test
  void netronFindsEveryNodeAndEveryMetricOnce() throws IOException {
    JsonNode attachment = read(new NetronAttachment(), SampleReports.small());
    assertThat(attachment.get("signature").textValue()).isEqualTo("netron:attachment");
    Set<String> keys = new HashSet<>();
    for (JsonNode item : attachment.get("metrics")) {
      String key =
          item.get("kind").textValue()
              + item.get("target").textValue()
              + "\n"
              + item.get("name").textValue();
      assertThat(keys.add(key)).as(key).isTrue();
      assertThat(item.get("value").isIntegralNumber()).isTrue();
    }
    for (LayerCost layer : SampleReports.small().analysis().layers()) {
      assertThat(keys).contains("node" + layer.name() + "\nmacs");
    }
    assertThat(keys).contains("model\nmacs", "model\npeakActivationBytes");
  }

  @Test
  void netronIsNotToldWhatIsNotKnown() throws IOException {
    JsonNode attachment = read(new NetronAttachment(), SampleReports.withGaps());
    for (JsonNode item : attachment.get("metrics")) {
      boolean isMagic = item.get("target").textValue().equals("magic");
      assertThat(isMagic && item.get("name").textValue().equals("macs")).isFalse();
    }
    assertThat(attachment.get("metadata").toString()).contains("No counter serves com.acme:Magic.");
  }

  @Test
  void longNumbersAndFormulasAreTextsForNetron() throws IOException {
    assertThat(
            read(new NetronAttachment(), SampleReports.huge()).at("/metrics/0/value").textValue())
        .isEqualTo("1" + "0".repeat(40));
    assertThat(
            read(new NetronAttachment(), SampleReports.symbolic())
                .at("/metrics/0/value")
                .textValue())
        .contains("batch");
  }

  @Test
  void nodesThatShareANameAreLeftOut() throws IOException {
    JsonNode attachment = read(new NetronAttachment(), SampleReports.named("same\nname"));
    for (JsonNode item : attachment.get("metrics")) {
      assertThat(item.get("target").textValue()).doesNotContain("\n");
    }
  }

  @Test
  void modelExplorerColoursNodesByTheirFirstOutput() throws IOException {
    JsonNode data = read(new ModelExplorerData(), SampleReports.small());
    for (LayerCost layer : SampleReports.small().analysis().layers()) {
      assertThat(
              data.get("results").get(layer.outputs().get(0).name()).get("value").bigIntegerValue())
          .isEqualTo(layer.amount("macs").exactValue().asBigInteger().orElseThrow());
    }
    assertThat(data.at("/gradient/0/stop").intValue()).isZero();
    assertThat(data.at("/gradient/1/stop").intValue()).isEqualTo(1);
  }

  @Test
  void modelExplorerIsNotToldWhatIsNotKnown() throws IOException {
    assertThat(read(new ModelExplorerData(), SampleReports.withGaps()).get("results").has("z"))
        .isFalse();
  }
}
