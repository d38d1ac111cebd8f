package io.modelcounter.cli.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import io.modelcounter.model.Graph;
import io.modelcounter.model.Node;
import io.modelcounter.onnx.OnnxModelReader;
import io.modelcounter.spi.ModelInput;
import java.io.IOException;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/**
 * Recomputes the peak of live activations from the measured shapes alone, step by step and value by
 * value, for networks without branches and loops.
 */
class PeakMemoryTest {
  private static final int NETWORKS_AT_LEAST = 20;

  @Test
  void findsThePeakThatBruteForceFinds() throws IOException {
    int checked = 0;
    for (String group : List.of("zoo", "papers", "misc", "hf", "timm")) {
      for (ExportedCase exported : Exported.cases(group)) {
        Graph graph =
            new OnnxModelReader().read(ModelInput.of(exported.file()), diagnostic -> {}).graph();
        if (graph.nodes().stream().noneMatch(PeakMemoryTest::executesGraphs)) {
          assertThat(Exported.analyzeMeasured(exported).totals().peakActivationBytes().toString())
              .as(exported.name())
              .isEqualTo(Long.toString(bruteForce(graph, exported)));
          checked++;
        }
      }
    }
    System.out.println("peak memory: " + checked + " networks equal brute force");
    assertThat(checked).isGreaterThanOrEqualTo(NETWORKS_AT_LEAST);
  }

  private static boolean executesGraphs(Node node) {
    return List.of("If", "Loop", "Scan").contains(node.operator().name());
  }

  /** For every step, the sum over all values that exist then and are still wanted. */
  private static long bruteForce(Graph graph, ExportedCase exported) {
    List<Node> nodes = graph.nodes();
    Map<String, Integer> made = new LinkedHashMap<>();
    Map<String, Integer> wanted = new HashMap<>();
    graph.inputs().forEach(input -> made.put(input.name(), 0));
    made.keySet().removeAll(graph.initializers().keySet());
    for (int step = 0; step < nodes.size(); step++) {
      for (String name : nodes.get(step).outputs()) {
        if (!name.isEmpty() && !nodes.get(step).operator().name().equals("Constant")) {
          made.put(name, step);
          wanted.put(name, step);
        }
      }
      for (String name : nodes.get(step).inputs()) {
        wanted.put(name, step);
      }
    }
    graph.outputs().forEach(output -> wanted.put(output.name(), nodes.size() - 1));
    long peak = 0;
    for (int step = 0; step < nodes.size(); step++) {
      long alive = 0;
      for (Map.Entry<String, Integer> value : made.entrySet()) {
        if (value.getValue() <= step && step <= wanted.getOrDefault(value.getKey(), -1)) {
          alive += measuredBytes(exported, value.getKey());
        }
      }
      peak = Math.max(peak, alive);
    }
    return peak;
  }

  private static long measuredBytes(ExportedCase exported, String name) {
    Measured input = exported.inputs().get(name);
    return bytes(input == null ? exported.values().get(name) : input);
  }

  private static long bytes(Measured measured) {
    long elements = measured.shape().stream().reduce(1L, (a, b) -> a * b);
    return elements
        * switch (measured.canonicalType()) {
          case "bool", "int8", "uint8" -> 1;
          case "float16", "bfloat16", "int16", "uint16" -> 2;
          case "float32", "int32", "uint32" -> 4;
          case "float64", "int64", "uint64" -> 8;
          default -> throw new IllegalArgumentException(measured.type());
        };
  }
}
