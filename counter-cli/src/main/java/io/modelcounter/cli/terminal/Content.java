package io.modelcounter.cli.terminal;

import java.io.IOException;
import java.io.OutputStream;

/** What goes into a file or a stream. */
@FunctionalInterface
public interface Content {

  /**
   * Writes it.
   *
   * @throws IOException if writing fails
   */
  void writeTo(OutputStream out) throws IOException;
}
