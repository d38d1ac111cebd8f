package io.modelcounter.report.text;

import static org.assertj.core.api.Assertions.assertThat;

import io.modelcounter.analysis.Report;
import io.modelcounter.report.HostileNames;
import io.modelcounter.report.Rendering;
import io.modelcounter.report.SampleReports;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TextReportTest {

  @Test
  void beginsWithTheConventionAndGivesTotalsTwice() {
    assertThat(text(SampleReports.small()))
        .startsWith("1 MAC = 1 multiply + 1 add = 2 FLOPs.")
        .containsPattern("MACs +9\\.47 k +9 472\n")
        .containsPattern("Weight bytes +10\\.4 KiB +10 672 bytes\n")
        .contains("4 of 4 layers known (3 exact, 1 free)\n")
        .containsPattern("Peak reached +At step 2 of 4, /features/relu/Relu\\.");
  }

  @Test
  void namesThePluginsOfOthers() {
    assertThat(text(SampleReports.counted()))
        .contains(
            "\nPlugins\n  12 layers counted by acme 1.2.0 (acme.jar, sha256 0123456789ab...)\n")
        .doesNotContain("counted by modelcounter");
    assertThat(text(SampleReports.small())).doesNotContain("Plugins");
  }

  @Test
  void showsModulesAndTheTopLayersWithTheirShares() {
    assertThat(text(SampleReports.small()))
        .containsPattern("\n  features +2 +6\\.91 k +73\\.0 %")
        .containsPattern("\n    conv +1 +6\\.91 k")
        .contains("Top 2 layers by MACs")
        .containsPattern("3 +/head/MatMul +MatMul +1x256 +1x10 +2\\.56 k +27\\.0 %");
  }

  @Test
  void aTotalWithAHoleReadsAtLeastAndTheHoleIsListed() {
    assertThat(text(SampleReports.withGaps()))
        .containsPattern("MACs +at least 386\n")
        .containsPattern("Bytes read +unknown\n")
        .contains("2 of 4 layers known (2 exact, 0 free; 1 bounded, 1 unknown)")
        .contains("1 layer unknown: No counter serves com.acme:Magic.")
        .contains("operators: com.acme:Magic x 1\n")
        .contains("> Put a jar with a plugin that counts com.acme:Magic on the class path.")
        .contains("1 layer bounded, MACs 100 to 300, FLOPs 200 to 600: The condition is not known.")
        .contains("> This may follow from the operators that nothing counts; see to those first.")
        .contains("MatMul x 1: Rows are full.");
  }

  @Test
  void longFormulasStandInFullBelowTheTable() {
    String text = text(SampleReports.symbolic());
    assertThat(text).contains("84.9 M*batch*sequence").contains("[1]");
    assertThat(text.replaceAll("\\s+", " "))
        .contains(
            "[1] MACs: 1763666522046*batch + 12345678*floor(batch/7) + 99999*max(batch, 2*sequence)"
                + " + 55555*min(batch, 3*sequence) + 18432*batch*sequence^2")
        .contains("Order and shares are those with batch = 1024, sequence = 1024.");
  }

  @Test
  void cutsALongListOfModulesAndSaysSo() {
    assertThat(text(SampleReports.many(1000)))
        .contains("... 60 more modules; see -o html=PATH or -o json=PATH");
  }

  @Test
  void blocksThatCostTheSameShareARowUnderTheirSharedPath() {
    assertThat(text(SampleReports.blocks(12)))
        .containsPattern("\n  encoder\\.layer +25 +")
        .containsPattern("\n    0 +3 +")
        .containsPattern("\n    1-11 \\(11 equal, each\\) +2 +")
        .doesNotContain("more module");
  }

  @Test
  void longNamesLoseTheirBeginningAndSymbolicShapesStayWhole() {
    assertThat(text(SampleReports.blocks(12)))
        .contains("Top 15 layers by MACs")
        .containsPattern("#  Name +Output shapes +MACs +MACs %\n")
        .containsPattern(
            "\\.\\.\\.layer\\.3/intermediate/dense/MatMul +\\[batch, sequence, 3072\\] ");
  }

  @Test
  void layersThatAreLeftOutAreListedAndNotAmongTheTopLayers() {
    assertThat(text(SampleReports.ignored()))
        .contains("1 of 1 layers known (1 exact, 0 free), 1 left out\n")
        .contains("Top layer by MACs")
        .contains(
            """
            Left out of the totals
              1 layer: MACs 1.00 k, FLOPs 2.00 k, parameters 160
                operators: MatMul x 1
                layers: /head/MatMul
            """);
    assertThat(text(SampleReports.small())).doesNotContain("eft out");
  }

  @Test
  void totalsOfOneSampleAreExactOrFractions() {
    assertThat(text(SampleReports.ignored()))
        .contains("\nOne of 8 samples\n")
        .containsPattern("\\n  MACs +200 *\\n  FLOPs +3201/8\\n")
        .containsPattern("\\n  Bytes written +25/2\\n");
    assertThat(text(SampleReports.perSymbolicSample()))
        .contains("\nOne of batch samples\n")
        .containsPattern("MACs +batch \\+ 6");
  }

  @ParameterizedTest
  @CsvSource({"80, 80", "72, 72", "20, 60", "400, 100"})
  void fitsATerminal(int columns, int widest) {
    for (Report report :
        List.of(
            SampleReports.small(),
            SampleReports.symbolic(),
            SampleReports.withGaps(),
            SampleReports.blocks(12),
            SampleReports.many(100))) {
      assertThat(Rendering.text(new TextReport(columns), report).lines())
          .as(report.analysis().origin().name())
          .allMatch(line -> line.length() <= widest);
    }
  }

  @Test
  void everyRemarkTellsHowSeriousItIs() {
    assertThat(text(SampleReports.small()))
        .contains("Remarks on the model file\n  info I0001: Nothing odd.\n    Nothing to do.\n");
  }

  @Test
  void linesAreAsciiAndFitWhateverTheNames() {
    List<Report> reports =
        new ArrayList<>(
            List.of(
                SampleReports.small(),
                SampleReports.symbolic(),
                SampleReports.withGaps(),
                SampleReports.huge(),
                SampleReports.deep(300),
                SampleReports.many(100),
                SampleReports.ignored(),
                SampleReports.perSymbolicSample()));
    HostileNames.all().forEach(name -> reports.add(SampleReports.named(name)));
    for (Report report : reports) {
      assertThat(text(report).split("\n", -1))
          .as(report.analysis().origin().name())
          .allMatch(line -> line.length() <= 100)
          .allMatch(line -> line.chars().allMatch(c -> c >= ' ' && c <= '~'))
          .noneMatch(line -> line.stripLeading().startsWith("::"))
          .noneMatch(line -> line.contains("##"));
    }
  }

  private static String text(Report report) {
    return Rendering.text(new TextReport(), report);
  }
}
