package io.modelcounter.spi;

import io.modelcounter.analysis.Diagnostic;
import io.modelcounter.model.Model;
import io.modelcounter.model.ModelException;
import java.util.function.Consumer;

/**
 * Reads one file format. This is a service type: readers are found by {@link
 * java.util.ServiceLoader}.
 */
public interface ModelReader {

  /**
   * Name of the format.
   *
   * @return for example {@code onnx}
   */
  String format();

  /**
   * Tells from the name or the first bytes whether this reader is the one for an input. It must not
   * throw for bytes of another format.
   *
   * @param input the input
   * @return true if {@link #read} should be tried
   */
  boolean accepts(ModelInput input);

  /**
   * Reads a model without its weights.
   *
   * @param input the input
   * @param diagnostics receives what is odd about the file but does not stop the reading
   * @return the model
   * @throws ModelException if the file is not readable or not a model
   */
  Model read(ModelInput input, Consumer<Diagnostic> diagnostics);
}
