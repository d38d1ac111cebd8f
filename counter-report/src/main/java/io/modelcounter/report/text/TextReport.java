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
          new OtherReadingBlock(),
          new PerSampleBlock(),
          new ModulesBlock(),
          new TopLayersBlock(),
          new IgnoredBlock(),
          new GapsBlock(),
          new PluginsBlock(),
          new NotesBlock());

  private final int columns;

  /** Makes the renderer, for {@value Lines#WIDTH} columns. */
  public TextReport() {
    this(Lines.WIDTH);
  }

  /**
   * Makes the renderer for a terminal.
   *
   * @param columns greatest number of columns; more than {@value Lines#WIDTH} are not used
   */
  public TextReport(int columns) {
    this.columns = columns;
  }

  @Override
  public String format() {
    return "text";
  }

  @Override
  public void render(Report report, OutputStream out) throws IOException {
    Lines lines = new Lines(columns);
    BLOCKS.forEach(block -> block.write(report, lines));
    out.write(lines.toString().getBytes(StandardCharsets.US_ASCII));
    out.flush();
  }
}
