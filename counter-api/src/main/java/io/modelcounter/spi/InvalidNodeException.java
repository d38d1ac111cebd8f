package io.modelcounter.spi;

/**
 * A node contradicts its operator: an attribute out of range, shapes that do not fit.
 *
 * <p>It stands for a defect of the model, never for something that is not known.
 */
public final class InvalidNodeException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /**
   * Makes the exception.
   *
   * @param message what was found and what was expected, with the shapes in question
   */
  public InvalidNodeException(String message) {
    super(message);
  }
}
