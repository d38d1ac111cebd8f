package io.modelcounter.core.convention;

import io.modelcounter.cost.CompositeKind;
import io.modelcounter.cost.ModelView;
import io.modelcounter.cost.NamedAmount;
import io.modelcounter.model.TensorType;
import io.modelcounter.symbolic.Amount;
import io.modelcounter.symbolic.Size;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * ptflops with its PyTorch backend (0.7.6, commit d612c754). It counts modules by hooks, and since
 * 0.7.1 the functions that they call once more. What modules count is divided by the batch, what
 * functions count is not.
 */
final class PtflopsConvention extends ToolConvention {
  private static final String ROUNDING = "rounding of the division by the batch";

  private final boolean withFunctions;

  private PtflopsConvention(String id, String description, boolean withFunctions) {
    super(id, description);
    this.withFunctions = withFunctions;
  }

  /** As it is by default. */
  static PtflopsConvention original() {
    return new PtflopsConvention(
        "ptflops", "MACs of ptflops with its default backend: modules and functions", true);
  }

  /** Without functions. */
  static PtflopsConvention withoutFunctions() {
    return new PtflopsConvention(
        "ptflops-nofunctional", "MACs of ptflops with count_functional=False", false);
  }

  @Override
  void count(Operation layer, Breakdown terms) {
    countModule(layer, terms);
    countFunction(layer, terms);
  }

  @Override
  public Amount total(ModelView model) {
    return Amount.sum(totalTerms(model).stream().map(NamedAmount::amount).toList());
  }

  @Override
  public List<NamedAmount> totalTerms(ModelView model) {
    List<NamedAmount> modules = new PartConvention(false).totalTerms(model);
    List<NamedAmount> functions = new PartConvention(true).totalTerms(model);
    Optional<Size> batch = batch(model);
    List<NamedAmount> all = new ArrayList<>();
    boolean exact = modules.stream().allMatch(term -> term.amount().isExact());
    if (batch.isPresent() && exact) {
      all.addAll(divided(modules, batch.get()));
    } else if (modules.isEmpty() || batch.isPresent()) {
      all.addAll(modules);
    } else {
      all.add(
          new NamedAmount(NamedAmount.OTHER, Amount.unknown("the size of the batch is not known")));
    }
    all.addAll(functions);
    return merged(all);
  }

  @Override
  List<String> ambiguities(ModelView model) {
    return withFunctions ? FunctionNotes.of(model, true) : List.of();
  }

  private static List<NamedAmount> merged(List<NamedAmount> all) {
    Map<String, List<Amount>> byName = new LinkedHashMap<>();
    for (NamedAmount term : all) {
      byName.computeIfAbsent(term.name(), key -> new ArrayList<>()).add(term.amount());
    }
    return byName.entrySet().stream()
        .map(entry -> new NamedAmount(entry.getKey(), Amount.sum(entry.getValue())))
        .toList();
  }

  /** Divides by the batch and rounds the whole down, as {@code int} does. */
  private static List<NamedAmount> divided(List<NamedAmount> modules, Size batch) {
    List<NamedAmount> parts = new ArrayList<>();
    List<Size> wholes = new ArrayList<>();
    List<Size> quotients = new ArrayList<>();
    for (NamedAmount term : modules) {
      Size whole = term.amount().exactValue();
      Size quotient = whole.floorDiv(batch);
      wholes.add(whole);
      quotients.add(quotient);
      parts.add(new NamedAmount(term.name(), Amount.exact(quotient)));
    }
    Size rounding = Size.sum(wholes).floorDiv(batch).minus(Size.sum(quotients));
    if (!rounding.isZero()) {
      parts.add(new NamedAmount(ROUNDING, Amount.exact(rounding)));
    }
    return parts;
  }

  /** Length of the first input. */
  private static Optional<Size> batch(ModelView model) {
    if (model.inputs().isEmpty()
        || !(model.inputs().get(0).type() instanceof TensorType tensor)
        || !tensor.shape().hasRank()) {
      return Optional.empty();
    }
    return Optional.of(tensor.shape().rank() == 0 ? Size.ONE : tensor.shape().dim(0));
  }

  /** One of the two parts. */
  private final class PartConvention extends ToolConvention {
    private final boolean functions;

    PartConvention(boolean functions) {
      super("part", "part of ptflops");
      this.functions = functions;
    }

    @Override
    void count(Operation layer, Breakdown terms) {
      if (functions) {
        countFunction(layer, terms);
      } else {
        countModule(layer, terms);
      }
    }
  }

  private static void countModule(Operation layer, Breakdown terms) {
    if (layer.isInCell()) {
      countCell(layer, terms);
    } else if (layer.isIn(CompositeKind.MULTIHEAD_ATTENTION)) {
      countAttention(layer, terms);
    } else if (layer.isModule()) {
      countOwn(layer, terms);
    }
  }

