package io.modelcounter.spi;

import io.modelcounter.analysis.Report;
import java.io.IOException;
import java.io.OutputStream;

/**
 * Writes a report in one format. This is a service type: renderers are found by {@link
 * java.util.ServiceLoader}.
 */
public interface ReportRenderer {

  /**
   * Name of the format.
   *
   * @return for example {@code json}
   */
  String format();

  /**
   * Writes a report. The same report gives the same bytes, whatever the locale and time zone.
   *
   * @param report the report
   * @param out where to; not closed
   * @throws IOException if writing fails
   */
  void render(Report report, OutputStream out) throws IOException;
}
