package io.modelcounter.report.text;

import io.modelcounter.analysis.Report;
import io.modelcounter.spi.ReportRenderer;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Writes a summary for a terminal. It is made for people and not a format to rely on. */
public final class TextReport implements ReportRenderer {
  private static final List<Block> BLOCKS =
      List.of(
          new ModelBlock(),
          new TotalsBlock(),
          new ModulesBlock(),
          new TopLayersBlock(),
          new GapsBlock(),
          new NotesBlock());

  /** Makes the renderer. */
  public TextReport() {}

  @Override
  public String format() {
    return "text";
  }

  @Override
  public void render(Report report, OutputStream out) throws IOException {
    Lines lines = new Lines();
    BLOCKS.forEach(block -> block.write(report, lines));
    out.write(lines.toString().getBytes(StandardCharsets.US_ASCII));
    out.flush();
  }
}
