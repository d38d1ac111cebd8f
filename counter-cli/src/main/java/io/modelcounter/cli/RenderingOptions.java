package io.modelcounter.cli;

import io.modelcounter.cli.message.Codes;
import io.modelcounter.cli.message.CommandException;
import io.modelcounter.cli.message.Message;
import io.modelcounter.cli.output.OutputRequest;
import io.modelcounter.cli.output.Renderers;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Options that say which reports to make, where they go, and how long they are. */
final class RenderingOptions {
  private static final String DEFAULT_FORMAT = "text";

  @Option(
      names = {"-o", "--output"},
      paramLabel = "FORMAT=PATH",
      description = {
        "Write a report: text, html, md (for a pull request), csv (layers), csv-summary (totals),"
            + " json, jsonl (layers, one a line), folded (for flame graphs), netron or"
            + " model-explorer (to show beside the graph). {name} in the path becomes the name of"
            + " the model, {path} its whole path; the path - is standard output. Repeatable."
      })
  private List<String> outputs = new ArrayList<>();

  @Option(
      names = {"-f", "--format"},
      paramLabel = "FORMAT",
      completionCandidates = Formats.class,
      description = "Format of the report on standard output (default: text).")
  private @Nullable String format;

  @Option(
      names = "--top",
      paramLabel = "N",
      defaultValue = "15",
      description = "How many layers a short listing shows (default: ${DEFAULT-VALUE}).")
  private int top;

  /** The formats that there are, which are looked for when a shell asks for them. */
  static final class Formats implements Iterable<String> {
    Formats() {}

    @Override
    public Iterator<String> iterator() {
      return Renderers.using(RenderingOptions.class.getClassLoader()).formats().iterator();
    }
  }

  /** How many layers a short listing shows. */
  int top() {
    if (top < 0) {
      throw CommandException.usage(
          Message.of(Codes.OPTION_VALUE, "--top", "it must be at least 0, not " + top));
    }
    return top;
  }

  /** The reports to make: without others, one for people on standard output. */
  List<OutputRequest> outputs(boolean quiet) {
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
