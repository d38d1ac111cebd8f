package io.modelcounter.cli;

import io.modelcounter.cli.analyze.EngineRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Options that say which sizes are counted with, how, and which layers count. */
final class CountingOptions {
  @Option(
      names = {"-s", "--input-shape"},
      paramLabel = "NAME:SHAPE",
      description = {
        "Shape of an input, for example image:1x3x224x224. A size may be a name (Nx3x224x224);"
            + " with a name that has an x in it, write commas (1,3,max,max). Repeatable."
      })
  private List<String> inputShapes = new ArrayList<>();

  @Option(
      names = "--set",
      paramLabel = "NAME=SIZE",
      description = {
        "Value of a symbolic size, for example batch=8, or of its exact text, as in 8*h8=64."
            + " Repeatable."
      })
  private List<String> symbols = new ArrayList<>();

  @Option(names = "--batch", paramLabel = "N", description = "First size of all inputs.")
  private @Nullable Long batch;

  @Option(
      names = "--convention",
      paramLabel = "ID",
      description = {
        "Count by a convention beside macs and flops, for example additions or paper. Repeatable."
      })
  private List<String> conventions = new ArrayList<>();

  @Option(
      names = "--ignore",
      paramLabel = "PATTERN",
      description = {
        "Leave layers out of the totals: by name, as /head/**, by operator, as op:Softmax, by"
            + " module, as scope:encoder.*, or by graph, as graph:main/loop/**. Repeatable."
      })
  private List<String> ignored = new ArrayList<>();

  @Option(
      names = "--quantized",
      paramLabel = "READING",
      description = {
        "How operators between DequantizeLinear and QuantizeLinear are counted: as-written"
            + " (default), or fused into the operators on quantized tensors that a runtime"
            + " executes. The totals of the other reading are shown as well."
      })
  private String quantized = EngineRequest.AS_WRITTEN;

  EngineRequest request() {
    return new EngineRequest(
        inputShapes,
        symbols,
        batch == null ? OptionalLong.empty() : OptionalLong.of(batch),
        conventions,
        ignored,
        quantized);
  }
}
