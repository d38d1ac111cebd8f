package io.modelcounter.cli.analyze;

import io.modelcounter.analysis.Reading;
import io.modelcounter.cli.message.Codes;
import io.modelcounter.cli.message.CommandException;
import io.modelcounter.cli.message.Message;
import io.modelcounter.cli.plugin.PluginRequest;
import io.modelcounter.core.AnalysisOptions;
import io.modelcounter.core.LayerPattern;
import java.util.LinkedHashSet;

/** Reads the options that the engine understands. */
final class EngineOptions {
  private static final String SET = "--set";
  private static final String BATCH = "--batch";

  private EngineOptions() {}

  /**
   * Reads the options of a request.
   *
   * @throws CommandException if one has a value that it cannot have, or two values
   */
  static AnalysisOptions of(EngineRequest request, PluginRequest plugins) {
    AnalysisOptions options = of(request);
    return plugins.keepsGoing() ? options.goingOnWithoutFailedPlugins() : options;
  }

  private static AnalysisOptions of(EngineRequest request) {
    AnalysisOptions options = AnalysisOptions.defaults();
    for (String text : request.inputShapes()) {
      ShapeText shape = ShapeText.parse(text);
      if (options.inputShapes().containsKey(shape.input())) {
        throw twice("--input-shape", shape.input());
      }
      options = options.withInputShape(shape.input(), shape.shape());
    }
    for (String text : request.symbols()) {
      options = withSymbol(options, text);
    }
    if (request.batch().isPresent()) {
      options = options.withBatch(positive(BATCH, request.batch().getAsLong()));
    }
    for (String id : new LinkedHashSet<>(request.conventions())) {
      options = options.withConvention(id);
    }
    for (String pattern : new LinkedHashSet<>(request.ignored())) {
      options = options.ignoring(layers(pattern));
    }
    return options.withReading(reading(request.quantized()));
  }

  private static Reading reading(String name) {
    return switch (name) {
      case EngineRequest.AS_WRITTEN -> Reading.AS_WRITTEN;
      case "fused" -> Reading.FUSED;
      default ->
          throw wrong(
              "--quantized",
              "\"" + name + "\" is not a reading",
              "there are " + EngineRequest.AS_WRITTEN + " and fused");
    };
  }

  private static LayerPattern layers(String pattern) {
    try {
      return LayerPattern.parse(pattern);
    } catch (IllegalArgumentException empty) {
      throw wrong(
          "--ignore", String.valueOf(empty.getMessage()), "for example --ignore op:Softmax");
    }
  }

  /** The last equals sign ends the name, which may be the text of a dimension. */
  private static AnalysisOptions withSymbol(AnalysisOptions options, String text) {
    int equals = text.lastIndexOf('=');
    if (equals <= 0) {
      throw wrong(SET, "\"" + text + "\" is not NAME=SIZE", "for example --set batch=8");
    }
    String name = text.substring(0, equals);
    if (options.symbols().containsKey(name)) {
      throw twice(SET, name);
    }
    try {
      return options.withSymbol(name, positive(SET, Long.parseLong(text.substring(equals + 1))));
    } catch (NumberFormatException invalid) {
      String size = text.substring(equals + 1);
      throw wrong(
          SET, "\"" + text + "\": \"" + size + "\" is not an integer", "for example --set batch=8");
    }
  }

  private static long positive(String option, long size) {
    if (size < 1) {
      throw wrong(option, "a size must be at least 1, not " + size, "");
    }
    return size;
  }

  private static CommandException twice(String option, String name) {
    return wrong(option, "\"" + name + "\" is given twice", "give it once");
  }

  private static CommandException wrong(String option, String reason, String hint) {
    return CommandException.usage(Message.of(Codes.OPTION_VALUE, option, reason).withHint(hint));
  }
}
