package io.modelcounter.cli.analyze;

import io.modelcounter.cli.output.OutputRequest;
import java.util.List;
import java.util.Optional;

/**
 * What reports are to say, and where they go.
 *
 * @param outputs reports to make
 * @param top how many layers a short listing shows
 * @param samples what to divide totals by, empty for the first size of the inputs; no text if they
 *     are not to be divided
 * @param toolVersion version of the command, for the reports to show
 * @param commandLine all arguments, for the reports to show
 */
public record ReportRequest(
    List<OutputRequest> outputs,
    int top,
    Optional<String> samples,
    String toolVersion,
    List<String> commandLine) {

  /** Makes a request. */
  public ReportRequest {
    outputs = List.copyOf(outputs);
    commandLine = List.copyOf(commandLine);
  }
}
