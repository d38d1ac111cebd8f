package io.modelcounter.report;

import io.modelcounter.analysis.Report;
import io.modelcounter.spi.ReportRenderer;
import io.modelcounter.tck.ReportRendererTck;
import java.util.List;
import java.util.ServiceLoader;
import java.util.stream.Stream;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.MethodSource;

/** Every renderer keeps the rules of the kit. */
@ParameterizedClass
@MethodSource("renderers")
final class RendererRulesTest extends ReportRendererTck {
  @Parameter private ReportRenderer renderer;

  static Stream<ReportRenderer> renderers() {
    return ServiceLoader.load(ReportRenderer.class).stream().map(ServiceLoader.Provider::get);
  }

  @Override
  protected ReportRenderer renderer() {
    return renderer;
  }

  @Override
  protected List<Report> reports() {
    return List.of(
        SampleReports.small(),
        SampleReports.symbolic(),
        SampleReports.withGaps(),
        SampleReports.huge(),
        SampleReports.empty());
  }
}
