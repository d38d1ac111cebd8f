package io.modelcounter.cli.input;

import io.modelcounter.cli.message.CommandException;
import io.modelcounter.cli.message.ExitCode;
import io.modelcounter.cli.message.Messages;
import io.modelcounter.cli.terminal.Console;
import io.modelcounter.cli.terminal.SafeText;
import java.io.IOException;

/** Shows which models a command line means. */
public final class ModelListing {
  private ModelListing() {}

  /**
   * Writes the names of models to standard output, one a line.
   *
   * @return whether all of them are there
   * @throws CommandException if there are none
   * @throws IOException if standard output cannot be written
   */
  public static ExitCode show(InputRequest request, Console console, Messages messages)
      throws IOException {
    ExitCode worst = ExitCode.OK;
    for (ModelSource model : ModelSelection.of(request, console.in())) {
      try {
        model.check();
        console.print(SafeText.escape(model.name()) + "\n");
      } catch (CommandException missing) {
        messages.failure(missing);
        worst = worst.worse(missing.exitCode());
      }
    }
    return worst;
  }
}
