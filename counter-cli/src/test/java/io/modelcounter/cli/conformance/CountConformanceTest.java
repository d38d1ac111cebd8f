package io.modelcounter.cli.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import io.modelcounter.analysis.Analysis;
import io.modelcounter.symbolic.Amount;
import io.modelcounter.symbolic.Size;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Compares totals with what PyTorch's own counter and parameter lists say. */
class CountConformanceTest {
  /** Parameters of the auxiliary heads, which a network has but its exported graph does not. */
  private static final Map<String, Long> AUXILIARY_HEADS =
      Map.of("googlenet", 6_379_984L, "inception_v3", 3_326_696L);

  /** A network with what was counted for it. */
  record Network(String name, Path file, Size macs, long parameters) {
    @Override
    public String toString() {
      return name;
    }
  }

  static Stream<Network> networks() throws IOException {
    return Csv.read(Corpus.root().resolve("counts/models.csv")).stream()
        .map(
            row ->
                new Network(
                    row.get("model"),
                    Corpus.root().resolve(row.get("file")),
                    Size.of(Long.parseLong(row.get("torch_FlopCounterMode_meta")))
                        .divideExactly(Size.of(2))
                        .orElseThrow(),
                    Long.parseLong(row.get("params"))));
  }

  @ParameterizedTest
  @MethodSource("networks")
  void countsTheMultiplyAddsAndParametersOfANetwork(Network network) {
    assumePresent(network.file());
    Analysis analysis = Exported.analyze(network.file());

    assertThat(analysis.totals().macs()).isEqualTo(Amount.exact(network.macs()));
    assertThat(analysis.totals().parameters())
        .isEqualTo(
            Amount.exact(
                Size.of(network.parameters() - AUXILIARY_HEADS.getOrDefault(network.name(), 0L))));
    assertThat(analysis.coverage().isComplete()).isTrue();
  }

  static Stream<Network> foldedNetworks() throws IOException {
    return networks()
        .map(
            network ->
                new Network(
                    network.name(),
                    Path.of(network.file().toString().replace(".raw.", ".folded.")),
                    network.macs(),
                    network.parameters()))
        .filter(network -> Files.exists(network.file()));
  }

  @ParameterizedTest
  @MethodSource("foldedNetworks")
  void countsTheFoldedExportAsAFormulaInItsBatch(Network network) {
    assertThat(Exported.analyze(network.file()).totals().macs().toString())
        .isEqualTo(network.macs() + "*batch");
  }

  @Test
  void countsBertAsAFormulaInBatchAndSequence() {
    Path bert = Corpus.root().resolve("exported/hf/bert_base.ts.onnx");

    assertThat(Exported.analyze(bert).totals().macs().toString())
        .isEqualTo("84934656*batch*sequence + 18432*batch*sequence^2");
  }

  /** The file stores the equal scales of five normalizations, of 2048 elements each, once. */
  @Test
  void countsTheWeightsThatBlocksPackAsTheNetworkHasThem() {
    Path packed = Corpus.root().resolve("exported/quant/llama_2layer.int4_blocks.onnx");
    assumePresent(packed);

    assertThat(Exported.analyze(packed).totals().parameters())
        .isEqualTo(Amount.exact(Size.of(219_162_624L - 4 * 2_048)));
  }

  /** A file whose graph holds other parameters than the network has, and why. */
  private record Difference(long elements, String cause) {}

  @Test
  void countsTheParametersOfEveryListedFileOrKnowsWhyNot() throws IOException {
    Map<String, Difference> known = knownDifferences();
    int run = 0;
    int equal = 0;
    int skipped = 0;
    for (Map<String, String> row : Csv.read(Corpus.root().resolve("counts/parameters.csv"))) {
      String stem = row.get("file_stem");
      Path file = find(stem);
      if (file == null) {
        skipped++;
        continue;
      }
      run++;
      Amount parameters = Exported.analyze(file).totals().parameters();
      long difference =
          parameters
              .exactValue()
              .minus(Size.of(Long.parseLong(row.get("parameters"))))
              .asLong()
              .orElseThrow();
      Difference listed = known.get(stem);
      assertThat(difference)
          .as(stem + (listed == null ? " is not a listed difference" : ": " + listed.cause()))
          .isEqualTo(listed == null ? 0 : listed.elements());
      equal += difference == 0 ? 1 : 0;
    }
    System.out.println(
        "parameters: "
            + run
            + " files run, "
            + equal
            + " equal, "
            + (run - equal)
            + " differ for a listed cause, "
            + skipped
            + " skipped");
    assertThat(equal).isPositive();
  }

  @Test
  void listsNoDifferenceWithoutElementsOrCause() throws IOException {
    assertThat(knownDifferences())
        .isNotEmpty()
        .allSatisfy(
            (stem, difference) -> {
              assertThat(difference.elements()).as(stem).isNotZero();
              assertThat(difference.cause()).as(stem).isNotBlank();
            });
  }

  private static Map<String, Difference> knownDifferences() throws IOException {
    Map<String, Difference> differences = new LinkedHashMap<>();
    Path list = Corpus.repository().resolve("docs/parameter-differences.csv");
    for (Map<String, String> row : Csv.read(list)) {
      differences.put(
          row.get("file_stem"),
          new Difference(Long.parseLong(row.get("elements")), row.get("cause")));
    }
    return differences;
  }

  private static Path find(String stem) {
    return List.of("hf", "timm", "misc").stream()
        .map(group -> Corpus.root().resolve("exported/" + group + "/" + stem + ".onnx"))
        .filter(Files::exists)
        .findFirst()
        .orElse(null);
  }

  private static void assumePresent(Path file) {
    Assumptions.assumeTrue(Files.exists(file), "skipped: " + file.getFileName() + " is not here");
  }
}
