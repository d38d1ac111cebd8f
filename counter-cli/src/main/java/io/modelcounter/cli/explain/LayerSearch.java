package io.modelcounter.cli.explain;

import io.modelcounter.analysis.Analysis;
import io.modelcounter.analysis.LayerCost;
import io.modelcounter.cli.message.Codes;
import io.modelcounter.cli.message.CommandException;
import io.modelcounter.cli.message.Message;
import io.modelcounter.cli.message.Suggestions;
import io.modelcounter.core.LayerPattern;
import io.modelcounter.report.table.Numbers;
import io.modelcounter.report.text.Lines;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/** Finds the layers that a text means, and explains them. */
public final class LayerSearch {
  private static final int MOST_LAYERS = 10;
  private static final Pattern NUMBER = Pattern.compile("#?[0-9]{1,9}");

  private LayerSearch() {}

  /**
   * Explains layers.
   *
   * @param analysis the model
   * @param text name of a node, position among all layers, or a pattern as {@code --ignore} takes
   * @param columns how wide the explanation may be
   * @throws CommandException if no layer is meant
   */
  public static String explain(Analysis analysis, String text, int columns) {
    List<LayerCost> layers = find(analysis, text);
    Lines out = new Lines(columns);
    for (int i = 0; i < Math.min(MOST_LAYERS, layers.size()); i++) {
      if (i > 0) {
        out.paragraph(" ", 0);
      }
      LayerPage.write(analysis, layers.get(i), out);
    }
    if (layers.size() > MOST_LAYERS) {
      out.heading("... and " + Numbers.grouped(layers.size() - MOST_LAYERS) + " more layers");
    }
    return out.toString();
  }

  private static List<LayerCost> find(Analysis analysis, String text) {
    List<LayerCost> named = layers(analysis, layer -> layer.name().equals(text));
    if (!named.isEmpty()) {
      return named;
    }
    if (NUMBER.matcher(text).matches()) {
      int index = Integer.parseInt(text.replace("#", ""));
      return require(layers(analysis, layer -> layer.index() == index), analysis, text);
    }
    LayerPattern pattern = pattern(text);
    return require(layers(analysis, pattern::matches), analysis, text);
  }

  private static LayerPattern pattern(String text) {
    try {
      return LayerPattern.parse(text);
    } catch (IllegalArgumentException empty) {
      throw CommandException.usage(
          Message.of(Codes.OPTION_VALUE, "", String.valueOf(empty.getMessage())));
    }
  }

  private static List<LayerCost> layers(Analysis analysis, Predicate<LayerCost> wanted) {
    return analysis.layers().stream().filter(wanted).toList();
  }

  private static List<LayerCost> require(List<LayerCost> found, Analysis analysis, String text) {
    if (!found.isEmpty()) {
      return found;
    }
    List<String> names = analysis.layers().stream().map(LayerCost::name).distinct().toList();
    String hint =
        Suggestions.nearest(text, names)
            .map(near -> "did you mean \"" + near + "\"?")
            .orElse("there are " + Numbers.grouped(analysis.layers().size()) + " layers, from 0");
    throw CommandException.usage(
        Message.of(
                Codes.OPTION_FOR_MODEL,
                analysis.origin().name(),
                "there is no layer \"" + text + "\"")
            .withHint(hint));
  }
}
