package io.modelcounter.cli.message;

import io.modelcounter.core.OptionException;
import io.modelcounter.core.PluginException;
import io.modelcounter.core.PluginFailureException;
import io.modelcounter.model.ModelException;
import java.io.IOException;

/** What becomes of an exception: the one place that gives it an exit code and a message. */
public final class Failures {
  private static final String LIMIT_CODES = "E04";

  private Failures() {}

  /**
   * Explains an exception.
   *
   * @param subject file that was worked on; may be empty
   * @param failure what was thrown
   */
  public static CommandException explain(String subject, Throwable failure) {
    if (failure instanceof CommandException known) {
      return known;
    }
    if (failure instanceof ModelException model) {
      return explain(subject, model);
    }
    if (failure instanceof OptionException) {
      Message message = Message.of(Codes.OPTION_FOR_MODEL, subject, text(failure));
      return new CommandException(ExitCode.USAGE, message, failure);
    }
    if (failure instanceof PluginFailureException failed && failed.isBuiltIn()) {
      return bug(subject, failure);
    }
    if (failure instanceof PluginException plugin) {
      return explain(subject, plugin);
    }
    return bug(subject, failure);
  }

  private static CommandException explain(String subject, ModelException failure) {
    Message message =
        Message.of(failure.code(), subject, failure.reason())
            .at(failure.place())
            .withHint(failure.hint().orElse(""));
    boolean limit = failure.code().startsWith(LIMIT_CODES);
    return new CommandException(limit ? ExitCode.LIMIT : ExitCode.INPUT, message, failure);
  }

  private static CommandException explain(String subject, PluginException failure) {
    Message message =
        Message.of(
                failure.code(),
                failure.subject().isEmpty() ? subject : failure.subject(),
                failure.reason())
            .at(failure instanceof PluginFailureException failed ? failed.place() : "")
            .because(cause(failure))
            .withHint(failure.hint().orElse(""));
    return new CommandException(ExitCode.PLUGIN, message, failure);
  }

  private static CommandException bug(String subject, Throwable failure) {
    Message message =
        failure instanceof OutOfMemoryError
            ? Message.of(Codes.INTERNAL, subject, "the memory that Java may use is not enough")
                .because(failure.toString())
                .withHint("give it more, for example by JAVA_TOOL_OPTIONS=-Xmx4g")
            : Message.of(Codes.INTERNAL, subject, "internal error")
                .because(failure.toString())
                .withHint(
                    "this is a bug in modelcounter; please report it with the model, the output of"
                        + " 'modelcounter version' and what the option --debug prints");
    return new CommandException(ExitCode.INTERNAL, message, failure);
  }

  private static String text(Throwable failure) {
    return String.valueOf(failure.getMessage());
  }

  /** The cause of a failure of a plugin, unless the reason says it already. */
  private static String cause(PluginException failure) {
    Throwable cause = failure.getCause();
    if (cause == null || failure.reason().contains(String.valueOf(cause.getMessage()))) {
      return "";
    }
    return cause instanceof IOException failed ? Causes.of(failed) : cause.toString();
  }
}
