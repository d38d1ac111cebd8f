package io.modelcounter.cli;

import io.modelcounter.analysis.Analysis;
import io.modelcounter.cli.analyze.SingleAnalysis;
import io.modelcounter.cli.explain.DiagnosticPage;
import io.modelcounter.cli.explain.LayerSearch;
import io.modelcounter.cli.explain.OperatorPage;
import io.modelcounter.cli.input.ModelSelection;
import io.modelcounter.cli.message.Codes;
import io.modelcounter.cli.message.CommandException;
import io.modelcounter.cli.message.ExitCode;
import io.modelcounter.cli.message.Message;
import io.modelcounter.cli.message.Suggestions;
import io.modelcounter.cli.operators.OperatorCatalogue;
import io.modelcounter.cli.operators.OperatorEntry;
import io.modelcounter.cli.plugin.AnalysisPluginOptions;
import io.modelcounter.cli.plugin.Plugins;
import io.modelcounter.cli.terminal.Console;
import io.modelcounter.core.PluginInfo;
import io.modelcounter.core.PluginSet;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code modelcounter explain}. */
@Command(
    name = "explain",
    header = "Explain how a layer or an operator is counted, or what a code means.",
    descriptionHeading = "%nExamples:%n",
    description = {
      "  modelcounter explain /layer1/conv/Conv net.onnx",
      "  modelcounter explain 41 net.onnx --batch 8",
      "  modelcounter explain LayerNormalization",
      "  modelcounter explain E0317",
    })
final class ExplainCommand implements Callable<Integer> {
  private final Console console;
  private final RootCommand root;

  @Parameters(
      index = "0",
      paramLabel = "NODE|OPERATOR|CODE",
      description = {
        "With a model: name of a node, position among all layers, or a pattern as --ignore takes."
            + " Without: an operator, with or without its domain, or the code of a message."
      })
  private String topic = "";

  @Parameters(
      index = "1",
      arity = "0..1",
      paramLabel = "MODEL",
      description = "Model file, or - for standard input.")
  private @Nullable String model;

  @Mixin private CountingOptions counting = new CountingOptions();

  @Mixin private AnalysisPluginOptions plugins = new AnalysisPluginOptions();

  ExplainCommand(Console console, RootCommand root) {
    this.console = console;
    this.root = root;
  }

  @Override
  public Integer call() throws IOException {
    console.print(model == null ? general() : layers(model));
    return ExitCode.OK.value();
  }

  private String layers(String name) {
    try (PluginSet loaded = Plugins.load(plugins.request(), console, root.messages())) {
      Analysis analysis =
          SingleAnalysis.of(
              ModelSelection.one(name, console), counting.request(), plugins.request(), loaded);
      return LayerSearch.explain(analysis, topic, console.columns());
    }
  }

  private String general() {
    String code = topic.toUpperCase(Locale.ROOT);
    return DiagnosticPage.isCode(code) ? code(code) : operator();
  }

  private String code(String code) {
    Map<String, DiagnosticPage> pages = DiagnosticPage.all();
    DiagnosticPage page = pages.get(code);
    if (page == null) {
      throw unknown("code", code, List.copyOf(pages.keySet()));
    }
    return page.text(console.columns());
  }

  private String operator() {
    try (PluginSet loaded = Plugins.load(plugins.request(), console, root.messages())) {
      List<OperatorEntry> all =
          OperatorCatalogue.of(loaded.plugins().stream().map(PluginInfo::plugin).toList());
      List<OperatorEntry> named =
          all.stream()
              .filter(
                  entry ->
                      topic.equals(entry.name())
                          || topic.equals(entry.domain() + ":" + entry.name()))
              .toList();
      if (named.isEmpty()) {
        throw unknown("operator", topic, all.stream().map(OperatorEntry::name).distinct().toList());
      }
      return OperatorPage.of(named, console.columns());
    }
  }

  private static CommandException unknown(String kind, String word, List<String> words) {
    return CommandException.usage(
        Message.of(Codes.OPTION_VALUE, "", "there is no " + kind + " \"" + word + "\"")
            .withHint(
                Suggestions.nearest(word, words)
                    .map(near -> "did you mean " + near + "?")
                    .orElse("to explain a layer, name the model too")));
  }
}
