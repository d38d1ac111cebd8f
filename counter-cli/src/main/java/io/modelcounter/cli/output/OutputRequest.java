package io.modelcounter.cli.output;

import io.modelcounter.cli.message.Codes;
import io.modelcounter.cli.message.CommandException;
import io.modelcounter.cli.message.Message;

/**
 * A report that was asked for.
 *
 * @param format name of the format
 * @param target path, which may hold <code>{name}</code>, or {@code -} for standard output
 */
public record OutputRequest(String format, String target) {
  /** The target that stands for standard output. */
  public static final String STANDARD_OUTPUT = "-";

  private static final String OPTION = "--output";

  /** A report on standard output. */
  public static OutputRequest toStandardOutput(String format) {
    return new OutputRequest(format, STANDARD_OUTPUT);
  }

  /**
   * Reads the value of the option.
   *
   * @param text {@code FORMAT=PATH}
   * @throws CommandException if it is something else
   */
  public static OutputRequest parse(String text) {
    int equals = text.indexOf('=');
    if (equals <= 0 || equals == text.length() - 1) {
      throw CommandException.usage(
          Message.of(Codes.OPTION_VALUE, OPTION, "\"" + text + "\" is not FORMAT=PATH")
              .withHint("for example --output json=report.json, or json=- for standard output"));
    }
    return new OutputRequest(text.substring(0, equals), text.substring(equals + 1));
  }

  /** Tells whether it goes to standard output. */
  public boolean isStandardOutput() {
    return target.equals(STANDARD_OUTPUT);
  }
}
