package io.modelcounter.cli.plugin;

import io.modelcounter.cli.message.ExitCode;
import io.modelcounter.cli.output.ListingFormat;
import io.modelcounter.cli.terminal.Console;
import io.modelcounter.core.PluginCheck;
import io.modelcounter.core.PluginSet;
import java.io.IOException;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code modelcounter plugin info}. */
@Command(
    name = "info",
    header = "Show what a plugin is and what it counts.",
    descriptionHeading = "%nExample:%n",
    description = "  modelcounter plugin info acme")
final class PluginInfoCommand implements Callable<Integer> {
  private final Console console;

  @Mixin private PluginOptions plugins = new PluginOptions();

  @Mixin private ListingFormat format = new ListingFormat();

  @Parameters(paramLabel = "ID", description = "Id of the plugin.")
  private String id = "";

  PluginInfoCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() throws IOException {
    boolean json = format.isJson();
    List<PluginCheck> checks;
    try (PluginSet set = Plugins.loadUsable(plugins.request(false), console)) {
      checks = set.checks();
    }
    List<PluginCheck> found = checks.stream().filter(check -> check.id().equals(id)).toList();
    if (found.isEmpty()) {
      Set<String> known = new TreeSet<>();
      checks.stream().map(PluginCheck::id).filter(name -> !name.isEmpty()).forEach(known::add);
      throw Plugins.unknown("", id, known);
    }
    console.print(json ? PluginJson.details(found) : PluginText.details(found));
    return ExitCode.OK.value();
  }
}
