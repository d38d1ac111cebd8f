package io.modelcounter.report.folded;

import io.modelcounter.analysis.Analysis;
import io.modelcounter.analysis.LayerCost;
import io.modelcounter.analysis.Report;
import io.modelcounter.report.summary.TopLayers;
import io.modelcounter.report.table.Characters;
import io.modelcounter.report.table.Yardstick;
import io.modelcounter.spi.ReportRenderer;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * Writes a line {@code module;module;layer count} for every layer that costs something: in MACs, or
 * in FLOPs if the model has no MACs; if no layer does, a line for the model. Symbols and ranges are
 * taken as {@link Yardstick} takes them.
 */
public final class FoldedStacks implements ReportRenderer {
  private static final String MAIN_GRAPH = "main";

  /** Makes the renderer. */
  public FoldedStacks() {}

  @Override
  public String format() {
    return "folded";
  }

  @Override
  public void render(Report report, OutputStream out) throws IOException {
    Analysis analysis = report.analysis();
    String convention = TopLayers.of(analysis, 1).convention();
    Writer writer = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
    boolean isFree = true;
    for (LayerCost layer : analysis.countedLayers()) {
      BigInteger count = Yardstick.rank(layer.amount(convention));
      if (count.signum() > 0) {
        writer.write(String.join(";", frames(layer)) + " " + count + "\n");
        isFree = false;
      }
    }
    if (isFree) {
      writer.write(frame(analysis.origin().name()) + " 0\n");
    }
    writer.flush();
  }

  private static List<String> frames(LayerCost layer) {
    List<String> frames = new ArrayList<>();
    if (!layer.graph().equals(MAIN_GRAPH)) {
      frames.add(frame(layer.graph()));
    }
    String scope = String.join(".", layer.scope());
    if (!scope.isEmpty()) {
      for (String module : scope.split("\\.", -1)) {
        frames.add(frame(module));
      }
    }
    frames.add(frame(scope.isEmpty() ? layer.name() : lastPart(layer.name())));
    return frames;
  }

  /** The end of a name that begins with the modules. */
  private static String lastPart(String name) {
    String last = name.substring(name.lastIndexOf('/') + 1);
    return last.isEmpty() ? name : last;
  }

  /** A frame ends with a semicolon, the stack with a space. */
  private static String frame(String name) {
    String visible = Characters.escape(name, Characters::isVisible);
    return visible.isEmpty() ? "_" : visible.replace(';', ':').replaceAll("\\s", "_");
  }
}
