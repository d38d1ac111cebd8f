package io.modelcounter.report;

import io.modelcounter.analysis.Report;
import io.modelcounter.spi.ReportRenderer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** Renders reports in memory. */
public final class Rendering {
  private Rendering() {}

  /** The document that a renderer writes. */
  public static String text(ReportRenderer renderer, Report report) {
    return new String(bytes(renderer, report), StandardCharsets.UTF_8);
  }

  /** The bytes that a renderer writes. */
  public static byte[] bytes(ReportRenderer renderer, Report report) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try {
      renderer.render(report, out);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toByteArray();
  }
}
