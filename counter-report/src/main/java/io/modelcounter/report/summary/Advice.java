package io.modelcounter.report.summary;

import io.modelcounter.analysis.Analysis;
import io.modelcounter.analysis.LayerCost;
import io.modelcounter.analysis.LayerStatus;
import io.modelcounter.model.OperatorId;
import io.modelcounter.model.Shape;
import io.modelcounter.report.table.Shapes;
import io.modelcounter.symbolic.Size;
import java.util.List;

/** What can be done about a layer that is not fully known. */
final class Advice {
  private final List<OperatorId> uncounted;
  private final boolean inputsAreFixed;

  Advice(Analysis analysis) {
    this.uncounted =
        analysis.layers().stream()
            .filter(Advice::isUncounted)
            .map(LayerCost::operator)
            .distinct()
            .toList();
    this.inputsAreFixed =
        analysis.inputs().stream()
            .allMatch(input -> Shapes.shape(input.type()).filter(Advice::isFixed).isPresent());
  }

  String on(LayerCost layer, String reason) {
    if (isUncounted(layer)) {
      return "Put a jar with a plugin that counts "
          + layer.operator().text()
          + " on the class path.";
    }
    for (OperatorId operator : uncounted) {
      if (reason.contains(operator.text())) {
        return "This follows from " + operator.text() + " and is known once that is.";
      }
    }
    if (!uncounted.isEmpty()) {
      return "This may follow from the operators that nothing counts; see to those first.";
    }
    if (inputsAreFixed) {
      return "All input sizes are given: this depends on the values of the data.";
    }
    return "Give the sizes that are open: --input-shape NAME:1x3x224x224 or --set NAME=SIZE.";
  }

  private static boolean isUncounted(LayerCost layer) {
    return layer.status() == LayerStatus.UNKNOWN && layer.countedBy().isEmpty();
  }

  private static boolean isFixed(Shape shape) {
    return shape.dims().stream().allMatch(Size::isConstant);
  }
}
