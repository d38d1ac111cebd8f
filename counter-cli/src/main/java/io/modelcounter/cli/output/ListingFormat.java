package io.modelcounter.cli.output;

import io.modelcounter.cli.message.Codes;
import io.modelcounter.cli.message.CommandException;
import io.modelcounter.cli.message.Message;
import io.modelcounter.cli.message.Suggestions;
import java.util.List;
import picocli.CommandLine.Option;

/** The option that says in which form a listing is shown. */
public final class ListingFormat {
  private static final String TEXT = "text";
  private static final String JSON = "json";

  @Option(
      names = {"-f", "--format"},
      paramLabel = "FORMAT",
      defaultValue = TEXT,
      description = "text (the default) or json.")
  private String format = TEXT;

  /** Makes the option. */
  public ListingFormat() {}

  /**
   * Tells whether JSON is asked for.
   *
   * @throws CommandException if something else than JSON or text is
   */
  public boolean isJson() {
    return require(format, List.of(JSON, TEXT)).equals(JSON);
  }

  /**
   * Looks whether there is a format.
   *
   * @param format name of the format
   * @param formats the formats there are
   * @return the name
   * @throws CommandException if it is none of them
   */
  public static String require(String format, List<String> formats) {
    if (formats.contains(format)) {
      return format;
    }
    throw unknown(format, formats);
  }

  /** Says that there is no such format, and which there are. */
  static CommandException unknown(String format, List<String> formats) {
    String hint =
        Suggestions.nearest(format, formats)
            .map(near -> "did you mean " + near + "? ")
            .orElse("")
            .concat("there are " + String.join(", ", formats));
    return CommandException.usage(
        Message.of(Codes.FORMAT, "", "there is no format \"" + format + "\"").withHint(hint));
  }
}
