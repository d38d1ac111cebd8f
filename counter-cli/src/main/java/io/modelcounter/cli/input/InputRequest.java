package io.modelcounter.cli.input;

import java.util.List;
import java.util.Optional;

/**
 * Which models are asked for, in the words of the command line.
 *
 * @param names files, directories, patterns, or {@code -} for standard input
 * @param recursive whether directories are searched
 * @param includes patterns of the files to take from directories; empty for ONNX files
 * @param excludes patterns of what to leave out of directories and of what a pattern finds
 * @param list file with further names, or {@code -} for standard input
 * @param endsWithZero whether names in the list end with a zero byte instead of a line break
 * @param standardInputName what the model from standard input is called
 */
public record InputRequest(
    List<String> names,
    boolean recursive,
    List<String> includes,
    List<String> excludes,
    Optional<String> list,
    boolean endsWithZero,
    String standardInputName) {
  /** The name that stands for standard input. */
  public static final String STANDARD_INPUT = "-";

  /** Makes a request. */
  public InputRequest {
    names = List.copyOf(names);
    includes = List.copyOf(includes);
    excludes = List.copyOf(excludes);
  }

  /** Tells whether standard input is read. */
  public boolean readsStandardInput() {
    return names.contains(STANDARD_INPUT) || list.filter(STANDARD_INPUT::equals).isPresent();
  }
}
