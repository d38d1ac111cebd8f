package io.modelcounter.cli;

import io.modelcounter.cli.message.Codes;
import io.modelcounter.cli.message.CommandException;
import io.modelcounter.cli.message.ExitCode;
import io.modelcounter.cli.message.Message;
import io.modelcounter.cli.operators.OperatorCatalogue;
import io.modelcounter.cli.operators.OperatorEntry;
import io.modelcounter.cli.operators.OperatorFormats;
import io.modelcounter.cli.operators.OperatorListing;
import io.modelcounter.cli.operators.OperatorsMarkdown;
import io.modelcounter.cli.output.ListingFormat;
import io.modelcounter.cli.plugin.PluginOptions;
import io.modelcounter.cli.plugin.Plugins;
import io.modelcounter.cli.terminal.Console;
import io.modelcounter.core.PluginInfo;
import io.modelcounter.core.PluginSet;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code modelcounter operators}. */
@Command(
    name = "operators",
    header = "List the operators that can be counted, with their versions, and how.",
    descriptionHeading = "%nExamples:%n",
    description = {
      "  modelcounter operators",
      "  modelcounter operators 'Conv*'",
      "  modelcounter operators --domain com.microsoft -f csv",
      "  modelcounter operators --by acme --plugin acme.jar",
    })
final class OperatorsCommand implements Callable<Integer> {
  private static final String TEXT = "text";
  private static final List<String> FORMATS = List.of("csv", "json", "markdown", TEXT);

  private final Console console;
  private final RootCommand root;

  @Parameters(
      arity = "0..1",
      paramLabel = "NAME",
      description = "Which operators, for example 'Conv*' or com.microsoft:Gelu.")
  private @Nullable String name;

  @Option(names = "--domain", paramLabel = "DOMAIN", description = "Those of a domain.")
  private @Nullable String domain;

  @Option(names = "--by", paramLabel = "ID", description = "Those that a plugin counts.")
  private @Nullable String plugin;

  @Option(
      names = {"-f", "--format"},
      paramLabel = "FORMAT",
      defaultValue = TEXT,
      description = "text (the default), csv, json or markdown.")
  private String format = TEXT;

  @Mixin private PluginOptions plugins = new PluginOptions();

  OperatorsCommand(Console console, RootCommand root) {
    this.console = console;
    this.root = root;
  }

  @Override
  public Integer call() throws IOException {
    String known = ListingFormat.require(format, FORMATS);
    OperatorListing listing =
        new OperatorListing(
            Optional.ofNullable(name), Optional.ofNullable(domain), Optional.ofNullable(plugin));
    try (PluginSet loaded = Plugins.load(plugins.request(), console, root.messages())) {
      List<OperatorEntry> entries =
          listing.of(
              OperatorCatalogue.of(loaded.plugins().stream().map(PluginInfo::plugin).toList()));
      if (entries.isEmpty()) {
        throw CommandException.usage(
            Message.of(Codes.OPTION_VALUE, "", "there is no such operator")
                .withHint("'modelcounter operators' lists all of them"));
      }
      console.print(text(known, entries, console.columns()));
    }
    return ExitCode.OK.value();
  }

  private static String text(String format, List<OperatorEntry> entries, int columns)
      throws IOException {
    return switch (format) {
      case "csv" -> OperatorFormats.csv(entries);
      case "json" -> OperatorFormats.json(entries);
      case "markdown" -> OperatorsMarkdown.write(entries);
      default -> OperatorFormats.text(entries, columns);
    };
  }
}
