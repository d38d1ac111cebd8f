package io.modelcounter.cli.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import io.modelcounter.analysis.Analysis;
import io.modelcounter.analysis.LayerCost;
import io.modelcounter.core.AnalysisOptions;
import io.modelcounter.symbolic.Amount;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Compares the convention of the papers with the digits that the papers print. */
class PaperConformanceTest {
  private static final int MILLIONS = 6;

  /** Printed as 290, cut off and not rounded: 290.68 million. */
  private static final String CUT_OFF = "1.0 MobileNet-160";

  /** Printed as 4866, without the fully connected layer of 1.02 million. */
  private static final String WITHOUT_CLASSIFIER = "Conv MobileNet (full convolutions)";

  static Stream<Map<String, String>> rows() throws IOException {
    List<Map<String, String>> rows = Csv.read(Corpus.root().resolve("counts/papers.csv"));
    assertThat(rows).hasSize(9);
    return rows.stream();
  }

  @ParameterizedTest
  @MethodSource("rows")
  void printsTheDigitsOfTheMobileNetPaper(Map<String, String> row) {
    Analysis analysis = paper(row.get("file"));
    String model = row.get("model");
    Amount counted =
        model.equals(WITHOUT_CLASSIFIER)
            ? convolutions(analysis)
            : analysis.totals().amount("paper");
    RoundingMode rounding = model.equals(CUT_OFF) ? RoundingMode.DOWN : RoundingMode.HALF_UP;

    assertThat(millions(counted, 0, rounding)).isEqualTo(row.get("mult_adds_millions_printed"));
    assertThat(millions(analysis.totals().parameters(), 1, RoundingMode.HALF_UP))
        .isEqualTo(row.get("parameters_millions_printed"));
  }

  @Test
  void countsDenseNetWithoutItsNormalizations() {
    String denseNet = "exported/zoo/densenet121.raw.onnx";
    Assumptions.assumeTrue(
        Files.exists(Corpus.root().resolve(denseNet)), "skipped: the network is not here");

    assertThat(paper(denseNet).totals().amount("paper").toString()).isEqualTo("2834161664");
  }

  private static Analysis paper(String file) {
    return Exported.analyze(
        Corpus.root().resolve(file),
        AnalysisOptions.defaults().ignoringDeclaredTypes().withConvention("paper"));
  }

  private static Amount convolutions(Analysis analysis) {
    return Amount.sum(
        analysis.layers().stream()
            .filter(layer -> layer.operator().name().equals("Conv"))
            .map((LayerCost layer) -> layer.amount("paper"))
            .toList());
  }

  private static String millions(Amount amount, int digits, RoundingMode rounding) {
    return new BigDecimal(amount.exactValue().asBigInteger().orElseThrow())
        .movePointLeft(MILLIONS)
        .setScale(digits, rounding)
        .toPlainString();
  }
}
