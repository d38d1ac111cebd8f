package io.modelcounter.core;

import io.modelcounter.model.Shape;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;

/** What an analysis is asked for beyond the model itself. */
public final class AnalysisOptions {
  private static final AnalysisOptions DEFAULTS =
      new AnalysisOptions(Map.of(), Map.of(), OptionalLong.empty(), List.of(), true);

  private final Map<String, Long> symbols;
  private final Map<String, Shape> inputShapes;
  private final OptionalLong batch;
  private final List<String> conventions;
  private final boolean useDeclaredTypes;

  private AnalysisOptions(
      Map<String, Long> symbols,
      Map<String, Shape> inputShapes,
      OptionalLong batch,
      List<String> conventions,
      boolean useDeclaredTypes) {
    this.symbols = Collections.unmodifiableMap(new LinkedHashMap<>(symbols));
    this.inputShapes = Collections.unmodifiableMap(new LinkedHashMap<>(inputShapes));
    this.batch = batch;
    this.conventions = List.copyOf(conventions);
    this.useDeclaredTypes = useDeclaredTypes;
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
    Map<String, Long> more = new LinkedHashMap<>(symbols);
    more.put(symbol, value);
    return new AnalysisOptions(more, inputShapes, batch, conventions, useDeclaredTypes);
  }

  /**
   * These options with the shape of a graph input in place of the declared one.
   *
   * @param input name of the input
   * @param shape the shape, of the declared rank
   * @return the new options
   */
  public AnalysisOptions withInputShape(String input, Shape shape) {
    Map<String, Shape> more = new LinkedHashMap<>(inputShapes);
    more.put(input, shape);
    return new AnalysisOptions(symbols, more, batch, conventions, useDeclaredTypes);
  }

  /**
   * These options with the size of the first dimension of all graph inputs.
   *
   * @param size the batch size
   * @return the new options
   */
  public AnalysisOptions withBatch(long size) {
    return new AnalysisOptions(
        symbols, inputShapes, OptionalLong.of(size), conventions, useDeclaredTypes);
  }

  /**
   * These options with one more convention beside {@code macs} and {@code flops}.
   *
   * @param id id of the convention
   * @return the new options
   */
  public AnalysisOptions withConvention(String id) {
    List<String> more = new ArrayList<>(conventions);
    more.add(id);
    return new AnalysisOptions(symbols, inputShapes, batch, more, useDeclaredTypes);
  }

  /**
   * These options without the file's declared types: outputs of operators that nobody knows then
   * stay unknown.
   *
   * @return the new options
   */
  public AnalysisOptions ignoringDeclaredTypes() {
    return new AnalysisOptions(symbols, inputShapes, batch, conventions, false);
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
   * Whether types that the file declares are taken for outputs of operators that nobody knows.
   *
   * @return true by default
   */
  public boolean useDeclaredTypes() {
    return useDeclaredTypes;
  }
}
