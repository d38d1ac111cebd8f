package io.modelcounter.cli.analyze;

import io.modelcounter.cli.message.Codes;
import io.modelcounter.cli.message.CommandException;
import io.modelcounter.cli.message.Message;
import io.modelcounter.model.Shape;
import io.modelcounter.symbolic.Size;
import io.modelcounter.symbolic.Symbol;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * The shape of an input as it is written on the command line.
 *
 * @param input name of the input
 * @param shape the shape
 */
record ShapeText(String input, Shape shape) {
  private static final String OPTION = "--input-shape";

  /** Also names that are functions in an expression, such as max. */
  private static final Pattern NAME = Pattern.compile("[A-Za-z_][A-Za-z0-9_]*");

  private static final Pattern CROSSES = Pattern.compile("x");
  private static final Pattern COMMAS = Pattern.compile(",");

  /**
   * Reads {@code NAME:1x3xHxW}, {@code NAME=1x3xHxW} or, for names of sizes with an x in them,
   * {@code NAME:1,3,max,W}. The last colon or equals sign ends the name.
   *
   * @throws CommandException if the text is something else
   */
  static ShapeText parse(String text) {
    int end = Math.max(text.lastIndexOf(':'), text.lastIndexOf('='));
    if (end <= 0 || end == text.length() - 1) {
      throw wrong(text, "it is not NAME:SHAPE");
    }
    String sizes = text.substring(end + 1);
    Pattern separator = sizes.indexOf(',') >= 0 ? COMMAS : CROSSES;
    List<Size> dims = new ArrayList<>();
    for (String dim : separator.split(sizes, -1)) {
      dims.add(size(text, dim.strip()));
    }
    return new ShapeText(text.substring(0, end), Shape.of(dims));
  }

  private static Size size(String text, String dim) {
    if (dim.isEmpty()) {
      throw wrong(text, "a size is missing");
    }
    if (NAME.matcher(dim).matches()) {
      return Size.of(Symbol.named(dim));
    }
    try {
      Size size = Size.parse(dim);
      if (size.isConstant() && (!size.isAtLeast(Size.ZERO) || size.asLong().isEmpty())) {
        throw wrong(text, "a size must be from 0 to " + Long.MAX_VALUE + ", not " + dim);
      }
      return size;
    } catch (IllegalArgumentException | ArithmeticException invalid) {
      throw wrong(text, "\"" + dim + "\" is neither a size nor a name");
    }
  }

  private static CommandException wrong(String text, String reason) {
    return CommandException.usage(
        Message.of(Codes.OPTION_VALUE, OPTION, "\"" + text + "\": " + reason)
            .withHint("for example --input-shape image:1x3x224x224, or image:N,3,224,224"));
  }
}
