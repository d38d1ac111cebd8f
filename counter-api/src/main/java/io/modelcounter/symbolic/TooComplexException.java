package io.modelcounter.symbolic;

import java.io.Serial;

/** Thrown when an expression would grow past a fixed limit; the message says which limit. */
public final class TooComplexException extends ArithmeticException {

  @Serial private static final long serialVersionUID = 1L;

  /**
   * Creates the exception.
   *
   * @param message which limit the expression would pass
   */
  public TooComplexException(String message) {
    super(message);
  }
}
