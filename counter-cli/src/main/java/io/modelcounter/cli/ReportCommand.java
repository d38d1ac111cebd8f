package io.modelcounter.cli;

import io.modelcounter.cli.report.ReportRun;
import io.modelcounter.cli.terminal.Console;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code modelcounter report}. */
@Command(
    name = "report",
    header = "Make other reports of a JSON report, without the model.",
    descriptionHeading = "%nExamples:%n",
    description = {
      "  modelcounter report run.json",
      "  modelcounter report run.json -o html=run.html -o md=run.md",
      "  modelcounter report 'runs/*.json' -o 'html=pages/{name}.html'",
      "  modelcounter analyze net.onnx -f json | modelcounter report - -f csv",
    })
final class ReportCommand implements Callable<Integer> {
  private final Console console;
  private final RootCommand root;

  @Parameters(
      arity = "1..*",
      paramLabel = "REPORT",
      description = "JSON reports, patterns in quotes, or - for standard input.")
  private List<String> names = new ArrayList<>();

  @Mixin private RenderingOptions rendering = new RenderingOptions();

  ReportCommand(Console console, RootCommand root) {
    this.console = console;
    this.root = root;
  }

  @Override
  public Integer call() throws IOException {
    return ReportRun.run(
            names,
            rendering.outputs(root.options().isQuiet()),
            rendering.top(),
            console,
            root.messages())
        .value();
  }
}
