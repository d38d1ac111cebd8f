package io.modelcounter.spi;

/**
 * A rule or counter asked a {@link Call} for something that is not known.
 *
 * <p>The engine answers for the rule: outputs of unknown rank, or an unknown cost, with this
 * reason. Rules need not catch it.
 */
public final class UnknownInputException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /**
   * Makes the exception.
   *
   * @param reason what is not known and why
   */
  public UnknownInputException(String reason) {
    super(reason, null, false, false);
  }

  /**
   * What is not known and why.
   *
   * @return one sentence
   */
  public String reason() {
    return String.valueOf(getMessage());
  }
}
