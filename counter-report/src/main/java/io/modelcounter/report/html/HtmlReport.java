package io.modelcounter.report.html;

import io.modelcounter.analysis.Report;
import io.modelcounter.spi.ReportRenderer;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Writes a self-contained page for a review of the model. */
public final class HtmlReport implements ReportRenderer {
  private static final List<Section> SECTIONS =
      List.of(
          new SummarySection(),
          new NumbersSection(),
          new ScalingSection(),
          new CostSection(),
          new MemorySection(),
          new LayersSection(),
          new IntensitySection(),
          new UnknownSection(),
          new StoredSection(),
          new PluginsSection(),
          new ReproduceSection(),
          new DefinitionsSection());

  /** Makes the renderer. */
  public HtmlReport() {}

  @Override
  public String format() {
    return "html";
  }

  @Override
  public void render(Report report, OutputStream out) throws IOException {
    Page page = new Page(Asset.style(), Asset.theme(), Asset.script());
    out.write(page.write(report, SECTIONS).getBytes(StandardCharsets.UTF_8));
    out.flush();
  }
}
