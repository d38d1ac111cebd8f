package io.modelcounter.cli.config;

import io.modelcounter.cli.message.ExitCode;
import io.modelcounter.cli.terminal.Console;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/** {@code modelcounter config path}. */
@Command(
    name = "path",
    header = "Show where files with values of options are looked for, the one that wins first.",
    descriptionHeading = "%nExample:%n",
    description = "  modelcounter config path")
final class ConfigPathCommand implements Callable<Integer> {
  private final Console console;

  ConfigPathCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() throws IOException {
    console.print(ConfigListing.places(new ConfigPlaces(console, Path.of(""))));
    return ExitCode.OK.value();
  }
}
