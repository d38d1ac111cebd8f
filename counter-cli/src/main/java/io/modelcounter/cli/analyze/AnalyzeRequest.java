package io.modelcounter.cli.analyze;

import io.modelcounter.cli.output.OutputRequest;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * What a run is asked for, in the words of the command line.
 *
 * @param models names of the model files
 * @param inputShapes shapes of inputs
 * @param symbols values of symbols
 * @param batch batch size
 * @param conventions ids of further conventions
 * @param outputs reports to make
 * @param top how many layers a short listing shows
 * @param unknownLimit how many layers may be unknown
 * @param toolVersion version of the command, for the reports to show
 * @param commandLine all arguments, for the reports to show
 */
public record AnalyzeRequest(
    List<String> models,
    List<String> inputShapes,
    List<String> symbols,
    OptionalLong batch,
    List<String> conventions,
    List<OutputRequest> outputs,
    int top,
    Optional<String> unknownLimit,
    String toolVersion,
    List<String> commandLine) {

  /** Makes a request. */
  public AnalyzeRequest {
    models = List.copyOf(models);
    inputShapes = List.copyOf(inputShapes);
    symbols = List.copyOf(symbols);
    conventions = List.copyOf(conventions);
    outputs = List.copyOf(outputs);
    commandLine = List.copyOf(commandLine);
  }
}
