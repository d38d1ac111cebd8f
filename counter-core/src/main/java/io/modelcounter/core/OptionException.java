package io.modelcounter.core;

/** An option does not fit the model: it names what is not there, or contradicts what is. */
public class OptionException extends IllegalArgumentException {
  private static final long serialVersionUID = 1L;

  /**
   * Makes the exception.
   *
   * @param message what was asked for, and what the model has instead
   */
  public OptionException(String message) {
    super(message);
  }
}
