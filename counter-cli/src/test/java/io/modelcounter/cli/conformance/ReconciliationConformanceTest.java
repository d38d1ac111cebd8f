package io.modelcounter.cli.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import io.modelcounter.analysis.Analysis;
import io.modelcounter.analysis.Reconciliation;
import io.modelcounter.core.AnalysisOptions;
import io.modelcounter.cost.CountingConvention;
import io.modelcounter.spi.CounterPlugin;
import io.modelcounter.symbolic.Amount;
import io.modelcounter.symbolic.Size;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The parts of totals make up the difference of any two of them, for all networks. */
class ReconciliationConformanceTest {
  private static final List<String> CONVENTIONS =
      ServiceLoader.load(CounterPlugin.class).stream()
          .flatMap(plugin -> plugin.get().conventions().stream())
          .filter(CountingConvention::countsOperations)
          .map(CountingConvention::id)
          .toList();

  static Stream<String> files() throws IOException {
    return Csv.read(Corpus.root().resolve("counts/models.csv")).stream()
        .map((Map<String, String> row) -> row.getOrDefault("file", ""))
        .filter(file -> !file.isEmpty() && Files.exists(Corpus.root().resolve(file)));
  }

  @ParameterizedTest
  @MethodSource("files")
  void differencesOfPartsAddUpToThatOfTheTotals(String file) {
    AnalysisOptions options = AnalysisOptions.defaults().ignoringDeclaredTypes().withTerms();
    for (String convention : CONVENTIONS) {
      options = options.withConvention(convention);
    }
    Analysis analysis = Exported.analyze(Corpus.root().resolve(file), options);
    Reconciliation reconciliation = Reconciliation.of(analysis);
    int pairs = 0;
    for (String first : CONVENTIONS) {
      for (String second : CONVENTIONS) {
        assertAddsUp(reconciliation.between(first, second));
        pairs++;
      }
    }
    assertThat(pairs).isEqualTo(CONVENTIONS.size() * CONVENTIONS.size());
  }

  private static void assertAddsUp(Reconciliation.Difference difference) {
    String pair = difference.first() + " - " + difference.second();
    assertThat(difference.terms())
        .as(pair)
        .extracting(Reconciliation.Term::name)
        .doesNotHaveDuplicates()
        .doesNotContain(Reconciliation.NOT_BROKEN_DOWN);
    if (difference.total().isEmpty()) {
      assertThat(Stream.of(difference.firstTotal(), difference.secondTotal()).map(Amount::isExact))
          .as(pair)
          .contains(false);
      return;
    }
    List<Size> parts = new ArrayList<>();
    for (Reconciliation.Term term : difference.terms()) {
      assertThat(term.difference()).as(pair + ", " + term.name()).isPresent();
      term.difference().ifPresent(parts::add);
    }
    assertThat(Optional.of(Size.sum(parts))).as(pair).isEqualTo(difference.total());
  }
}
