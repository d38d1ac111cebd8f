package io.modelcounter.cli.output;

import java.io.IOException;
import java.io.OutputStream;

/** What goes into a file. */
@FunctionalInterface
public interface Content {

  /**
   * Writes it.
   *
   * @throws IOException if writing fails
   */
  void writeTo(OutputStream out) throws IOException;
}
