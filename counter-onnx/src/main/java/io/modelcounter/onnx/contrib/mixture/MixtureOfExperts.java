package io.modelcounter.onnx.contrib.mixture;

import io.modelcounter.cost.Cost;
import io.modelcounter.cost.Formula;
import io.modelcounter.cost.InputRole;
import io.modelcounter.cost.Traffic;
import io.modelcounter.cost.Work;
import io.modelcounter.cost.WorkKind;
import io.modelcounter.model.ElementType;
import io.modelcounter.model.Shape;
import io.modelcounter.onnx.contrib.Contrib;
import io.modelcounter.spi.Call;
import io.modelcounter.spi.Inferred;
import io.modelcounter.spi.support.BiasWork;
import io.modelcounter.spi.support.NamedOperator;
import io.modelcounter.spi.support.PartialReads;
import io.modelcounter.spi.support.Quantization;
import io.modelcounter.spi.support.Rows;
import io.modelcounter.spi.support.SoftmaxWork;
import io.modelcounter.symbolic.Amount;
import io.modelcounter.symbolic.Size;
import java.util.List;
import java.util.Optional;

/**
 * MoE and QMoE (ONNX Runtime, contrib operators; Shazeer and others, "Outrageously Large Neural
 * Networks", 2017; Fedus and others, "Switch Transformers", 2021): every token passes through the k
 * experts, networks of two or three layers, that a router gives the highest probabilities.
 *
 * <p>A token takes as many multiply-adds as k experts have weights; its results are multiplied with
 * their probabilities and added. The router's numbers pass through a softmax and a comparison each.
 * Quantized weights of the experts that are used are brought to real numbers once.
 */
final class MixtureOfExperts extends NamedOperator {
  private static final int ROUTER = 1;
  private static final int LAST = 1;
  private static final int GATE = 2;
  private static final String DIFFERENT_EXPERTS =
      "Packed weights of an expert are dequantized once a call; tokens use different experts until"
          + " all are used.";
  private static final String CHOICE =
      "Every probability is compared once; putting the chosen experts in order is not counted.";

  /** The first layer, the last one, and the one that gives factors where there is one. */
  private final List<Layer> layers;

  private MixtureOfExperts(String name, List<Layer> layers) {
    super(Contrib.operator(name));
    this.layers = layers;
  }

  static MixtureOfExperts ofNumbers() {
    return new MixtureOfExperts(
        "MoE", List.of(Layer.plain(2, 3), Layer.plain(4, 5), Layer.plain(6, 7)));
  }

  static MixtureOfExperts ofQuantized() {
    return new MixtureOfExperts(
        "QMoE",
        List.of(
            Layer.quantized(2, 4, 3, 11),
            Layer.quantized(5, 7, 6, 12),
            Layer.quantized(8, 10, 9, 13)));
  }

  @Override
  public List<Inferred> outputs(Call call) {
    return List.of(Inferred.tensor(call.element(0), call.shapeIfKnown(0)));
  }

  @Override
  public Cost count(Call call) {
    Routing routing = Routing.of(call, ROUTER);
    ElementType type = call.element(0);
    Size inner = routing.perHidden(layers.get(LAST).weightsOfExpert(call));
    boolean gated = call.hasInput(layers.get(GATE).weight());
    Size weights = Size.ZERO;
    Size columns = Size.ZERO;
    Work work = routing(call, routing, type);
    for (int i = 0; i < (gated ? 3 : 2); i++) {
      Size ofExpert = layers.get(i).weightsOfExpert(call);
      Size results = i == LAST ? routing.hidden() : routing.perHidden(ofExpert);
      weights = weights.plus(ofExpert);
      columns = columns.plus(results);
      work = work.plus(beside(call, layers.get(i), routing, results));
    }
    Size products = routing.uses().times(weights);
    work = work.and(WorkKind.MULTIPLY_ADD, type, products);
    if (!products.isZero()) {
      work = work.and(WorkKind.SUM_START, type, routing.uses().times(columns));
    }
    work =
        work.plus(
                ExpertActivation.of(call.attributes(), gated)
                    .times(type, routing.uses().times(inner)))
            .plus(mixing(routing, type));
    Formula formula =
        Formula.of("tokens * chosen * weights")
            .where("tokens", "tokens", routing.tokens())
            .where("chosen", "experts that a token uses", routing.chosen())
            .where("weights", "weights of the layers of one expert", weights);
    Cost cost = Cost.of(work, formula).assuming(CHOICE);
    return layers.get(LAST).isQuantized() ? cost.assuming(DIFFERENT_EXPERTS) : cost;
  }

  @Override
  public InputRole role(Call call, int input) {
    return layers.stream().anyMatch(layer -> input == layer.weight() || input == layer.bias())
        ? InputRole.PARAMETER
        : InputRole.CONSTANT;
  }

  @Override
  public Optional<Size> logicalElements(Call call, int input) {
    return layers.stream()
        .filter(layer -> layer.isQuantized() && layer.weight() == input)
        .findFirst()
        .map(layer -> call.shape(input).elements().times(layer.elementsOfByte(call)));
  }

  @Override
  public Traffic traffic(Call call) {
    if (!call.shapeIfKnown(0).hasRank() || !call.shapeIfKnown(ROUTER).hasRank()) {
      return super.traffic(call);
    }
    Size experts = Routing.of(call, ROUTER).expertsUsed();
    return PartialReads.traffic(
        call,
        input ->
            layers.stream().anyMatch(layer -> layer.has(input))
                ? Optional.of(bytesOfExperts(call, input, experts))
                : Optional.empty());
  }

  private static Amount bytesOfExperts(Call call, int input, Size experts) {
    Shape shape = call.shapeIfKnown(input);
    return shape.hasRank() && shape.rank() > 0
        ? call.element(input).bytes(experts.times(shape.elements(1, shape.rank())))
        : Amount.unknown("the size of the weights of an expert is not known");
  }

  /** Work of a layer beside its products. */
  private static Work beside(Call call, Layer layer, Routing routing, Size columns) {
    ElementType type = call.element(0);
    Work work = BiasWork.of(call, layer.bias(), type, routing.uses().times(columns));
    if (!layer.isQuantized()) {
      return work;
    }
    Size used = routing.expertsUsed().times(layer.weightsOfExpert(call));
    return work.plus(Quantization.dequantize(type, used, layer.shifts(call)));
  }

  /** Softmax over the experts, their choice and, where it is asked for, new sums of one. */
  private static Work routing(Call call, Routing routing, ElementType type) {
    Rows rows = new Rows(routing.tokens(), routing.experts());
    Work work = SoftmaxWork.softmax(type, rows).and(WorkKind.COMPARE, type, rows.elements());
    if (call.attributes().integer("normalize_routing_weights", 0) == 0) {
      return work;
    }
    Rows chosen = new Rows(routing.tokens(), routing.chosen());
    return work.and(WorkKind.ADD, type, chosen.combinations())
        .and(WorkKind.DIVIDE, type, chosen.elements());
  }

  private static Work mixing(Routing routing, ElementType type) {
    Rows results = new Rows(routing.tokens().times(routing.hidden()), routing.chosen());
    return Work.of(WorkKind.MULTIPLY, type, results.elements())
        .and(WorkKind.ADD, type, results.combinations());
  }
}
