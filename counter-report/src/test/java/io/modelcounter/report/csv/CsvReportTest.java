package io.modelcounter.report.csv;

import static org.assertj.core.api.Assertions.assertThat;

import io.modelcounter.analysis.Report;
import io.modelcounter.report.HostileNames;
import io.modelcounter.report.Rendering;
import io.modelcounter.report.SampleReports;
import io.modelcounter.spi.ReportRenderer;
import io.modelcounter.symbolic.Size;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class CsvReportTest {

  @Test
  void hasARowForEachLayerUnderOneHeader() {
    String text = Rendering.text(new CsvReport(), SampleReports.small());
    assertThat(text)
        .startsWith(
            "row,graph,index,name,scope,op,domain,opset,status,reason,counted_by,macs,flops,")
        .endsWith("\r\n");
    List<Map<String, String>> rows = rows(new CsvReport(), SampleReports.small());
    assertThat(rows).hasSize(4);
    assertThat(rows.get(0))
        .containsEntry("row", "1")
        .containsEntry("index", "0")
        .containsEntry("scope", "features.conv")
        .containsEntry("macs", "6912")
        .containsEntry("macs_pct", "72.9730")
        .containsEntry("live_bytes", "1792")
        .containsEntry("input_bytes", "768")
        .containsEntry("output_shapes", "1x4x8x8")
        .containsEntry("key", "main#0");
    assertThat(rows.get(2))
        .containsEntry("status", "free")
        .containsEntry("reason", "only the shape changes")
        .containsEntry("macs", "0");
  }

  /** Columns are added at the end only. */
  @Test
  void columnsKeepTheirNamesAndPlaces() {
    assertThat(Rendering.text(new CsvReport(), SampleReports.small()).lines().findFirst())
        .contains(
            "row,graph,index,name,scope,op,domain,opset,status,reason,counted_by,macs,flops,"
                + "parameters,weight_bytes,input_bytes,output_bytes,live_bytes,read_bytes,"
                + "write_bytes,dtype,input_shapes,output_shapes,multiplicity,macs_pct,flops_pct,"
                + "parameters_pct,key,macs_low,macs_high,flops_low,flops_high,formula,ignored,"
                + "paper");
    assertThat(Rendering.text(new CsvSummary(), SampleReports.small()).lines().findFirst())
        .contains("metric,value,unit,exactness,low,high");
  }

  @Test
  void conventionsThatWereAskedForHaveColumns() {
    assertThat(rows(new CsvReport(), SampleReports.small()).get(0)).containsEntry("paper", "6912");
  }

  @Test
  void layersThatAreLeftOutSaySoAndHaveNoShares() {
    List<Map<String, String>> rows = rows(new CsvReport(), SampleReports.ignored());
    assertThat(rows.get(0)).containsEntry("ignored", "").containsEntry("macs_pct", "100.0000");
    assertThat(rows.get(1))
        .containsEntry("ignored", "yes")
        .containsEntry("macs", "1000")
        .containsEntry("macs_pct", "");
  }

  @Test
  void columnsAddUpToTheTotals() {
    Map<String, String> totals = new LinkedHashMap<>();
    rows(new CsvSummary(), SampleReports.small())
        .forEach(row -> totals.put(row.get("metric"), row.get("value")));
    Map<String, String> metrics =
        Map.of(
            "macs", "macs",
            "flops", "flops",
            "parameters", "parameters",
            "weight_bytes", "weightBytes",
            "read_bytes", "readBytes",
            "write_bytes", "writeBytes");
    List<Map<String, String>> rows = rows(new CsvReport(), SampleReports.small());
    metrics.forEach(
        (column, metric) -> {
          BigInteger sum =
              rows.stream()
                  .map(row -> new BigInteger(Objects.requireNonNull(row.get(column))))
                  .reduce(BigInteger.ZERO, BigInteger::add);
          assertThat(totals.get(metric)).as(metric).isEqualTo(sum.toString());
        });
  }

  @Test
  void anEmptyFieldIsUnknownAndItsBoundsStandBesideIt() {
    List<Map<String, String>> rows = rows(new CsvReport(), SampleReports.withGaps());
    assertThat(rows.get(1))
        .containsEntry("status", "unknown")
        .containsEntry("macs", "")
        .containsEntry("macs_low", "0")
        .containsEntry("macs_high", "")
        .containsEntry("macs_pct", "")
        .containsEntry("read_bytes", "")
        .containsEntry("output_shapes", "[?]");
    assertThat(rows.get(2))
        .containsEntry("macs", "")
        .containsEntry("macs_low", "100")
        .containsEntry("macs_high", "300")
        .containsEntry("input_shapes", "2x?");
    assertThat(rows.get(3)).containsEntry("multiplicity", "5").containsEntry("macs", "30");
  }

  @Test
  void symbolicAmountsAreFormulasThatCanBeReadBack() {
    Report report = SampleReports.symbolic();
    Map<String, String> row = rows(new CsvReport(), report).get(1);
    assertThat(Size.parse(Objects.requireNonNull(row.get("macs"))))
        .isEqualTo(report.analysis().layers().get(1).amount("macs").exactValue());
    assertThat(row).containsEntry("macs_pct", "").containsEntry("parameters_pct", "50.0000");
  }

  @Test
  void theSummaryTellsHowExactEachTotalIs() {
    List<Map<String, String>> rows = rows(new CsvSummary(), SampleReports.withGaps());
    assertThat(rows)
        .anySatisfy(
            row ->
                assertThat(row)
                    .containsEntry("metric", "macs")
                    .containsEntry("value", "")
                    .containsEntry("exactness", "bounded")
                    .containsEntry("low", "386"))
        .anySatisfy(
            row ->
                assertThat(row)
                    .containsEntry("metric", "readBytes")
                    .containsEntry("exactness", "unknown"))
        .anySatisfy(
            row ->
                assertThat(row)
                    .containsEntry("metric", "weightBytes")
                    .containsEntry("unit", "bytes")
                    .containsEntry("value", "1024"));
  }

  @Test
  void hostileNamesKeepTheTableAndStartNoFormula() {
    for (String name : HostileNames.all()) {
      for (ReportRenderer renderer : List.of(new CsvReport(), new CsvSummary())) {
        String text = Rendering.text(renderer, SampleReports.named(name));
        List<List<String>> lines = CsvLines.read(text);
        assertThat(lines).as(name).allMatch(line -> line.size() == lines.get(0).size());
        assertThat(lines.stream().flatMap(List::stream))
            .as(name)
            .noneMatch(field -> field.strip().matches("(?s)[=+@\uff1d\uff0b\uff20-].*"));
        assertThat(text.chars())
            .as(name)
            .noneMatch(c -> Character.isISOControl(c) && "\t\r\n".indexOf(c) < 0);
      }
    }
  }

  @Test
  void namesWithCommasQuotesAndLineBreaksComeBackUnchanged() {
    for (String name : List.of("a,b", "say \"x\"", "a\r\nb", " edge ", "plain")) {
      assertThat(rows(new CsvReport(), SampleReports.named(name)).get(0))
          .containsEntry("name", name);
    }
  }

  private static List<Map<String, String>> rows(ReportRenderer renderer, Report report) {
    List<List<String>> lines = CsvLines.read(Rendering.text(renderer, report));
    List<Map<String, String>> rows = new ArrayList<>();
    for (List<String> line : lines.subList(1, lines.size())) {
      Map<String, String> row = new LinkedHashMap<>();
      for (int i = 0; i < line.size(); i++) {
        row.put(lines.get(0).get(i), line.get(i));
      }
      rows.add(row);
    }
    return rows;
  }
}
