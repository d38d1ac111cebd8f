package io.modelcounter.cli.message;

/** The command cannot do what it was asked for, and knows why. */
public final class CommandException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final ExitCode exitCode;
  private final transient Message details;

  /** Makes the exception. */
  public CommandException(ExitCode exitCode, Message details) {
    super(details.text());
    this.exitCode = exitCode;
    this.details = details;
  }

  /** Makes the exception with the one that caused it. */
  public CommandException(ExitCode exitCode, Message details, Throwable cause) {
    super(details.text(), cause);
    this.exitCode = exitCode;
    this.details = details;
  }

  /** A wrong command line. */
  public static CommandException usage(Message details) {
    return new CommandException(ExitCode.USAGE, details);
  }

  /** What the command returns. */
  public ExitCode exitCode() {
    return exitCode;
  }

  /** What the user is told. */
  public Message details() {
    return details;
  }
}
