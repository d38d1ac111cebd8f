package io.modelcounter.cli.terminal;

import java.io.IOException;

/** Whoever read standard output has gone; there is nobody left to tell. */
public final class ClosedPipeException extends IOException {
  private static final long serialVersionUID = 1L;

  /** Makes the exception. */
  public ClosedPipeException(IOException cause) {
    super("nobody reads standard output any more", cause);
  }
}
