package io.modelcounter.cli.input;

import io.modelcounter.spi.ModelInput;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Function;

/** A model in a file, which need not be there. */
record FileSource(Path path) implements ModelSource {

  @Override
  public String name() {
    return path.toString();
  }

  @Override
  public Optional<Path> file() {
    return Optional.of(path);
  }

  @Override
  public void check() {
    ModelFiles.check(path);
  }

  @Override
  public <R> R read(Function<ModelInput, R> reader) {
    check();
    return reader.apply(ModelInput.of(path));
  }
}
