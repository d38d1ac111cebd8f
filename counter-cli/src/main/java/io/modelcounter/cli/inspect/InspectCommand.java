package io.modelcounter.cli.inspect;

import io.modelcounter.analysis.Diagnostic;
import io.modelcounter.cli.input.ModelSelection;
import io.modelcounter.cli.input.ModelSource;
import io.modelcounter.cli.message.ExitCode;
import io.modelcounter.cli.message.Failures;
import io.modelcounter.cli.output.ListingFormat;
import io.modelcounter.cli.terminal.Console;
import io.modelcounter.core.ModelReading;
import io.modelcounter.model.ModelException;
import io.modelcounter.spi.ModelInput;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code modelcounter inspect}. */
@Command(
    name = "inspect",
    header = "Show what a model file says, without counting.",
    descriptionHeading = "%nExamples:%n",
    description = {
      "  modelcounter inspect net.onnx",
      "  modelcounter inspect net.onnx --node /layer1/conv/Conv",
      "  cat net.onnx | modelcounter inspect - -f json | jq .opsets",
    })
public final class InspectCommand implements Callable<Integer> {
  private final Console console;

  @Parameters(paramLabel = "MODEL", description = "Model file, or - for standard input.")
  private String model = "";

  @Option(
      names = "--node",
      paramLabel = "N|NAME",
      description = "Show one node: its position in the main graph, from 0, or its name.")
  private @Nullable String node;

  @Mixin private ListingFormat format = new ListingFormat();

  /** Makes the command. */
  public InspectCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() throws IOException {
    boolean json = format.isJson();
    ModelSource source = ModelSelection.one(model, console);
    ModelFacts facts = read(source);
    if (node == null) {
      console.print(json ? ModelJson.of(facts) : ModelText.of(facts, console.columns()));
    } else {
      List<NodeView> found = NodeView.find(facts, node);
      console.print(json ? NodeJson.of(found) : NodeText.of(found, console.columns()));
    }
    return ExitCode.OK.value();
  }

  private static ModelFacts read(ModelSource source) {
    try {
      return source.read(InspectCommand::facts);
    } catch (ModelException failure) {
      throw Failures.explain(source.name(), failure);
    }
  }

  private static ModelFacts facts(ModelInput input) {
    List<Diagnostic> diagnostics = new ArrayList<>();
    return ModelFacts.of(
        ModelReading.read(InspectCommand.class.getClassLoader(), input, diagnostics::add),
        diagnostics);
  }
}
