package io.modelcounter.cli.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import io.modelcounter.analysis.Analysis;
import io.modelcounter.analysis.LayerCost;
import io.modelcounter.core.AnalysisOptions;
import io.modelcounter.model.ModelException;
import io.modelcounter.model.Shape;
import io.modelcounter.model.TensorType;
import io.modelcounter.model.ValueInfo;
import io.modelcounter.symbolic.Amount;
import io.modelcounter.symbolic.Size;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Compares the conventions of tools with what those tools printed, cell by cell.
 *
 * <p>Cells that the file does not determine stand in {@code fixtures/counts/undetermined.csv} with
 * their cause. A cell that is listed and equal fails as one does that is neither.
 */
class ConventionConformanceTest {
  private static final String PARAMETERS = "parameters";
  private static final String FAILED = "ERR";
  private static final String WHOLE_ROW = "*";

  /** Convention by column, of the tables of single layers. */
  private static final Map<String, String> OF_UNITS =
      Map.ofEntries(
          Map.entry("ptflops_pytorch", "ptflops"),
          Map.entry("ptflops_pytorch_nofunc", "ptflops-nofunctional"),
          Map.entry("ptflops_aten", "ptflops-aten"),
          Map.entry("thop", "thop"),
          Map.entry("uthop", "ultralytics-thop"),
          Map.entry("torchstat.Flops", "torchstat"),
          Map.entry("torchstat.MAdd", "torchstat-madd"),
          Map.entry("fvcore", "fvcore"),
          Map.entry("mmengine_eval", "mmengine-eval"),
          Map.entry("mmengine_train", "mmengine"),
          Map.entry("torchinfo", "torchinfo"),
          Map.entry("torch", "torch-cpu"),
          Map.entry("torch_bwd", "torch-training"),
          Map.entry("deepspeed.flops", "deepspeed"),
          Map.entry("deepspeed.macs", "deepspeed-macs"),
          Map.entry("calflops.flops", "calflops"),
          Map.entry("calflops.macs", "calflops-macs"));

  /** Convention by column, of the table of networks. */
  private static final Map<String, String> OF_MODELS =
      Map.ofEntries(
          Map.entry("params", PARAMETERS),
          Map.entry("ptflops_pytorch_default_macs", "ptflops"),
          Map.entry("ptflops_pytorch_count_functional_false_macs", "ptflops-nofunctional"),
          Map.entry("ptflops_aten_macs", "ptflops-aten"),
          Map.entry("thop_macs", "thop"),
          Map.entry("ultralytics_thop_macs", "ultralytics-thop"),
          Map.entry("torchstat_Flops", "torchstat"),
          Map.entry("torchstat_MAdd", "torchstat-madd"),
          Map.entry("fvcore_flops", "fvcore"),
          Map.entry("fvcore_activations", "fvcore-activations"),
          Map.entry("mmengine_default_trainmode_flops", "mmengine"),
          Map.entry("torchinfo_mult_adds", "torchinfo"),
          Map.entry("torch_FlopCounterMode_cpu_eval_nograd", "torch-cpu"),
          Map.entry("torch_FlopCounterMode_meta", "torch"),
          Map.entry("deepspeed_flops", "deepspeed"),
          Map.entry("deepspeed_macs", "deepspeed-macs"),
          Map.entry("calflops_flops", "calflops"),
          Map.entry("calflops_macs", "calflops-macs"));

