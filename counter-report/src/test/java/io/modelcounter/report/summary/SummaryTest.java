package io.modelcounter.report.summary;

import static org.assertj.core.api.Assertions.assertThat;

import io.modelcounter.analysis.Analysis;
import io.modelcounter.analysis.LayerCost;
import io.modelcounter.analysis.LayerStatus;
import io.modelcounter.report.SampleReports;
import java.util.List;
import org.junit.jupiter.api.Test;

class SummaryTest {

  @Test
  void topLayersAreRankedAndLeaveOutWhatCostsNothing() {
    Analysis analysis = SampleReports.small().analysis();
    assertThat(TopLayers.of(analysis, 10).layers())
        .extracting(LayerCost::index)
        .containsExactly(0, 3);
    assertThat(TopLayers.of(analysis, 1).layers()).hasSize(1);
  }

  @Test
  void symbolicLayersAreRankedAtOneValueOfTheSymbols() {
    assertThat(TopLayers.of(SampleReports.symbolic().analysis(), 10).layers())
        .extracting(LayerCost::index)
        .containsExactly(1, 0);
  }

  @Test
  void gapsComeUnknownFirst() {
    List<Gap> gaps = Gap.of(SampleReports.withGaps().analysis().layers());
    assertThat(gaps)
        .extracting(Gap::status)
        .containsExactly(LayerStatus.UNKNOWN, LayerStatus.BOUNDED);
    assertThat(gaps.get(0).advice()).contains("plugin");
    assertThat(gaps.get(1).macs()).hasToString("between 100 and 300");
  }

  @Test
  void operatorsAreAddedUpDearestFirst() {
    List<OperatorCost> costs = OperatorCost.of(SampleReports.withGaps().analysis().layers());
    assertThat(costs)
        .extracting(OperatorCost::operator)
        .containsExactly("ai.onnx:MatMul", "ai.onnx:If", "com.acme:Magic");
    assertThat(costs.get(0).macs()).hasToString("286");
    assertThat(costs.get(2).macs().high()).isEmpty();
  }

  @Test
  void theDearestModulesStayInTheOrderOfTheModel() {
    List<ModuleRow> rows = ModuleRow.of(SampleReports.small().analysis().modules(), 3);
    assertThat(rows)
        .extracting(row -> row.module().path())
        .containsExactly("features", "features.conv", "features.relu", "head");
    assertThat(ModuleRow.dearest(rows, 3))
        .extracting(row -> row.module().path())
        .containsExactly("features", "features.conv", "head");
    assertThat(ModuleRow.of(SampleReports.small().analysis().modules(), 1)).hasSize(2);
  }

  @Test
  void assumptionsOfLayersAreGrouped() {
    assertThat(Assumptions.of(SampleReports.withGaps().analysis()))
        .containsExactly("ai.onnx:MatMul: Rows are full.");
  }
}
