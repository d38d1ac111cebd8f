package io.modelcounter.cli;

import io.modelcounter.cli.input.ModelSelection;
import io.modelcounter.cli.input.ModelSource;
import io.modelcounter.cli.message.Codes;
import io.modelcounter.cli.message.CommandException;
import io.modelcounter.cli.message.ExitCode;
import io.modelcounter.cli.message.Message;
import io.modelcounter.cli.output.DocumentOutput;
import io.modelcounter.cli.output.OutputRequest;
import io.modelcounter.cli.plugin.AnalysisPluginOptions;
import io.modelcounter.cli.plugin.Plugins;
import io.modelcounter.cli.reconcile.ExpectedNumber;
import io.modelcounter.cli.reconcile.ReconcileRun;
import io.modelcounter.cli.terminal.Console;
import io.modelcounter.core.PluginSet;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code modelcounter reconcile}. */
@Command(
    name = "reconcile",
    header = "Show the totals of a model as each tool counts them, and why they differ.",
    descriptionHeading = "%nExamples:%n",
    description = {
      "  modelcounter reconcile resnet18.onnx",
      "  modelcounter reconcile resnet18.onnx --between thop fvcore",
      "  modelcounter reconcile resnet50.onnx --expect 4.13G",
      "  modelcounter reconcile resnet18.onnx -o json=- | jq .conventions.ptflops",
    })
final class ReconcileCommand implements Callable<Integer> {
  private static final String TEXT = "text";
  private static final String TORCHSTAT = "torchstat";

  private final Console console;
  private final RootCommand root;

  @Parameters(paramLabel = "MODEL", description = "Model file, or - for standard input.")
  private String model = "";

  @Option(
      names = "--between",
      arity = "2",
      paramLabel = "ID",
      description = "Show why two conventions differ, part by part. Repeatable.")
  private List<String> between = new ArrayList<>();

  @Option(
      names = "--expect",
      paramLabel = "NUMBER",
      description = {
        "Find the conventions and inputs that make a number, for example 4.13G or 4089184256."
      })
  private @Nullable String expected;

  @Option(
      names = "--table",
      paramLabel = "TOOL",
      description = "Show the table of layers of a tool instead: torchstat.")
  private @Nullable String table;

  @Option(
      names = {"-f", "--format"},
      paramLabel = "FORMAT",
      description = "text (the default), csv, json or markdown.")
  private @Nullable String format;

  @Option(
      names = {"-o", "--output"},
      paramLabel = "FORMAT=PATH",
      description = {
        "Write to a file. {name} in the path becomes the name of the model; the path - is standard"
            + " output."
      })
  private @Nullable String output;

  @Mixin private CountingOptions counting = new CountingOptions();

  @Mixin private AnalysisPluginOptions plugins = new AnalysisPluginOptions();

  ReconcileCommand(Console console, RootCommand root) {
    this.console = console;
    this.root = root;
  }

  @Override
  public Integer call() throws IOException {
    OutputRequest request = output();
    boolean isTable = isTable();
    ReconcileRun run =
        new ReconcileRun(
            counting.request(),
            between,
            Optional.ofNullable(expected).map(ExpectedNumber::parse),
            request.format());
    ModelSource source = ModelSelection.one(model, console);
    DocumentOutput target = DocumentOutput.of(request, source);
    try (PluginSet loaded = Plugins.load(plugins.request(), console, root.messages())) {
      target.write(
          isTable
              ? run.torchstat(source, plugins.request(), loaded, console.columns())
              : run.of(source, plugins.request(), loaded, console.columns()),
          console);
    }
    return ExitCode.OK.value();
  }

  private boolean isTable() {
    if (table == null) {
      return false;
    }
    if (!table.equals(TORCHSTAT)) {
      throw wrong("--table", "there is no table of \"" + table + "\"", "there is torchstat");
    }
    if (!between.isEmpty() || expected != null) {
      throw wrong("--table", "a table compares nothing", "leave --between and --expect out");
    }
    return true;
  }

  private OutputRequest output() {
    if (output == null) {
      return OutputRequest.toStandardOutput(format == null ? TEXT : format);
    }
    if (format != null) {
      throw wrong("--output", "there is one output only", "leave --format out");
    }
    return OutputRequest.parse(output);
  }

  private static CommandException wrong(String option, String reason, String hint) {
    return CommandException.usage(Message.of(Codes.OPTION_VALUE, option, reason).withHint(hint));
  }
}
