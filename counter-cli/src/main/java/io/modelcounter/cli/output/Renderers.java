package io.modelcounter.cli.output;

import io.modelcounter.cli.message.Codes;
import io.modelcounter.cli.message.CommandException;
import io.modelcounter.cli.message.ExitCode;
import io.modelcounter.cli.message.Message;
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
    try {
      for (ReportRenderer renderer : services) {
        if (renderer.format().equals(format)) {
          return renderer;
        }
      }
    } catch (ServiceConfigurationError | LinkageError broken) {
      throw unusable(broken);
    }
    throw ListingFormat.unknown(format, formats());
  }

  /**
   * The formats that there are.
   *
   * @return their names, sorted
   * @throws CommandException if a renderer is named that cannot be made
   */
  public List<String> formats() {
    try {
      List<String> formats = new ArrayList<>();
      services.forEach(renderer -> formats.add(renderer.format()));
      formats.sort(Comparator.naturalOrder());
      return formats;
    } catch (ServiceConfigurationError | LinkageError broken) {
      throw unusable(broken);
    }
  }

  private static CommandException unusable(Throwable broken) {
    return new CommandException(
        ExitCode.PLUGIN,
        Message.of(Codes.PLUGIN, "", "a report format cannot be loaded")
            .because(String.valueOf(broken.getMessage())),
        broken);
  }
}
