package io.modelcounter.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.modelcounter.analysis.Report;
import io.modelcounter.report.csv.CsvReport;
import io.modelcounter.report.csv.CsvSummary;
import io.modelcounter.report.html.HtmlReport;
import io.modelcounter.report.json.JsonReport;
import io.modelcounter.report.text.TextReport;
import io.modelcounter.spi.ReportRenderer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.ServiceLoader;
import java.util.TimeZone;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class AllFormatsTest {
  private static final List<ReportRenderer> RENDERERS =
      List.of(
          new TextReport(), new CsvReport(), new CsvSummary(), new JsonReport(), new HtmlReport());

  static List<ReportRenderer> renderers() {
    return RENDERERS;
  }

  @Test
  void everyRendererIsAServiceUnderItsOwnFormat() {
    List<String> formats =
        ServiceLoader.load(ReportRenderer.class).stream()
            .map(provider -> provider.get().format())
            .toList();
    assertThat(formats)
        .containsExactlyInAnyOrder("text", "csv", "csv-summary", "json", "html")
        .containsExactlyInAnyOrderElementsOf(
            RENDERERS.stream().map(ReportRenderer::format).toList());
  }

  @ParameterizedTest
  @ValueSource(strings = {"ar-EG-u-nu-arab", "tr-TR", "hi-IN-u-nu-deva"})
  void theLocaleAndTheTimeZoneChangeNoByte(String tag) {
    Locale locale = Locale.getDefault();
    TimeZone zone = TimeZone.getDefault();
    List<byte[]> expected = renderAll();
    List<byte[]> actual;
    try {
      Locale.setDefault(Locale.forLanguageTag(tag));
      TimeZone.setDefault(TimeZone.getTimeZone("Pacific/Chatham"));
      actual = renderAll();
    } finally {
      Locale.setDefault(locale);
      TimeZone.setDefault(zone);
    }
    assertThat(actual).hasSameSizeAs(expected);
    for (int i = 0; i < expected.size(); i++) {
      assertThat(actual.get(i)).isEqualTo(expected.get(i));
    }
  }

  @ParameterizedTest
  @MethodSource("renderers")
  void rendersAModelWithoutNodes(ReportRenderer renderer) {
    assertThat(Rendering.text(renderer, SampleReports.empty())).isNotBlank();
  }

  @ParameterizedTest
  @MethodSource("renderers")
  void leavesTheStreamOpen(ReportRenderer renderer) throws IOException {
    boolean[] closed = new boolean[1];
    ByteArrayOutputStream out =
        new ByteArrayOutputStream() {
          @Override
          public void close() {
            closed[0] = true;
          }
        };
    renderer.render(SampleReports.small(), out);
    assertThat(closed[0]).isFalse();
    assertThat(out.toString(StandardCharsets.UTF_8)).isNotEmpty();
  }

  private static List<byte[]> renderAll() {
    List<Report> reports =
        List.of(
            SampleReports.small(),
            SampleReports.symbolic(),
            SampleReports.withGaps(),
            SampleReports.huge());
    return reports.stream()
        .flatMap(report -> RENDERERS.stream().map(renderer -> Rendering.bytes(renderer, report)))
        .toList();
  }
}
