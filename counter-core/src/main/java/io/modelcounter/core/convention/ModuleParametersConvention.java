package io.modelcounter.core.convention;

import io.modelcounter.cost.CompositeKind;
import io.modelcounter.cost.LayerView;
import java.util.Set;

/**
 * Parameters as tools count them that go through modules: those of modules without inner ones and
 * of certain kinds, each module once. Parameters that a module with inner ones owns itself are
 * lost.
 */
final class ModuleParametersConvention extends ToolConvention {
  private static final Set<CompositeKind> WITH_RULE =
      Set.of(
          CompositeKind.CONVOLUTION,
          CompositeKind.TRANSPOSED_CONVOLUTION,
          CompositeKind.LINEAR,
          CompositeKind.BATCH_NORM,
          CompositeKind.INSTANCE_NORM,
          CompositeKind.LAYER_NORM,
          CompositeKind.PRELU,
          CompositeKind.RNN,
          CompositeKind.GRU,
          CompositeKind.LSTM);

  private final boolean needsRule;

  private ModuleParametersConvention(String id, String description, boolean needsRule) {
    super(id, description);
    this.needsRule = needsRule;
  }

  /** thop: modules that it has a rule for. */
  static ModuleParametersConvention thop() {
    return new ModuleParametersConvention(
        "thop-parameters", "parameters of thop: those of modules that it has a rule for", true);
  }

  /** torchstat: all modules without inner ones. */
  static ModuleParametersConvention torchstat() {
    return new ModuleParametersConvention(
        "torchstat-parameters",
        "parameters of torchstat: those of modules without inner ones",
        false);
  }

  @Override
  public boolean countsOperations() {
    return false;
  }

  @Override
  void count(Operation layer, Breakdown terms) {
    LayerView view = layer.layer();
    boolean first = view.moduleCall().filter(call -> call.number() > 1).isEmpty();
    boolean counted = layer.isModule() || (layer.isInCell() && isLinear(layer));
    boolean ruled =
        !needsRule
            || layer.isInCell()
            || (WITH_RULE.contains(layer.kind()) && !layer.has("arrangement"));
    if (!first || !counted || !ruled || layer.isIn(CompositeKind.MULTIHEAD_ATTENTION)) {
      return;
    }
    for (int i = 0; i < view.inputCount(); i++) {
      if (view.hasInput(i) && view.input(i).isParameter()) {
        terms.add(layer.term(), layer.elements(i));
      }
    }
  }

  private static boolean isLinear(Operation layer) {
    return layer.kind() == CompositeKind.LINEAR;
  }
}
