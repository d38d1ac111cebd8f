package io.modelcounter.cli;

import io.modelcounter.cli.output.OutputRequest;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Options that say which reports to make and where they go. */
final class OutputOptions {
  private static final String DEFAULT_FORMAT = "text";

  @Option(
      names = {"-o", "--output"},
      paramLabel = "FORMAT=PATH",
      description = {
        "Write a report: text, csv (layers), csv-summary (totals), json or html. {name} in the path"
            + " becomes the name of the model; the path - is standard output. Repeatable."
      })
  private List<String> outputs = new ArrayList<>();

  @Option(
      names = {"-f", "--format"},
      paramLabel = "FORMAT",
      description = "Format of the report on standard output (default: text).")
  private @Nullable String format;

  @Option(
      names = "--top",
      paramLabel = "N",
      defaultValue = "15",
      description = "How many layers a short listing shows (default: ${DEFAULT-VALUE}).")
  private int top;

  int top() {
    return top;
  }

  /** The reports to make: without others, one for people on standard output. */
  List<OutputRequest> requests(boolean quiet) {
    List<OutputRequest> requests = new ArrayList<>();
    outputs.forEach(output -> requests.add(OutputRequest.parse(output)));
    boolean printed = requests.stream().anyMatch(OutputRequest::isStandardOutput);
    if (format != null) {
      requests.add(OutputRequest.toStandardOutput(format));
    } else if (!printed && !quiet) {
      requests.add(OutputRequest.toStandardOutput(DEFAULT_FORMAT));
    }
    return requests;
  }
}
