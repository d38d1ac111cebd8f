package io.modelcounter.cli.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import io.modelcounter.analysis.Analysis;
import io.modelcounter.analysis.Totals;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

/** The readings of quantized operators agree in what the model holds and multiplies. */
class ReadingConformanceTest {
  private static final List<String> FOLDERS = List.of("exported/quant", "real", "smallgraphs");

  @Test
  void bothReadingsHaveTheSameMultiplyAddsAndParameters() throws IOException {
    Assumptions.assumeTrue(Corpus.shared().isPresent(), "skipped: the corpus is not here");
    int files = 0;
    for (String folder : FOLDERS) {
      for (Path model : Corpus.models(Corpus.root().resolve(folder))) {
        if (!model.getFileName().toString().startsWith("evil_")) {
          Analysis analysis = Exported.analyze(model);
          files += analysis.otherReading().isPresent() ? 1 : 0;
          analysis.otherReading().ifPresent(other -> compare(model, analysis, other));
        }
      }
    }
    System.out.println("readings: " + files + " files with two readings");
    assertThat(files).isPositive();
  }

  private static void compare(Path model, Analysis analysis, Analysis other) {
    Totals written = analysis.totals();
    Totals fused = other.totals();
    assertThat(fused.macs()).as("%s: MACs", model).isEqualTo(written.macs());
    assertThat(fused.parameters()).as("%s: parameters", model).isEqualTo(written.parameters());
    assertThat(fused.weightBytes()).as("%s: weight bytes", model).isEqualTo(written.weightBytes());
    assertThat(other.coverage().unknown()).as("%s: unknown", model).isZero();
  }
}
