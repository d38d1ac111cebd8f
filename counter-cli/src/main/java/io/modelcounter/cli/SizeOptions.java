package io.modelcounter.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Options that give sizes to a model's inputs. */
final class SizeOptions {
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

  List<String> inputShapes() {
    return inputShapes;
  }

  List<String> symbols() {
    return symbols;
  }

  OptionalLong batch() {
    return batch == null ? OptionalLong.empty() : OptionalLong.of(batch);
  }
}
