package io.modelcounter.cli.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import io.modelcounter.model.ModelException;
import io.modelcounter.model.ValueType;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

/** Runs the operator conformance cases, the small graphs and the real networks of the corpus. */
class OperatorConformanceTest {
  /**
   * Cases that store their outputs with other element types than the operator gives: TopK hands the
   * float32 input on and its indices are int64, but int64 and int32 are stored.
   */
  private static final List<String> STORED_WRONGLY = List.of("v1.1.2/node/test_top_k");

  private static final Map<String, Tally> TALLIES = new TreeMap<>();

  @Test
  void infersTheOutputsOfEveryOperatorConformanceCase() throws IOException {
    check("onnx-backend", MeasuredCase.withStoredValues(corpus().resolve("onnx-backend")));
  }

  @Test
  void infersTheOutputsOfEveryOperatorConformanceCaseOfOlderReleases() throws IOException {
    check("onnx-backend-old", MeasuredCase.withStoredValues(corpus().resolve("onnx-backend-old")));
  }

  @Test
  void infersEveryValueOfTheSmallGraphs() throws IOException {
    check("smallgraphs", MeasuredCase.ofSmallGraphs(corpus()));
  }

  @Test
  void infersEveryValueOfTheRealNetworks() throws IOException {
    check("real", MeasuredCase.ofRealNetworks(corpus()));
  }

  @Test
  void infersEveryValueOfTheLightNetworks() throws IOException {
    check("light", MeasuredCase.ofLightNetworks(corpus()));
  }

  @Test
  void analysesEveryRealFileAndRefusesHostileOnes() throws IOException {
    List<String> refused = new ArrayList<>();
    for (Path file : Corpus.models(corpus().resolve("real"))) {
      try {
        assertThat(Exported.analyze(file).layers()).as(file.toString()).isNotEmpty();
      } catch (ModelException hostile) {
        refused.add(file.getFileName() + " " + hostile.code());
      }
    }

    assertThat(refused)
        .containsExactly("evil_external_memaddr.onnx E0501", "evil_external_path_etc.onnx E0501");
  }

  private static Path corpus() {
    Assumptions.assumeTrue(
        Corpus.shared().isPresent(), "skipped: the shared corpus is not beside the repository");
    return Corpus.shared().orElseThrow();
  }

  private static void check(String group, List<MeasuredCase> cases) throws IOException {
    Tally tally = new Tally();
    List<String> troubles = new ArrayList<>();
    for (MeasuredCase measured : cases) {
      tally.begin();
      try {
        compare(measured, tally, troubles);
      } catch (RuntimeException refused) {
        tally.failure(measured.name(), measured.values().size());
        troubles.add(measured.name() + ": " + refused);
      }
      tally.end(measured.name());
    }
    TALLIES.put(group, tally);
    assertThat(troubles).isEmpty();
    assertThat(tally.files()).isPositive();
    KnownGaps.check(group, tally);
  }

  private static void compare(MeasuredCase measured, Tally tally, List<String> troubles)
      throws IOException {
    Map<String, ValueType> types = MeasuredRun.types(MeasuredRun.of(measured).analyze());
    for (Map.Entry<String, MeasuredValue> value : measured.values().entrySet()) {
      ValueType type = types.get(value.getKey());
      Verdict verdict = type == null ? Verdict.MISSING : value.getValue().compare(type);
      if (STORED_WRONGLY.contains(measured.name())) {
        assertThat(verdict).as(measured.name()).isEqualTo(Verdict.WRONG);
        continue;
      }
      tally.add(measured.name(), verdict);
      if (verdict == Verdict.WRONG) {
        troubles.add(
            measured.name()
                + ": "
                + value.getKey()
                + " is "
                + type
                + ", measured "
                + value.getValue());
      }
    }
  }

  @AfterAll
  static void printTable() {
    StringBuilder table = new StringBuilder(Tally.head() + "\n" + Tally.rule(8) + "\n");
    TALLIES.forEach((group, tally) -> table.append(tally.row(group)).append('\n'));
    TALLIES.forEach((group, tally) -> table.append(tally.time(group)).append('\n'));
    System.out.println(
        "operator conformance: "
            + TALLIES.values().stream().mapToInt(Tally::files).sum()
            + " cases run"
            + (Corpus.shared().isEmpty() ? "; all skipped without the shared corpus" : "")
            + "\n"
            + table);
  }
}
