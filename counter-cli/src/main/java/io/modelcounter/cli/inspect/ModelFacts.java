package io.modelcounter.cli.inspect;

import io.modelcounter.analysis.Diagnostic;
import io.modelcounter.model.Constant;
import io.modelcounter.model.Model;
import io.modelcounter.model.Node;
import io.modelcounter.model.OperatorId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * A model file and what can be said of it without counting.
 *
 * @param model the model
 * @param graphs all its graphs
 * @param operators how often each operator stands in them, the most frequent first
 * @param stored the stored tensors of all graphs
 * @param diagnostics what is odd about the file
 */
record ModelFacts(
    Model model,
    List<GraphPart> graphs,
    List<Map.Entry<OperatorId, Integer>> operators,
    List<Constant> stored,
    List<Diagnostic> diagnostics) {

  static ModelFacts of(Model model, List<Diagnostic> diagnostics) {
    List<GraphPart> graphs = GraphPart.all(model);
    Map<OperatorId, Integer> counts = new TreeMap<>();
    List<Constant> stored = new ArrayList<>();
    for (GraphPart part : graphs) {
      for (Node node : part.graph().nodes()) {
        counts.merge(node.operator(), 1, Integer::sum);
      }
      stored.addAll(part.graph().initializers().values());
    }
    List<Map.Entry<OperatorId, Integer>> operators = new ArrayList<>(counts.entrySet());
    operators.sort(Map.Entry.comparingByValue(Comparator.reverseOrder()));
    return new ModelFacts(model, graphs, operators, stored, List.copyOf(diagnostics));
  }

  /** Number of nodes in all graphs. */
  int nodes() {
    return graphs.stream().mapToInt(part -> part.graph().nodes().size()).sum();
  }
}
