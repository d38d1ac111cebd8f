package io.modelcounter.cli.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import io.modelcounter.analysis.Analysis;
import io.modelcounter.analysis.LayerCost;
import io.modelcounter.model.ValueInfo;
import io.modelcounter.model.ValueType;
import io.modelcounter.onnx.OnnxModelReader;
import io.modelcounter.spi.ModelInput;
import io.modelcounter.symbolic.Bindings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Compares the type and shape of every tensor with what a runtime measured. */
class ShapeConformanceTest {
  private static final List<String> GROUPS =
      List.of("zoo", "units", "papers", "misc", "hf", "timm", "tasks", "quant");

  private static final Map<String, Tally> TALLIES = new TreeMap<>();

  /** Groups of which every tensor must be known and right. */
  @ParameterizedTest
  @ValueSource(strings = {"zoo", "units", "papers", "misc", "hf", "timm"})
  void infersEveryTensorOfAnExportedModel(String group) throws IOException {
    Tally tally = tally(group);

    assertThat(tally.failed()).as("failed files").isZero();
    assertThat(tally.count(Verdict.EQUAL)).as("equal tensors").isEqualTo(tally.tensors());
  }

  /** Groups in which some sizes hang on data. */
  @ParameterizedTest
  @ValueSource(strings = {"tasks", "quant"})
  void infersWhateverDoesNotHangOnDataInAnExportedModel(String group) throws IOException {
    Tally tally = tally(group);

    assertThat(tally.failed()).as("failed files").isZero();
    assertThat(tally.count(Verdict.WRONG)).as("wrong tensors").isZero();
    KnownGaps.check(group, tally);
  }

  private static Tally tally(String group) throws IOException {
    List<ExportedCase> cases = Exported.cases(group);
    Assumptions.assumeFalse(cases.isEmpty(), "skipped: no " + group + " below " + Corpus.root());
    Tally known = TALLIES.get(group);
    if (known != null) {
      return known;
    }
    Tally tally = new Tally();
    TALLIES.put(group, tally);
    for (ExportedCase exported : cases) {
      tally.begin();
      try {
        compare(exported, tally);
      } catch (RuntimeException refused) {
        tally.failure(exported.name(), exported.values().size());
      }
      tally.end(exported.name());
    }
    return tally;
  }

  private static void compare(ExportedCase exported, Tally tally) {
    Bindings bindings = exported.bound();
    Map<String, ValueType> inferred = types(Exported.analyze(exported.file()));
    Map<String, ValueType> declared = declaredTypes(exported.file());
    exported
        .values()
        .forEach(
            (name, measured) -> {
              tally.add(exported.name(), verdict(inferred.get(name), bindings, measured));
              if (verdict(declared.get(name), bindings, measured) == Verdict.EQUAL) {
                tally.declaredWasEnough();
              }
            });
  }

  private static Verdict verdict(ValueType type, Bindings bindings, Measured measured) {
    return type == null ? Verdict.MISSING : Verdict.of(type.bind(bindings), measured);
  }

  private static Map<String, ValueType> types(Analysis analysis) {
    Map<String, ValueType> types = new HashMap<>();
    for (LayerCost layer : analysis.layers()) {
      if (layer.graph().equals("main")) {
        layer.outputs().forEach(output -> types.put(output.name(), output.type()));
      }
    }
    return types;
  }

  private static Map<String, ValueType> declaredTypes(Path file) {
    var graph = new OnnxModelReader().read(ModelInput.of(file), diagnostic -> {}).graph();
    Map<String, ValueType> types = new HashMap<>(graph.declared());
    for (ValueInfo output : graph.outputs()) {
      types.put(output.name(), output.type());
    }
    return types;
  }

  /** The page in docs/ shows what was measured last. */
  @Test
  void showsTheMeasuredTableInTheDocumentation() throws IOException {
    Assumptions.assumeTrue(
        Corpus.shared().isPresent(), "skipped: the shared corpus is not beside the repository");
    String page = Files.readString(Corpus.repository().resolve("docs/conformance.md"));
    for (String group : GROUPS) {
      assertThat(page).contains(tally(group).rowWithDeclared(group));
    }
  }

  @AfterAll
  static void printTable() throws IOException {
    StringBuilder table =
        new StringBuilder(Tally.head() + " value_info alone |\n" + Tally.rule(9) + "\n");
    List<String> times = new ArrayList<>();
    int files = 0;
    for (Map.Entry<String, Tally> entry : TALLIES.entrySet()) {
      table.append(entry.getValue().rowWithDeclared(entry.getKey())).append('\n');
      files += entry.getValue().files();
      times.add(entry.getValue().time(entry.getKey()));
    }
    Files.createDirectories(Path.of("target"));
    Files.writeString(Path.of("target", "conformance.md"), table);
    System.out.println(
        "shape conformance: "
            + files
            + " files run"
            + (Corpus.shared().isEmpty() ? "; the groups of the shared corpus are skipped" : "")
            + "\n"
            + table
            + String.join("\n", times));
  }
}
