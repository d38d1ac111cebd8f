package io.modelcounter.cli.plugin;

import io.modelcounter.cli.message.ExitCode;
import io.modelcounter.cli.plugin.PluginPlaces.Place;
import io.modelcounter.cli.terminal.Columns;
import io.modelcounter.cli.terminal.Console;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/** {@code modelcounter plugin path}. */
@Command(
    name = "path",
    header = "Show the directories in which plugins are found, in order.",
    descriptionHeading = "%nExample:%n",
    description = "  modelcounter plugin path")
final class PluginPathCommand implements Callable<Integer> {
  private final Console console;

  PluginPathCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() throws IOException {
    Columns columns = new Columns("PATH", "FROM", "STATE");
    for (Place place : new PluginPlaces(console).all()) {
      columns.add(
          List.of(
              place.path().toString(),
              place.origin(),
              place.exists() ? "is there" : "is not there"));
    }
    console.print(columns.toString());
    return ExitCode.OK.value();
  }
}
