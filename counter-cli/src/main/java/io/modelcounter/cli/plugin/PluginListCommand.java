package io.modelcounter.cli.plugin;

import io.modelcounter.cli.message.ExitCode;
import io.modelcounter.cli.output.ListingFormat;
import io.modelcounter.cli.terminal.Console;
import io.modelcounter.core.PluginCheck;
import io.modelcounter.core.PluginSet;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code modelcounter plugin list}. */
@Command(
    name = "list",
    header = "List the plugins, also those that cannot be used.",
    descriptionHeading = "%nExamples:%n",
    description = {
      "  modelcounter plugin list",
      "  modelcounter plugin list --plugin target/acme.jar -f json",
    })
final class PluginListCommand implements Callable<Integer> {
  private final Console console;

  @Mixin private PluginOptions plugins = new PluginOptions();

  @Mixin private ListingFormat format = new ListingFormat();

  @Option(names = "--strict", description = "Return 5 if a plugin cannot be used.")
  private boolean strict;

  PluginListCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() throws IOException {
    boolean json = format.isJson();
    List<PluginCheck> checks;
    try (PluginSet set = Plugins.loadUsable(plugins.request(false), console)) {
      checks = set.checks();
    }
    console.print(json ? PluginJson.list(checks) : PluginText.list(checks));
    boolean isBroken = checks.stream().anyMatch(check -> !check.problems().isEmpty());
    return (strict && isBroken ? ExitCode.PLUGIN : ExitCode.OK).value();
  }
}
