package io.modelcounter.cli.message;

import io.modelcounter.core.OptionException;
import io.modelcounter.core.PluginException;
import io.modelcounter.model.ModelException;

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
    if (failure instanceof PluginException) {
      Message message = Message.of(Codes.PLUGIN, subject, text(failure)).because(cause(failure));
      return new CommandException(ExitCode.PLUGIN, message, failure);
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

  private static String cause(Throwable failure) {
    Throwable cause = failure.getCause();
    return cause == null ? "" : cause.toString();
  }
}
