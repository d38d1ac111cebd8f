package io.modelcounter.cli;

import io.modelcounter.cli.message.ExitCode;
import io.modelcounter.cli.report.Schemas;
import io.modelcounter.cli.terminal.Console;
import java.io.IOException;
import java.util.Iterator;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code modelcounter schema}. */
@Command(
    name = "schema",
    header = "Print the JSON schema of a format.",
    descriptionHeading = "%nExample:%n",
    description = "  modelcounter schema json")
final class SchemaCommand implements Callable<Integer> {
  private final Console console;

  @Parameters(
      paramLabel = "FORMAT",
      completionCandidates = Formats.class,
      description = "json: the report of analyze.")
  private String format = "";

  /** The formats that have a schema. */
  static final class Formats implements Iterable<String> {
    Formats() {}

    @Override
    public Iterator<String> iterator() {
      return Schemas.names().iterator();
    }
  }

  SchemaCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() throws IOException {
    console.print(Schemas.text(format));
    return ExitCode.OK.value();
  }
}