  private static void countOwn(Operation layer, Breakdown terms) {
    if (layer.kind() == CompositeKind.LINEAR) {
      if (layer.isMain()) {
        terms.add(layer.term(), layer.multiplyAdds());
      }
      addBias(layer, terms);
      return;
    }
    if (!layer.isMain()) {
      return;
    }
    switch (layer.kind()) {
      case CONVOLUTION, TRANSPOSED_CONVOLUTION -> {
        terms.add(layer.term(), layer.multiplyAdds());
        addBias(layer, terms);
      }
      case BATCH_NORM, INSTANCE_NORM, GROUP_NORM ->
          terms.add(layer.term(), layer.in().times(layer.isAffine() ? 2 : 1));
      // Asks for the attribute affine, which a layer normalization does not have.
      case LAYER_NORM -> {
        if (!layer.has("arrangement")) {
          terms.add(layer.term(), layer.in());
        }
      }
      case RELU, PRELU, ELU, GELU, RELU6, LEAKY_RELU -> terms.add(layer.term(), layer.out());
      case AVERAGE_POOL, MAX_POOL, ADAPTIVE_AVERAGE_POOL, ADAPTIVE_MAX_POOL ->
          terms.add(layer.term(), layer.in());
      // Takes the first of the batch for the whole.
      case UPSAMPLE ->
          terms.add(layer.term(), layer.outShape().elements(1, layer.outShape().rank()));
      case RNN, GRU, LSTM -> {
        Recurrence sizes = Recurrence.of(layer);
        terms.add(layer.term(), sizes.multiplyAdds());
        terms.add(NamedAmount.BIAS, sizes.biases());
        terms.add(
            GATES, sizes.steps().times(sizes.hidden()).times(Recurrence.gateFactor(layer.kind())));
      }
      default -> {
        // No hook.
      }
    }
  }

  private static void addBias(Operation layer, Breakdown terms) {
    if (layer.addsBias()) {
      terms.add(NamedAmount.BIAS, layer.out());
    }
  }

  private static void countCell(Operation layer, Breakdown terms) {
    if (layer.kind() != CompositeKind.LINEAR) {
      return;
    }
    CompositeKind cell = Recurrence.cellKind(layer);
    if (layer.isMain()) {
      terms.add(cell.term(), layer.multiplyAdds());
      if (layer.roleIn(cell).equals("state product")) {
        Size batch = layer.outShape().dim(0);
        terms.add(
            GATES, batch.times(Recurrence.cellHidden(layer)).times(Recurrence.gateFactor(cell)));
      }
    }
    addBias(layer, terms);
  }

  /** The rule for the whole module, which its parts add up to. */
  private static void countAttention(Operation layer, Breakdown terms) {
    switch (layer.kind()) {
      case LINEAR -> {
        if (layer.isMain()) {
          terms.add(layer.term(), layer.multiplyAdds());
        }
        addBias(layer, terms);
      }
      case MATRIX_PRODUCT -> {
        terms.add(CompositeKind.ATTENTION.term(), layer.multiplyAdds());
        if (isScores(layer)) {
          terms.add("scaling of queries", layer.in());
        }
      }
      case SOFTMAX -> terms.add(layer.term(), layer.in());
      default -> {
        // Nothing else is in the rule.
      }
    }
  }

  private static boolean isScores(Operation layer) {
    return layer.roleIn(CompositeKind.ATTENTION).equals("scores")
        || layer.roleIn(CompositeKind.FUSED_ATTENTION).equals("scores");
  }

  private void countFunction(Operation layer, Breakdown terms) {
    if (!withFunctions || !layer.isMain() || layer.isIn(CompositeKind.FUSED_ATTENTION)) {
      return;
    }
    // An encoder layer keeps its activation from before the functions are replaced.
    boolean kept = layer.roleIn(CompositeKind.ENCODER_LAYER).equals("own operation");
    if (kept) {
      return;
    }
    boolean again = layer.isModule() || layer.isIn(CompositeKind.MULTIHEAD_ATTENTION);
    String term = layer.term() + (again ? TWICE : "");
    switch (layer.kind()) {
      case RELU,
          PRELU,
          ELU,
          GELU,
          AVERAGE_POOL,
          MAX_POOL,
          ADAPTIVE_AVERAGE_POOL,
          ADAPTIVE_MAX_POOL ->
          terms.add(term, layer.in());
      case SILU -> terms.add(layer.term(), layer.in());
      case SOFTMAX ->
          terms.add(
              layer.isIn(CompositeKind.MULTIHEAD_ATTENTION) ? term : layer.term(), layer.in());
      case UPSAMPLE -> terms.add(term, layer.out());
      case MATRIX_PRODUCT ->
          terms.add(
              layer.isIn(CompositeKind.MULTIHEAD_ATTENTION)
                  ? CompositeKind.ATTENTION.term() + TWICE
                  : layer.term(),
              layer.multiplyAdds());
      case PRODUCT_AND_SUM -> {
        terms.add(layer.term(), layer.multiplyAdds());
        terms.add(NamedAmount.BIAS, layer.elements(2));
      }
      default -> {
        // Not replaced: linear, convolutions, operators such as + and *.
      }
    }
  }
}
