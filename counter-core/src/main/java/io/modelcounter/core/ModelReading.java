package io.modelcounter.core;

import io.modelcounter.analysis.Diagnostic;
import io.modelcounter.core.plugin.PluginLoader;
import io.modelcounter.model.Model;
import io.modelcounter.model.ModelException;
import io.modelcounter.spi.ModelInput;
import io.modelcounter.spi.ModelReader;
import java.util.List;
import java.util.function.Consumer;

/** Reads model files without analysing them. */
public final class ModelReading {
  private ModelReading() {}

  /**
   * Reads a model file as it is. If no reader takes the file for its own, the first one is asked to
   * say what is wrong with it.
   *
   * @param loader class loader that sees the readers
   * @param input the file
   * @param diagnostics receives what is odd about the file
   * @return the model
   * @throws ModelException if the file cannot be read, or is not a model
   * @throws PluginException if a reader cannot be made
   */
  public static Model read(ClassLoader loader, ModelInput input, Consumer<Diagnostic> diagnostics) {
    return read(PluginLoader.readers(loader), input, diagnostics);
  }

  static Model read(List<ModelReader> readers, ModelInput input, Consumer<Diagnostic> diagnostics) {
    return readers.stream()
        .filter(reader -> reader.accepts(input))
        .findFirst()
        .or(() -> readers.stream().findFirst())
        .orElseThrow(
            () -> new ModelException("E0104", "", "there is no reader for any file format"))
        .read(input, diagnostics);
  }
}
