package io.modelcounter.cli.analyze;

import java.util.List;
import java.util.OptionalLong;

/**
 * How models are to be counted, in the words of the command line.
 *
 * @param inputShapes shapes of inputs
 * @param symbols values of symbols
 * @param batch batch size
 * @param conventions ids of further conventions
 * @param ignored patterns of layers that are left out of totals
 * @param quantized reading of operators between DequantizeLinear and QuantizeLinear
 */
public record EngineRequest(
    List<String> inputShapes,
    List<String> symbols,
    OptionalLong batch,
    List<String> conventions,
    List<String> ignored,
    String quantized) {
  /** The reading that takes quantized operators as the file has them. */
  public static final String AS_WRITTEN = "as-written";

  /** Makes a request. */
  public EngineRequest {
    inputShapes = List.copyOf(inputShapes);
    symbols = List.copyOf(symbols);
    conventions = List.copyOf(conventions);
    ignored = List.copyOf(ignored);
  }
}
