package io.modelcounter.report.summary;

import static org.assertj.core.api.Assertions.assertThat;

import io.modelcounter.analysis.Analysis;
import io.modelcounter.analysis.LayerCost;
import io.modelcounter.analysis.LayerStatus;
import io.modelcounter.analysis.ModuleCost;
import io.modelcounter.report.SampleReports;
import io.modelcounter.symbolic.Amount;
import io.modelcounter.symbolic.Size;
import java.util.List;
import java.util.Map;
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
    List<Gap> gaps = Gap.of(SampleReports.withGaps().analysis());
    assertThat(gaps)
        .extracting(Gap::status)
        .containsExactly(LayerStatus.UNKNOWN, LayerStatus.BOUNDED);
    assertThat(gaps.get(0).advice()).contains("plugin that counts com.acme:Magic");
    assertThat(gaps.get(0).operators()).isEqualTo("com.acme:Magic x 1");
    assertThat(gaps.get(1).amount("macs")).hasToString("between 100 and 300");
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
    ModuleOutline outline = ModuleOutline.of(SampleReports.small().analysis().modules());
    List<ModuleRow> rows = outline.rows(3);
    assertThat(rows)
        .extracting(row -> row.module().path())
        .containsExactly("features", "features.conv", "features.relu", "head");
    assertThat(ModuleRow.dearest(rows, 3))
        .extracting(row -> row.module().path())
        .containsExactly("features", "features.conv", "head");
    assertThat(outline.rows(1)).hasSize(2);
    assertThat(outline.modules()).isEqualTo(4);
  }

  @Test
  void aModuleAroundASingleOneSharesItsRowAndItsDepth() {
    List<ModuleRow> rows = ModuleOutline.of(SampleReports.blocks(3).analysis().modules()).rows(9);
    assertThat(rows).extracting(ModuleRow::name).containsExactly("encoder.layer", "0", "1", "2");
    assertThat(rows).extracting(ModuleRow::depth).containsExactly(1, 2, 2, 2);
    assertThat(rows).extracting(ModuleRow::modules).containsExactly(2, 1, 1, 1);
    assertThat(ModuleOutline.of(SampleReports.deep(300).analysis().modules()).rows(1))
        .extracting(ModuleRow::modules)
        .containsExactly(300);
  }

  @Test
  void numberedNeighboursAreFoldedOnlyIfAllTheyHoldIsEqual() {
    ModuleCost equal =
        tree(
            block("0", 5, block("a", 5)),
            block("1", 5, block("a", 5)),
            block("2", 5, block("b", 5)));
    assertThat(ModuleOutline.of(equal).foldingEqual().rows(1))
        .extracting(ModuleRow::name)
        .containsExactly("0-1.a (2 equal, each)", "2.b");
    assertThat(ModuleOutline.of(tree(block("0", 5), block("1", 6))).foldingEqual().rows(1))
        .hasSize(2);
    assertThat(ModuleOutline.of(tree(block("q", 5), block("k", 5))).foldingEqual().rows(1))
        .hasSize(2);
    assertThat(ModuleOutline.of(tree(block("0", 5), block("2", 5))).foldingEqual().rows(1))
        .hasSize(2);
    ModuleOutline prefixed = ModuleOutline.of(tree(block("block9", 5), block("block10", 5)));
    assertThat(prefixed.foldingEqual().rows(1))
        .extracting(ModuleRow::name)
        .containsExactly("block9-10 (2 equal, each)");
    assertThat(prefixed.rows(1)).hasSize(2);
  }

  private static ModuleCost tree(ModuleCost... modules) {
    return new ModuleCost("", "model", 9, Map.of(), Amount.zero(), List.of(modules));
  }

  private static ModuleCost block(String name, long macs, ModuleCost... inside) {
    Amount amount = Amount.exact(Size.of(macs));
    return new ModuleCost(name, name, 1, Map.of("macs", amount), Amount.zero(), List.of(inside));
  }

  @Test
  void assumptionsOfLayersAreGrouped() {
    assertThat(Assumptions.of(SampleReports.withGaps().analysis()))
        .containsExactly("MatMul x 1: Rows are full.");
  }
}
