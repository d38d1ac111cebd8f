package io.modelcounter.report.summary;

import io.modelcounter.analysis.LayerCost;
import io.modelcounter.model.OperatorId;
import io.modelcounter.report.table.Numbers;
import java.util.Collection;
import java.util.Comparator;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** How operators are named for people. */
public final class OperatorNames {
  private OperatorNames() {}

  /**
   * Name of an operator.
   *
   * @param operator the operator
   * @return the name, after the domain unless that is the one of ONNX itself
   */
  public static String of(OperatorId operator) {
    return operator.domain().equals(OperatorId.ONNX) ? operator.name() : operator.text();
  }

  /**
   * Operators of some layers.
   *
   * @param layers the layers
   * @return for example {@code MatMul x 45, Add x 33}, the most frequent first
   */
  public static String counted(Collection<LayerCost> layers) {
    Map<String, Integer> counts = new TreeMap<>();
    layers.forEach(layer -> counts.merge(of(layer.operator()), 1, Integer::sum));
    return counts.entrySet().stream()
        .sorted(Map.Entry.comparingByValue(Comparator.reverseOrder()))
        .map(entry -> entry.getKey() + " x " + Numbers.grouped(entry.getValue()))
        .collect(Collectors.joining(", "));
  }
}
