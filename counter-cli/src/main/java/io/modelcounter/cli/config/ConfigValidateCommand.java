package io.modelcounter.cli.config;

import io.modelcounter.cli.message.ExitCode;
import io.modelcounter.cli.terminal.Console;
import io.modelcounter.cli.terminal.SafeText;
import java.io.IOException;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code modelcounter config validate}. */
@Command(
    name = "validate",
    header = "Check a file with values of options.",
    descriptionHeading = "%nExample:%n",
    description = "  modelcounter config validate modelcounter.yaml")
final class ConfigValidateCommand implements Callable<Integer> {
  private final Console console;
  private final Supplier<ConfigOptions> options;

  @Parameters(paramLabel = "FILE", description = "The file.")
  private String file = "";

  ConfigValidateCommand(Console console, Supplier<ConfigOptions> options) {
    this.console = console;
    this.options = options;
  }

  @Override
  public Integer call() throws IOException {
    Configuration.validate(file, options.get());
    console.print(SafeText.name(file) + ": all right\n");
    return ExitCode.OK.value();
  }
}
