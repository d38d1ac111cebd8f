package io.modelcounter.bench;

import io.modelcounter.analysis.Analysis;
import io.modelcounter.core.AnalysisOptions;
import io.modelcounter.core.Analyzer;
import io.modelcounter.core.plugin.PluginLoader;
import io.modelcounter.model.Model;
import io.modelcounter.spi.ModelInput;
import io.modelcounter.spi.ModelReader;
import io.modelcounter.symbolic.Bindings;
import io.modelcounter.symbolic.Symbol;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** Times what a program does that analyses one model after the other. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 5, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(2)
@SuppressWarnings("NullAway.Init") // JMH calls prepare() before any benchmark.
public class AnalysisBenchmark {
  private static final Path MODELS = Path.of("fixtures", "exported");
  private static final long BOUND = 8;

  /** Model file below fixtures/exported of the directory in which the benchmark was started. */
  @Param({"zoo/resnet50.raw.onnx", "hf/bert_base.ts.onnx"})
  public String model;

  private ModelInput input;
  private ModelReader reader;
  private Analyzer analyzer;
  private Model read;
  private Analysis analysis;
  private Bindings bindings;

  /** For JMH. */
  public AnalysisBenchmark() {}

  /** Makes what each benchmark starts from. */
  @Setup
  public void prepare() {
    ClassLoader loader = AnalysisBenchmark.class.getClassLoader();
    input = ModelInput.of(MODELS.resolve(model));
    reader =
        PluginLoader.readers(loader).stream()
            .filter(candidate -> candidate.accepts(input))
            .findFirst()
            .orElseThrow();
    analyzer = Analyzer.using(loader);
    read = read();
    analysis = analyze();
    Map<String, Long> values = new HashMap<>();
    for (Symbol symbol : analysis.symbols()) {
      if (!symbol.isDataDependent()) {
        values.put(symbol.name(), BOUND);
      }
    }
    bindings = Bindings.of(values);
  }

  /** {@return the analysis of the file} */
  @Benchmark
  public Analysis readAndAnalyze() {
    return analyzer.analyze(input, AnalysisOptions.defaults());
  }

  /** {@return the model in the file} */
  @Benchmark
  public Model read() {
    return reader.read(input, diagnostic -> {});
  }

  /** {@return the analysis of the model in memory} */
  @Benchmark
  public Analysis analyze() {
    return analyzer.analyze(read, AnalysisOptions.defaults());
  }

  /** {@return the analysis with each of its symbols bound to a number} */
  @Benchmark
  public Analysis bind() {
    return analysis.bind(bindings);
  }
}
