package io.modelcounter.cli.input;

import io.modelcounter.spi.ModelInput;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Function;

/** A model that is asked for. */
public interface ModelSource {

  /** A model in a file, which need not be there. */
  static ModelSource of(Path file) {
    return new FileSource(file);
  }

  /** What it is called in messages. */
  String name();

  /** The file that it is, if it is one. */
  Optional<Path> file();

  /**
   * Looks whether there is something to read.
   *
   * @throws io.modelcounter.cli.message.CommandException if there is not
   */
  void check();

  /**
   * Lets somebody read the model.
   *
   * @param reader the reader; must not keep the input
   * @return what the reader returned
   * @throws io.modelcounter.cli.message.CommandException if there is nothing to read
   */
  <R> R read(Function<ModelInput, R> reader);
}
