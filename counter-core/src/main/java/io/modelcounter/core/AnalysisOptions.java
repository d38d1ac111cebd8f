package io.modelcounter.core;

import io.modelcounter.analysis.Reading;
import io.modelcounter.model.Shape;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.function.Consumer;

/** What an analysis is asked for beyond the model itself. */
public final class AnalysisOptions {
  private static final AnalysisOptions DEFAULTS = new AnalysisOptions(new Draft());

  private final Map<String, Long> symbols;
  private final Map<String, Shape> inputShapes;
  private final OptionalLong batch;
  private final List<String> conventions;
  private final List<LayerPattern> ignored;
  private final boolean useDeclaredTypes;
  private final boolean goOn;
  private final Reading reading;
  private final boolean hasTerms;

  /** Options while they are put together. */
  private static final class Draft {
    private final Map<String, Long> symbols = new LinkedHashMap<>();
    private final Map<String, Shape> inputShapes = new LinkedHashMap<>();
    private final List<String> conventions = new ArrayList<>();
    private final List<LayerPattern> ignored = new ArrayList<>();
    private OptionalLong batch = OptionalLong.empty();
    private boolean useDeclaredTypes = true;
    private boolean goOn;
    private Reading reading = Reading.AS_WRITTEN;
    private boolean hasTerms;
  }

  private AnalysisOptions(Draft draft) {
    this.symbols = Collections.unmodifiableMap(new LinkedHashMap<>(draft.symbols));
    this.inputShapes = Collections.unmodifiableMap(new LinkedHashMap<>(draft.inputShapes));
    this.batch = draft.batch;
    this.conventions = List.copyOf(draft.conventions);
    this.ignored = List.copyOf(draft.ignored);
    this.useDeclaredTypes = draft.useDeclaredTypes;
    this.goOn = draft.goOn;
    this.reading = draft.reading;
    this.hasTerms = draft.hasTerms;
  }

  private AnalysisOptions with(Consumer<Draft> change) {
    Draft draft = new Draft();
    draft.symbols.putAll(symbols);
    draft.inputShapes.putAll(inputShapes);
    draft.batch = batch;
    draft.conventions.addAll(conventions);
    draft.ignored.addAll(ignored);
    draft.useDeclaredTypes = useDeclaredTypes;
    draft.goOn = goOn;
    draft.reading = reading;
    draft.hasTerms = hasTerms;
    change.accept(draft);
    return new AnalysisOptions(draft);
  }

  /**
   * Nothing in particular: sizes stay symbolic, MACs and FLOPs are counted.
   *
   * @return the defaults
   */
  public static AnalysisOptions defaults() {
    return DEFAULTS;
  }

  /**
   * These options with the value of a symbol.
   *
   * @param symbol symbol, or the exact text of a dimension such as {@code 8*h8}
   * @param value the value
   * @return the new options
   */
  public AnalysisOptions withSymbol(String symbol, long value) {
    return with(draft -> draft.symbols.put(symbol, value));
  }

  /**
   * These options with the shape of a graph input in place of the declared one.
   *
   * @param input name of the input
   * @param shape the shape, of the declared rank
   * @return the new options
   */
  public AnalysisOptions withInputShape(String input, Shape shape) {
    return with(draft -> draft.inputShapes.put(input, shape));
  }

  /**
   * These options with the size of the first dimension of all graph inputs.
   *
   * @param size the batch size
   * @return the new options
   */
  public AnalysisOptions withBatch(long size) {
    return with(draft -> draft.batch = OptionalLong.of(size));
  }

  /**
   * These options with one more convention beside {@code macs} and {@code flops}.
   *
   * @param id id of the convention
   * @return the new options
   */
  public AnalysisOptions withConvention(String id) {
    return with(draft -> draft.conventions.add(id));
  }

  /**
   * These options with more layers that are left out of totals, modules and coverage. Their own
   * rows stay, and so does the memory profile, because they are executed all the same.
   *
   * @param layers which layers
   * @return the new options
   */
  public AnalysisOptions ignoring(LayerPattern layers) {
    return with(draft -> draft.ignored.add(layers));
  }

  /**
   * These options without the file's declared types: outputs of operators that nobody knows then
   * stay unknown.
   *
   * @return the new options
   */
  public AnalysisOptions ignoringDeclaredTypes() {
    return with(draft -> draft.useDeclaredTypes = false);
  }

  /**
   * These options, going on where a plugin fails: what it should have said is then unknown, and a
   * diagnostic says why. Otherwise its failure ends the analysis.
   *
   * @return the new options
   */
  public AnalysisOptions goingOnWithoutFailedPlugins() {
    return with(draft -> draft.goOn = true);
  }

  /**
   * These options with a reading of the operators between DequantizeLinear and QuantizeLinear. An
   * analysis holds the other reading as well, where there is one.
   *
   * @param newReading the reading; {@link Reading#AS_WRITTEN} unless it is set
   * @return the new options
   */
  public AnalysisOptions withReading(Reading newReading) {
    return with(draft -> draft.reading = newReading);
  }

  /**
   * These options, with what the totals consist of. It takes time, so that it is to be asked for.
   *
   * @return the new options
   * @see io.modelcounter.analysis.Analysis#terms()
   */
  public AnalysisOptions withTerms() {
    return with(draft -> draft.hasTerms = true);
  }

  /**
   * Values of symbols.
   *
   * @return value by symbol or dimension text
   */
  public Map<String, Long> symbols() {
    return symbols;
  }

  /**
   * Shapes of graph inputs.
   *
   * @return shape by name
   */
  public Map<String, Shape> inputShapes() {
    return inputShapes;
  }

  /**
   * Size of the first dimension of all graph inputs.
   *
   * @return the batch size, if it is to be replaced
   */
  public OptionalLong batch() {
    return batch;
  }

  /**
   * Conventions beside {@code macs} and {@code flops}.
   *
   * @return their ids
   */
  public List<String> conventions() {
    return conventions;
  }

  /**
   * Layers that are left out of totals, modules and coverage.
   *
   * @return which layers
   */
  public List<LayerPattern> ignored() {
    return ignored;
  }

  /**
   * Whether types that the file declares are taken for outputs of operators that nobody knows.
   *
   * @return true by default
   */
  public boolean useDeclaredTypes() {
    return useDeclaredTypes;
  }

  /**
   * Whether the analysis goes on where a plugin fails.
   *
   * @return false by default
   */
  public boolean goesOnWithoutFailedPlugins() {
    return goOn;
  }

  /**
   * How operators between DequantizeLinear and QuantizeLinear are read.
   *
   * @return {@link Reading#AS_WRITTEN} by default
   */
  public Reading reading() {
    return reading;
  }

  /**
   * Whether the analysis says what its totals consist of.
   *
   * @return false by default
   */
  public boolean hasTerms() {
    return hasTerms;
  }
}