  /** A cell that the file does not determine. */
  private record Undetermined(String name, String column, String sameGraphAs) {
    String cell() {
      return name + "," + column;
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"units", "units-batch2", "models"})
  void printsWhatTheToolPrintedWhereverTheFileDeterminesIt(String table) throws IOException {
    Map<String, String> columns = table.equals("models") ? OF_MODELS : OF_UNITS;
    boolean pairs = table.endsWith("batch2");
    Set<String> present = new TreeSet<>();
    Set<String> different = new TreeSet<>();
    int cells = 0;
    int equal = 0;
    for (Map<String, String> row :
        Csv.read(Corpus.root().resolve("counts").resolve(table + ".csv"))) {
      String file = row.get("file");
      if (file.isEmpty() || !Files.exists(Corpus.root().resolve(file))) {
        continue;
      }
      String name = row.getOrDefault("case", row.getOrDefault("model", ""));
      present.add(name);
      cells += columns.size();
      Optional<Analysis> analysis = analysis(file, columns.values(), pairs);
      if (analysis.isEmpty()) {
        different.add(name + "," + WHOLE_ROW);
        continue;
      }
      for (Map.Entry<String, String> column : columns.entrySet()) {
        if (isPrinted(row.get(column.getKey()), amount(analysis.get(), column.getValue()))) {
          equal++;
        } else {
          different.add(name + "," + column.getKey());
        }
      }
    }
    System.out.println(table + ": " + cells + " cells, " + equal + " equal");
    Set<String> listed = new TreeSet<>();
    for (Undetermined cell : undetermined(table)) {
      if (present.contains(cell.name())) {
        listed.add(cell.cell());
      }
    }
    assertThat(different).isEqualTo(listed);
  }

  private static Optional<Analysis> analysis(
      String file, Iterable<String> conventions, boolean pairs) {
    Path model = Corpus.root().resolve(file);
    AnalysisOptions options = AnalysisOptions.defaults().ignoringDeclaredTypes();
    for (String convention : conventions) {
      if (!convention.equals(PARAMETERS)) {
        options = options.withConvention(convention);
      }
    }
    if (pairs) {
      for (ValueInfo input : Exported.analyze(model).inputs()) {
        options = inPairs(options, input);
      }
    }
    try {
      return Optional.of(Exported.analyze(model, options));
    } catch (ModelException contradiction) {
      return Optional.empty();
    }
  }

  /** Inputs of a batch of one get two; those that stand for weights keep their shape. */
  private static AnalysisOptions inPairs(AnalysisOptions options, ValueInfo input) {
    List<Size> dims = new ArrayList<>(((TensorType) input.type()).shape().dims());
    if (!dims.get(0).isOne()) {
      return options;
    }
    dims.set(0, Size.of(2));
    return options.withInputShape(input.name(), Shape.of(dims));
  }

  private static Amount amount(Analysis analysis, String convention) {
    return convention.equals(PARAMETERS)
        ? analysis.totals().parameters()
        : analysis.totals().amount(convention);
  }

  /** Where a tool failed, the amount is unknown. */
  private static boolean isPrinted(String printed, Amount amount) {
    return printed.equals(FAILED) ? !amount.isExact() : amount.toString().equals(printed);
  }

  @Test
  void namesTheCauseOfEveryUndeterminedCell() throws IOException {
    for (Map<String, String> row : rows()) {
      assertThat(row.get("cause")).as(row.toString()).isNotBlank();
    }
  }

  @Test
  void cannotTellAGraphFromTheOneThatItIsTheSameAs() throws IOException {
    Map<String, String> files = new LinkedHashMap<>();
    for (Map<String, String> row : Csv.read(Corpus.root().resolve("counts/units.csv"))) {
      files.put(row.get("case"), row.get("file"));
    }
    int compared = 0;
    for (Undetermined cell : undetermined("units")) {
      if (!cell.sameGraphAs().isEmpty()) {
        assertThat(graph(files.get(cell.name()))).isEqualTo(graph(files.get(cell.sameGraphAs())));
        compared++;
      }
    }
    assertThat(compared).isPositive();
  }

  /** Everything that is said of the layers, without names. */
  private static List<String> graph(String file) {
    List<String> layers = new ArrayList<>();
    for (LayerCost layer : Exported.analyze(Corpus.root().resolve(file)).layers()) {
      layers.add(
          layer.operator()
              + " in "
              + layer.scope()
              + " "
              + layer.inputs().stream().map(ValueInfo::type).toList()
              + layer.outputs().stream().map(ValueInfo::type).toList());
    }
    return layers;
  }

  private static List<Undetermined> undetermined(String table) throws IOException {
    return rows().stream()
        .filter(row -> row.get("table").equals(table))
        .map(row -> new Undetermined(row.get("case"), row.get("column"), row.get("same_graph_as")))
        .toList();
  }

  private static List<Map<String, String>> rows() throws IOException {
    return Csv.read(Corpus.fixtures().resolve("counts/undetermined.csv"));
  }
}
