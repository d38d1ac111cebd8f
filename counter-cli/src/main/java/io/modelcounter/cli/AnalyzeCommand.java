package io.modelcounter.cli;

import io.modelcounter.cli.analyze.AnalysisRun;
import io.modelcounter.cli.analyze.AnalyzeRequest;
import io.modelcounter.cli.input.InputRequest;
import io.modelcounter.cli.input.ModelListing;
import io.modelcounter.cli.plugin.AnalysisPluginOptions;
import io.modelcounter.cli.terminal.Console;
import io.modelcounter.cli.terminal.StandardStream;
import java.io.IOException;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

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
      "  modelcounter analyze -r models -j 0 -q -o 'json=out/{path}.json'",
      "  cat net.onnx | modelcounter analyze -",
    })
final class AnalyzeCommand implements Callable<Integer> {
  private final Console console;
  private final RootCommand root;

  @Spec private @Nullable CommandSpec spec;

  @Mixin private OutputOptions outputs = new OutputOptions();

  @Mixin private CountingOptions counting = new CountingOptions();

  @Mixin private InputOptions inputs = new InputOptions();

  @Mixin private AnalysisPluginOptions plugins = new AnalysisPluginOptions();

  @Mixin private RunOptions run = new RunOptions();

  @Option(
      names = "--show-files",
      description = "Show which models would be analysed, and analyse none.")
  private boolean showFiles;

  AnalyzeCommand(Console console, RootCommand root) {
    this.console = console;
    this.root = root;
  }

  @Override
  public Integer call() throws IOException {
    InputRequest models = inputs.request();
    if (models.readsStandardInput() && console.isTerminal(StandardStream.INPUT)) {
      return root.helpInstead(Objects.requireNonNull(spec).commandLine());
    }
    if (showFiles) {
      return ModelListing.show(models, console, root.messages()).value();
    }
    AnalyzeRequest request =
        new AnalyzeRequest(
            models,
            counting.request(),
            plugins.request(),
            outputs.request(root.options().isQuiet(), root.arguments()),
            run.request());
    return AnalysisRun.run(request, console, root.messages()).value();
  }
}
