package io.modelcounter.cli.input;

import io.modelcounter.cli.message.CommandException;
import io.modelcounter.spi.ModelInput;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Function;

/** A name that cannot be followed, which is told when its turn comes. */
record RefusedSource(String name, CommandException reason) implements ModelSource {

  @Override
  public Optional<Path> file() {
    return Optional.empty();
  }

  @Override
  public void check() {
    throw reason;
  }

  @Override
  public <R> R read(Function<ModelInput, R> reader) {
    throw reason;
  }
}
