package io.modelcounter.report.folded;

import static org.assertj.core.api.Assertions.assertThat;

import io.modelcounter.analysis.Report;
import io.modelcounter.report.Rendering;
import io.modelcounter.report.SampleReports;
import java.math.BigInteger;
import java.util.List;
import org.junit.jupiter.api.Test;

class FoldedStacksTest {
  private static List<String> lines(Report report) {
    return Rendering.text(new FoldedStacks(), report).lines().toList();
  }

  private static BigInteger sum(List<String> lines) {
    return lines.stream()
        .map(line -> new BigInteger(line.substring(line.lastIndexOf(' ') + 1)))
        .reduce(BigInteger.ZERO, BigInteger::add);
  }

  @Test
  void linesAddUpToTheTotal() {
    Report report = SampleReports.small();
    assertThat(sum(lines(report)))
        .isEqualTo(report.analysis().totals().macs().exactValue().asBigInteger().orElseThrow());
    assertThat(lines(report))
        .allSatisfy(line -> assertThat(line).matches("[^ ;]+(;[^ ;]+)* [0-9]+"));
    assertThat(lines(report).get(0)).startsWith("features;conv;Conv ");
  }

  @Test
  void layersThatAreLeftOutHaveNoLine() {
    Report report = SampleReports.ignored();
    assertThat(sum(lines(report)))
        .isEqualTo(report.analysis().totals().macs().exactValue().asBigInteger().orElseThrow());
  }

  @Test
  void layersOfBodiesStandBelowTheirGraph() {
    assertThat(lines(SampleReports.withGaps())).contains("main/loop/body;inner 30");
  }

  @Test
  void namesCannotEndAFrame() {
    assertThat(lines(SampleReports.named("a;b c\nd")))
        .allSatisfy(line -> assertThat(line).matches("[^ ]+ [0-9]+").doesNotContain("a;b"));
  }

  @Test
  void aModelThatCostsNothingHasALine() {
    assertThat(lines(SampleReports.empty())).containsExactly("empty.onnx 0");
  }
}
