package io.modelcounter.core;

/** Plugins cannot be used as they are. */
public final class PluginException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /**
   * Makes the exception.
   *
   * @param message which plugins, what is wrong, and what to do
   */
  public PluginException(String message) {
    super(message);
  }

  /**
   * Makes the exception with a cause.
   *
   * @param message which plugins, what is wrong, and what to do
   * @param cause underlying exception
   */
  public PluginException(String message, Throwable cause) {
    super(message, cause);
  }
}
