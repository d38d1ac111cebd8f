package io.modelcounter.cli;

import io.modelcounter.cli.analyze.AnalysisRun;
import io.modelcounter.cli.analyze.AnalyzeRequest;
import io.modelcounter.cli.message.Codes;
import io.modelcounter.cli.message.CommandException;
import io.modelcounter.cli.message.Message;
import io.modelcounter.cli.terminal.Console;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code modelcounter analyze}. */
@Command(
    name = "analyze",
    header = "Count what one inference of a model costs, and report it.",
    descriptionHeading = "%nExamples:%n",
    description = {
      "  modelcounter analyze resnet50.onnx",
      "  modelcounter analyze resnet50.onnx -o html=report.html -o json=report.json",
      "  modelcounter analyze gpt2.onnx --set batch=1 --set sequence=1024",
      "  modelcounter analyze net.onnx --input-shape image:1x3x640x640 -f json",
      "  modelcounter analyze models/*.onnx -q -o 'json=out/{name}.json' --fail-on-unknown",
    })
final class AnalyzeCommand implements Callable<Integer> {
  private final Console console;
  private final RootCommand root;

  @Parameters(arity = "1..*", paramLabel = "MODEL", description = "Model files.")
  private List<String> models = new ArrayList<>();

  @Mixin private OutputOptions outputs = new OutputOptions();

  @Mixin private SizeOptions sizes = new SizeOptions();

  @Option(
      names = "--convention",
      paramLabel = "ID",
      description = {
        "Count by a convention beside macs and flops, for example additions or paper. Repeatable."
      })
  private List<String> conventions = new ArrayList<>();

  @Option(
      names = "--fail-on-unknown",
      paramLabel = "N|N%",
      arity = "0..1",
      preprocessor = OptionalValue.class,
      description = {
        "Return 1 if the cost of more than N layers, or of more than N percent of them, is unknown"
            + " (without N: of any)."
      })
  private @Nullable String unknownLimit;

  AnalyzeCommand(Console console, RootCommand root) {
    this.console = console;
    this.root = root;
  }

  @Override
  public Integer call() {
    if (outputs.top() < 0) {
      throw CommandException.usage(
          Message.of(Codes.OPTION_VALUE, "--top", "it must be at least 0, not " + outputs.top()));
    }
    AnalyzeRequest request =
        new AnalyzeRequest(
            models,
            sizes.inputShapes(),
            sizes.symbols(),
            sizes.batch(),
            conventions,
            outputs.requests(root.options().isQuiet()),
            outputs.top(),
            Optional.ofNullable(unknownLimit),
            ToolVersion.text(),
            root.arguments());
    return AnalysisRun.run(request, console, root.messages()).value();
  }
}
