package io.modelcounter.cli.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import io.modelcounter.analysis.Analysis;
import io.modelcounter.analysis.LayerCost;
import io.modelcounter.core.AnalysisOptions;
import io.modelcounter.core.Analyzer;
import io.modelcounter.model.Constant;
import io.modelcounter.model.Graph;
import io.modelcounter.model.Model;
import io.modelcounter.model.ModelException;
import io.modelcounter.model.SequenceType;
import io.modelcounter.model.Shape;
import io.modelcounter.model.TensorType;
import io.modelcounter.model.ValueInfo;
import io.modelcounter.model.ValueType;
import io.modelcounter.onnx.OnnxModelReader;
import io.modelcounter.spi.ModelInput;
import io.modelcounter.symbolic.Size;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

/** Runs the operator conformance cases, the small graphs and the real networks of the corpus. */
class OperatorConformanceTest {
  private static final Analyzer ANALYZER =
      Analyzer.using(OperatorConformanceTest.class.getClassLoader());

  /** Files that contradict the specification and are refused for it. */
  private static final List<String> MALFORMED =
      List.of("_dort-c-custom__1.onnx", "_dort-cus-custom__1_sub.onnx");

  private static final Map<String, Tally> TALLIES = new TreeMap<>();

  @Test
  void claimsNothingWrongAboutAnOperatorConformanceCase() throws IOException {
    Tally tally = run("onnx-backend", MeasuredCase.ofBackend(corpus()));

    assertThat(tally.count(Verdict.WRONG)).as("wrong").isZero();
    assertThat(tally.count(Verdict.MISSING)).as("missing").isZero();
    assertThat(tally.failed()).as("failed").isZero();
  }

  @Test
  void claimsNothingWrongAboutASmallGraph() throws IOException {
    Tally tally = run("smallgraphs", MeasuredCase.ofSmallGraphs(corpus()));

    assertThat(tally.count(Verdict.WRONG)).as("wrong").isZero();
    assertThat(tally.failed()).as("failed").isZero();
  }

  @Test
  void claimsNothingWrongAboutARealNetwork() throws IOException {
    Tally tally = run("real", MeasuredCase.ofRealNetworks(corpus()));

    assertThat(tally.count(Verdict.WRONG)).as("wrong").isZero();
    assertThat(tally.failed()).as("failed").isZero();
  }

  private static Path corpus() {
    Assumptions.assumeTrue(
        Corpus.shared().isPresent(), "skipped: the shared corpus is not beside the repository");
    return Corpus.shared().orElseThrow();
  }

  private static Tally run(String group, List<MeasuredCase> cases) throws IOException {
    Tally tally = new Tally();
    List<String> troubles = new ArrayList<>();
    for (MeasuredCase measured : cases) {
      tally.file();
      try {
        compare(measured, tally, troubles);
      } catch (ModelException refused) {
        if (MALFORMED.stream().noneMatch(measured.name()::endsWith)) {
          tally.failure(measured.values().size());
          troubles.add(measured.name() + ": " + refused.getMessage());
        }
      }
    }
    TALLIES.put(group, tally);
    assertThat(troubles).isEmpty();
    return tally;
  }

  private static void compare(MeasuredCase measured, Tally tally, List<String> troubles)
      throws IOException {
    Map<String, ValueType> types = types(analyze(measured));
    for (Map.Entry<String, Measured> value : measured.values().entrySet()) {
      ValueType type = types.get(value.getKey());
      if (type instanceof SequenceType) {
        continue; // the corpus describes the members of sequences, not their types
      }
      Verdict verdict = type == null ? Verdict.MISSING : Verdict.of(type, value.getValue());
      tally.add(verdict);
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

  private static Analysis analyze(MeasuredCase measured) throws IOException {
    Model model = new OnnxModelReader().read(ModelInput.of(measured.file()), diagnostic -> {});
    Graph graph = model.graph();
    Map<String, Constant> initializers = new LinkedHashMap<>(graph.initializers());
    AnalysisOptions options = AnalysisOptions.defaults().ignoringDeclaredTypes();
    int index = 0;
    for (ValueInfo input : graph.inputs()) {
      Path stored = measured.data().resolve("input_" + index + ".pb");
      index++;
      Measured shape = measured.inputs().get(input.name());
      if (!(input.type() instanceof TensorType) || initializers.containsKey(input.name())) {
        continue;
      }
      Optional<Constant> value = StoredInput.read(stored);
      if (value.isPresent()) {
        initializers.put(input.name(), value.get());
      } else if (shape != null) {
        options =
            options.withInputShape(
                input.name(), Shape.of(shape.shape().stream().map(Size::of).toList()));
      }
    }
    Graph given =
        new Graph(
            graph.name(),
            graph.inputs(),
            graph.outputs(),
            graph.nodes(),
            initializers,
            graph.declared());
    return ANALYZER.analyze(
        new Model(
            model.origin(),
            model.producer(),
            model.formatVersion(),
            model.opsets(),
            given,
            model.functions(),
            model.metadata()),
        options);
  }

  private static Map<String, ValueType> types(Analysis analysis) {
    Map<String, ValueType> types = new HashMap<>();
    analysis.inputs().forEach(input -> types.put(input.name(), input.type()));
    for (LayerCost layer : analysis.layers()) {
      if (layer.graph().equals("main")) {
        layer.outputs().forEach(output -> types.put(output.name(), output.type()));
      }
    }
    analysis.outputs().forEach(output -> types.put(output.name(), output.type()));
    return types;
  }

  @AfterAll
  static void printTable() {
    StringBuilder table = new StringBuilder(Tally.head() + "\n" + Tally.rule(8) + "\n");
    TALLIES.forEach((group, tally) -> table.append(tally.row(group)).append('\n'));
    System.out.println(
        "operator conformance: "
            + TALLIES.values().stream().mapToInt(Tally::files).sum()
            + " cases run"
            + (Corpus.shared().isEmpty() ? "; all skipped without the shared corpus" : "")
            + "\n"
            + table);
  }
}
