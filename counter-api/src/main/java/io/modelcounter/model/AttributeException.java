package io.modelcounter.model;

/** An attribute is missing or holds another kind of value than its operator says. */
public final class AttributeException extends IllegalArgumentException {
  private static final long serialVersionUID = 1L;

  /**
   * Makes the exception.
   *
   * @param message what was found and what was expected
   */
  public AttributeException(String message) {
    super(message);
  }
}
