package io.modelcounter.cli.analyze;

import io.modelcounter.analysis.Coverage;
import io.modelcounter.cli.message.Codes;
import io.modelcounter.cli.message.CommandException;
import io.modelcounter.cli.message.Message;
import java.math.BigDecimal;
import java.util.regex.Pattern;

/** How many layers of unknown cost are too many. */
final class UnknownLimit {
  private static final Pattern FORM = Pattern.compile("[0-9]{1,9}|[0-9]{1,3}(\\.[0-9]{1,6})?%");
  private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

  private final String text;
  private final BigDecimal most;
  private final boolean isShare;

  private UnknownLimit(String text, BigDecimal most, boolean isShare) {
    this.text = text;
    this.most = most;
    this.isShare = isShare;
  }

  /**
   * Reads a limit.
   *
   * @param text a number of layers such as {@code 3}, or a share of them such as {@code 2.5%}
   * @throws CommandException if it is neither
   */
  static UnknownLimit parse(String text) {
    if (!FORM.matcher(text).matches()) {
      throw CommandException.usage(
          Message.of(
                  Codes.OPTION_VALUE,
                  "--fail-on-unknown",
                  "\"" + text + "\" is neither a number of layers nor a share of them")
              .withHint("for example --fail-on-unknown=3, or --fail-on-unknown=2.5%"));
    }
    boolean share = text.endsWith("%");
    String number = share ? text.substring(0, text.length() - 1) : text;
    return new UnknownLimit(text, new BigDecimal(number), share);
  }

  /** Tells whether more layers are unknown than the limit allows. */
  boolean isExceededBy(Coverage coverage) {
    BigDecimal unknown = BigDecimal.valueOf(coverage.unknown());
    if (!isShare) {
      return unknown.compareTo(most) > 0;
    }
    BigDecimal total = BigDecimal.valueOf(coverage.total());
    return unknown.multiply(HUNDRED).compareTo(most.multiply(total)) > 0;
  }

  /** The verdict on a model. */
  String verdict(String model, Coverage coverage) {
    return (isExceededBy(coverage) ? "failed: " : "passed: ")
        + model
        + ": "
        + coverage.unknown()
        + " of "
        + coverage.total()
        + " layers are unknown, "
        + text
        + " allowed";
  }
}
