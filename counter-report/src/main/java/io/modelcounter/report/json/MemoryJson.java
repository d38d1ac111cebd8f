package io.modelcounter.report.json;

import io.modelcounter.analysis.Analysis;
import io.modelcounter.analysis.LayerCost;
import io.modelcounter.analysis.LiveTensor;
import io.modelcounter.analysis.MemoryProfile;
import io.modelcounter.symbolic.Amount;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;

/** Live activations over the execution. */
final class MemoryJson {
  private MemoryJson() {}

  static void write(Analysis analysis, JsonOut out) throws IOException {
    MemoryProfile memory = analysis.memory();
    OptionalInt peakStep = memory.peakStep();
    out.startObject("memory");
    boolean isFileOrder = isFileOrder(analysis);
    out.text("order", isFileOrder ? "file" : "sorted");
    if (!isFileOrder) {
      out.texts("steps", memory.steps());
    }
    if (peakStep.isPresent()) {
      out.number("peakStep", peakStep.getAsInt());
      out.text("peakNode", memory.steps().get(peakStep.getAsInt()));
    } else {
      out.nothing("peakStep");
      out.nothing("peakNode");
    }
    curve(memory.curve(), out);
    tensors(
        "aliveAtPeak", peakStep.isPresent() ? memory.aliveAt(peakStep.getAsInt()) : List.of(), out);
    tensors("tensors", memory.tensors(), out);
    out.endObject();
  }

  /**
   * Steps are the nodes of the main graph, which stand first and in file order among the layers.
   */
  private static boolean isFileOrder(Analysis analysis) {
    List<String> steps = analysis.memory().steps();
    List<String> names =
        analysis.layers().stream().limit(steps.size()).map(LayerCost::name).toList();
    return steps.equals(names);
  }

  /** Writes one amount a step, and the bounds of those that are not exact by the step's number. */
  private static void curve(List<Amount> curve, JsonOut out) throws IOException {
    Map<String, Amount> steps = new LinkedHashMap<>();
    out.startArray("curve");
    for (int step = 0; step < curve.size(); step++) {
      out.amount(curve.get(step));
      steps.put(Integer.toString(step), curve.get(step));
    }
    out.endArray();
    Bounds.of(Map.of()).and("curve", steps).write(out);
  }

  private static void tensors(String key, List<LiveTensor> tensors, JsonOut out)
      throws IOException {
    out.startArray(key);
    for (LiveTensor tensor : tensors) {
      out.startObject();
      out.text("name", tensor.name());
      out.text("type", tensor.type());
      out.amount("bytes", tensor.bytes());
      out.number("firstStep", tensor.firstStep());
      out.number("lastStep", tensor.lastStep());
      Bounds.of(Map.of("bytes", tensor.bytes())).write(out);
      out.endObject();
    }
    out.endArray();
  }
}
