package io.modelcounter.cli.output;

import io.modelcounter.cli.input.ModelSource;
import io.modelcounter.cli.message.CommandException;
import io.modelcounter.cli.terminal.Console;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Where one text about one model goes: a file, or standard output. */
public final class DocumentOutput {
  private final Optional<Path> file;

  private DocumentOutput(Optional<Path> file) {
    this.file = file;
  }

  /**
   * Looks where a text shall go.
   *
   * @param request what was asked for
   * @param model the model, which is not overwritten
   * @throws CommandException if it could not be written there
   */
  public static DocumentOutput of(OutputRequest request, ModelSource model) {
    if (request.isStandardOutput()) {
      return new DocumentOutput(Optional.empty());
    }
    Path target = OutputPlan.target(request, model);
    OutputFiles.check(target, ModelPlaces.of(List.of(model)));
    return new DocumentOutput(Optional.of(target));
  }

  /**
   * Writes the text, to a file whole or not at all.
   *
   * @throws CommandException if the file cannot be written
   */
  public void write(String text, Console console) throws IOException {
    if (file.isEmpty()) {
      console.print(text);
      return;
    }
    try (PendingFiles files = PendingFiles.open()) {
      files.write(file.get(), out -> out.write(text.getBytes(StandardCharsets.UTF_8)));
      files.publish();
    }
  }
}
