package io.modelcounter.cli.output;

import io.modelcounter.cli.message.Codes;
import io.modelcounter.cli.message.CommandException;
import io.modelcounter.cli.message.ExitCode;
import io.modelcounter.cli.message.Message;
import io.modelcounter.cli.message.Suggestions;
import io.modelcounter.spi.ReportRenderer;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;

/**
 * Finds renderers by their formats. They are made one by one in the order in which they are named,
 * because making one may load a whole library.
 */
public final class Renderers {
  private final ServiceLoader<ReportRenderer> services;

  private Renderers(ServiceLoader<ReportRenderer> services) {
    this.services = services;
  }

  /** The renderers that a class loader sees. */
  public static Renderers using(ClassLoader loader) {
    return new Renderers(ServiceLoader.load(ReportRenderer.class, loader));
  }

  /**
   * The renderer of a format.
   *
   * @throws CommandException if there is none, or if one is named that cannot be made
   */
  public ReportRenderer of(String format) {
    List<String> formats = new ArrayList<>();
    try {
      for (ReportRenderer renderer : services) {
        if (renderer.format().equals(format)) {
          return renderer;
        }
        formats.add(renderer.format());
      }
    } catch (ServiceConfigurationError | LinkageError broken) {
      throw unusable(broken);
    }
    formats.sort(Comparator.naturalOrder());
    String hint =
        Suggestions.nearest(format, formats)
            .map(near -> "did you mean " + near + "? ")
            .orElse("")
            .concat("there are " + String.join(", ", formats));
    throw CommandException.usage(
        Message.of(Codes.FORMAT, "", "there is no format \"" + format + "\"").withHint(hint));
  }

  private static CommandException unusable(Throwable broken) {
    return new CommandException(
        ExitCode.PLUGIN,
        Message.of(Codes.PLUGIN, "", "a report format cannot be loaded")
            .because(String.valueOf(broken.getMessage())),
        broken);
  }
}
