package io.modelcounter.core;

import io.modelcounter.tck.TestGraph;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/**
 * A random network of convolutions, activations, poolings and skips, the same for the same seed.
 */
final class RandomNetwork {

  /**
   * A node to be: its operator, inputs, attributes and output.
   *
   * @param operator operator name
   * @param inputs names of its inputs
   * @param group number of groups of a convolution
   * @param output name of its output
   */
  private record Step(String operator, List<String> inputs, long group, String output) {}

  private final List<Step> steps = new ArrayList<>();
  private final List<String> weights = new ArrayList<>();

  RandomNetwork(long seed) {
    Random random = new Random(seed);
    int channels = 8;
    String last = "x";
    for (int i = 0; i < 4 + random.nextInt(8); i++) {
      String output = "v" + i;
      switch (random.nextInt(4)) {
        case 0 -> {
          long group = 1L << random.nextInt(3);
          weights.add("w" + i + " float32[" + channels + ", " + channels / group + ", 3, 3]");
          steps.add(new Step("Conv", List.of(last, "w" + i), group, output));
        }
        case 1 -> steps.add(new Step("Sigmoid", List.of(last), 1, output));
        case 2 -> steps.add(new Step("Add", List.of(last, "x"), 1, output));
        default -> steps.add(new Step("Relu", List.of(last), 1, output));
      }
      last = output;
    }
  }

  /** The network as a graph, its nodes in an order that another seed shuffles. */
  TestGraph graph(String batch, long shuffle) {
    TestGraph graph = TestGraph.named("random");
    graph.input("x", "float32[" + batch + ", 8, 16, 16]");
    addWeights(graph);
    List<Step> order = new ArrayList<>(steps);
    if (shuffle != 0) {
      Collections.shuffle(order, new Random(shuffle));
    }
    order.forEach(step -> addNode(graph, step));
    graph.output(last());
    return graph;
  }

  /** The network with all its nodes in a function that the graph calls. */
  TestGraph asFunction(String batch) {
    TestGraph body = TestGraph.named("Network");
    body.input("x");
    weights.forEach(weight -> body.input(weight.substring(0, weight.indexOf(' '))));
    steps.forEach(step -> addNode(body, step));
    body.output(last());
    TestGraph graph = TestGraph.named("caller").function("local", "Network", body);
    graph.input("x", "float32[" + batch + ", 8, 16, 16]");
    addWeights(graph);
    List<String> arguments = new ArrayList<>(List.of("x"));
    weights.forEach(weight -> arguments.add(weight.substring(0, weight.indexOf(' '))));
    graph.output(
        graph.node("Network", arguments.toArray(String[]::new)).domain("local").output("y"));
    return graph;
  }

  private String last() {
    return steps.get(steps.size() - 1).output();
  }

  private void addWeights(TestGraph graph) {
    for (String weight : weights) {
      int space = weight.indexOf(' ');
      graph.weight(weight.substring(0, space), weight.substring(space + 1));
    }
  }

  private static void addNode(TestGraph graph, Step step) {
    var node =
        graph.node(step.operator(), step.inputs().toArray(String[]::new)).named(step.output());
    if (step.operator().equals("Conv")) {
      node.attribute("pads", 1, 1, 1, 1).attribute("group", step.group());
    }
    node.output(step.output());
  }
}
