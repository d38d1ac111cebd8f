package io.modelcounter.cli.config;

import io.modelcounter.cli.message.ExitCode;
import io.modelcounter.cli.message.Messages;
import io.modelcounter.cli.output.ListingFormat;
import io.modelcounter.cli.terminal.Console;
import java.io.IOException;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code modelcounter config show}. */
@Command(
    name = "show",
    header = "Show the value of every option that the command line does not name, and its origin.",
    descriptionHeading = "%nExamples:%n",
    description = {
      "  modelcounter config show",
      "  modelcounter config show --isolated",
      "  modelcounter config show -f json",
    })
final class ConfigShowCommand implements Callable<Integer> {
  private final Console console;
  private final Supplier<Configuration> configuration;
  private final Supplier<Messages> messages;

  @Mixin private ListingFormat format = new ListingFormat();

  ConfigShowCommand(
      Console console, Supplier<Configuration> configuration, Supplier<Messages> messages) {
    this.console = console;
    this.configuration = configuration;
    this.messages = messages;
  }

  @Override
  public Integer call() throws IOException {
    Configuration shown = configuration.get();
    console.print(format.isJson() ? ConfigListing.json(shown) : ConfigListing.text(shown));
    shown.warnings().forEach(messages.get()::caution);
    return ExitCode.OK.value();
  }
}
