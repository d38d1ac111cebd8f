package io.modelcounter.cli;

import io.modelcounter.cli.input.InputRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Arguments and options that say which models are meant. */
final class InputOptions {
  @Parameters(
      arity = "0..*",
      paramLabel = "MODEL",
      description = {
        "Model files, directories (with -r), patterns in quotes such as 'models/**/*.onnx', or -"
            + " for standard input."
      })
  private List<String> names = new ArrayList<>();

  @Option(
      names = {"-r", "--recursive"},
      description = "Take the models in directories, and in those inside them.")
  private boolean recursive;

  @Option(
      names = "--include",
      paramLabel = "GLOB",
      description = {
        "Which files to take from directories (default: *.onnx). A pattern with a slash is about"
            + " the path below the directory. Repeatable."
      })
  private List<String> includes = new ArrayList<>();

  @Option(
      names = "--exclude",
      paramLabel = "GLOB",
      description = "Which files and directories to leave out. Repeatable.")
  private List<String> excludes = new ArrayList<>();

  @Option(
      names = "--files-from",
      paramLabel = "FILE",
      description = "Also take the models named in a file, one a line; - is standard input.")
  private @Nullable String list;

  @Option(
      names = {"-0", "--null"},
      description = "Names in that file end with a zero byte, as find -print0 writes them.")
  private boolean endsWithZero;

  @Option(
      names = "--stdin-name",
      paramLabel = "NAME",
      defaultValue = "stdin",
      description = "Name of the model from standard input (default: ${DEFAULT-VALUE}).")
  private String standardInputName = "";

  InputRequest request() {
    return new InputRequest(
        names,
        recursive,
        includes,
        excludes,
        Optional.ofNullable(list),
        endsWithZero,
        standardInputName);
  }
}
