package io.modelcounter.cli;

import io.modelcounter.cli.message.ExitCode;
import io.modelcounter.cli.terminal.Console;
import java.io.IOException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/** {@code modelcounter version}. */
@Command(
    name = "version",
    header = "Show the version.",
    descriptionHeading = "%nExample:%n",
    description = "  modelcounter version")
final class VersionCommand implements Callable<Integer> {
  private final Console console;

  VersionCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() throws IOException {
    console.print(ToolVersion.line());
    return ExitCode.OK.value();
  }
}
