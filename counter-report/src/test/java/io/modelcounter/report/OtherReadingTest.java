package io.modelcounter.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.modelcounter.analysis.Analysis;
import io.modelcounter.analysis.Reading;
import io.modelcounter.report.json.JsonReport;
import io.modelcounter.report.summary.Headline;
import io.modelcounter.report.summary.OtherReading;
import io.modelcounter.report.text.TextReport;
import org.junit.jupiter.api.Test;

/** Reports say both readings of quantized operators where they differ. */
class OtherReadingTest {

  @Test
  void textShowsTheTotalsThatDiffer() {
    String text = Rendering.text(new TextReport(), SampleReports.quantized());
    String block = text.substring(text.indexOf("With quantized operators counted as one"));

    assertThat(block.lines().skip(1).takeWhile(line -> !line.isEmpty()))
        .extracting(line -> line.strip().replaceAll("  +", " "))
        .containsExactly(
            "FLOPs 13.0 k 13 000",
            "Bytes read 300 B 300 bytes",
            "additions 13.0 k 12 999",
            "The other totals are the same; --quantized fused shows the layers.");
  }

  @Test
  void jsonHasTheTotalsOfTheOtherReading() throws JsonProcessingException {
    JsonNode report =
        new ObjectMapper().readTree(Rendering.text(new JsonReport(), SampleReports.quantized()));
    JsonNode quantization = report.get("quantization");

    assertThat(report.at("/totals/flops").intValue()).isEqualTo(15_000);
    assertThat(quantization.get("reading").textValue()).isEqualTo("as-written");
    assertThat(quantization.get("otherReading").textValue()).isEqualTo("fused");
    assertThat(quantization.at("/otherTotals/flops").intValue()).isEqualTo(13_000);
    assertThat(quantization.at("/otherTotals/macs").intValue()).isEqualTo(6912);
    assertThat(quantization.at("/otherConventions/additions").intValue()).isEqualTo(12_999);
    assertThat(quantization.get("otherTotals").fieldNames())
        .toIterable()
        .containsExactlyElementsOf(() -> report.get("totals").fieldNames());
  }

  @Test
  void nothingIsSaidWhereThereIsOneReading() throws JsonProcessingException {
    String json = Rendering.text(new JsonReport(), SampleReports.small());

    assertThat(new ObjectMapper().readTree(json).has("quantization")).isFalse();
    assertThat(Rendering.text(new TextReport(), SampleReports.small()))
        .doesNotContain("quantized operators");
  }

  @Test
  void theReadingsHaveNamesForTheCommandLine() {
    assertThat(OtherReading.id(Reading.AS_WRITTEN)).isEqualTo("as-written");
    assertThat(OtherReading.id(Reading.FUSED)).isEqualTo("fused");
    assertThat(OtherReading.text(Reading.AS_WRITTEN)).contains("as written");
  }

  @Test
  void numbersThatAreEqualDoNotDiffer() {
    Analysis analysis = SampleReports.quantized().analysis();

    assertThat(OtherReading.differing(analysis, analysis)).isEmpty();
    assertThat(OtherReading.differing(analysis, analysis.otherReading().orElseThrow()))
        .extracting(Headline::metric)
        .containsExactly("flops", "readBytes", "additions");
  }
}
