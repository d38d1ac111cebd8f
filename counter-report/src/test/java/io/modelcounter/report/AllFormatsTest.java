package io.modelcounter.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.modelcounter.report.csv.CsvReport;
import io.modelcounter.report.csv.CsvSummary;
import io.modelcounter.report.folded.FoldedStacks;
import io.modelcounter.report.html.HtmlReport;
import io.modelcounter.report.json.JsonLines;
import io.modelcounter.report.json.JsonReport;
import io.modelcounter.report.markdown.MarkdownReport;
import io.modelcounter.report.text.TextReport;
import io.modelcounter.report.viewer.ModelExplorerData;
import io.modelcounter.report.viewer.NetronAttachment;
import io.modelcounter.spi.ReportRenderer;
import java.util.List;
import java.util.ServiceLoader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class AllFormatsTest {
  private static final List<ReportRenderer> RENDERERS =
      List.of(
          new TextReport(),
          new CsvReport(),
          new CsvSummary(),
          new JsonReport(),
          new JsonLines(),
          new HtmlReport(),
          new MarkdownReport(),
          new FoldedStacks(),
          new NetronAttachment(),
          new ModelExplorerData());

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
        .containsExactlyInAnyOrder(
            "text",
            "csv",
            "csv-summary",
            "json",
            "jsonl",
            "html",
            "md",
            "folded",
            "netron",
            "model-explorer")
        .containsExactlyInAnyOrderElementsOf(
            RENDERERS.stream().map(ReportRenderer::format).toList());
  }

  @ParameterizedTest
  @MethodSource("renderers")
  void rendersAModelWithoutNodes(ReportRenderer renderer) {
    assertThat(Rendering.text(renderer, SampleReports.empty())).isNotBlank();
  }
}
