package io.modelcounter.core.operator.attention;

import io.modelcounter.cost.Cost;
import io.modelcounter.cost.Work;
import io.modelcounter.cost.WorkKind;
import io.modelcounter.model.ElementType;
import io.modelcounter.model.Shape;
import io.modelcounter.spi.Call;
import io.modelcounter.spi.Inferred;
import io.modelcounter.spi.support.AttentionProduct;
import io.modelcounter.spi.support.ElementTypes;
import io.modelcounter.spi.support.NamedOperator;
import io.modelcounter.symbolic.Size;
import java.util.ArrayList;
import java.util.List;

/**
 * Attention (ONNX, Attention): Y = softmax(scale * Q * K' + mask) * V by heads, with an optional
 * cache of keys and values.
 *
 * <p>Beside the products and the softmax: Q and K are scaled by the root of the scale, a score is
 * capped by a division, a hyperbolic tangent and a multiplication; a mask that is added is an
 * addition a score, one that hides is a selection a score.
 */
final class DotProductAttention extends NamedOperator {
  private static final int MASK = 3;
  private static final int PAST_KEY = 4;
  private static final int VALID_LENGTHS = 6;

  DotProductAttention() {
    super("Attention");
  }

  @Override
  public List<Inferred> outputs(Call call) {
    AttentionSizes sizes = AttentionSizes.of(call, past(call));
    return List.of(
        Inferred.tensor(call.element(0), sizes.output()),
        Inferred.tensor(call.element(1), sizes.presentKey()),
        Inferred.tensor(call.element(2), sizes.presentValue()),
        Inferred.tensor(call.element(0), sizes.scores()));
  }

  @Override
  public List<Inferred> withoutShapes(Call call, String reason) {
    List<Inferred> outputs = new ArrayList<>(call.outputCount());
    for (int i = 0; i < call.outputCount(); i++) {
      int like = i < 3 ? i : 0;
      outputs.add(Inferred.tensor(call.element(like), Shape.unknownRank(reason)));
    }
    return outputs;
  }

  @Override
  public Cost count(Call call) {
    if (call.hasInput(PAST_KEY)) {
      call.shape(PAST_KEY); // without it the work is unknown
    }
    AttentionSizes sizes = AttentionSizes.of(call, past(call));
    AttentionProduct product = sizes.product();
    ElementType type = call.element(0);
    Work work =
        product
            .products(type)
            .plus(scaling(call, sizes))
            .plus(sizes.softmax(type, precision(call)));
    if (call.attributes().real("softcap").orElse(0) != 0) {
      work = work.plus(product.cap(type));
    }
    long hidingMasks = hidingMasks(call);
    work = work.and(WorkKind.SELECT, type, product.scores().times(hidingMasks));
    boolean added = call.hasInput(MASK) && call.element(MASK) != ElementType.BOOL;
    if (added) {
      work = work.and(WorkKind.ADD, type, product.scores());
    }
    Cost cost = Cost.of(work, product.formula());
    return added || hidingMasks > 0 ? cost.assuming(AttentionProduct.FULL_SQUARE) : cost;
  }

  private static Size past(Call call) {
    if (!call.hasInput(PAST_KEY)) {
      return Size.ZERO;
    }
    Shape past = call.shapeIfKnown(PAST_KEY);
    return past.hasRank() && past.rank() == 4
        ? past.dim(2)
        : call.freshSize(1, "past", past.unknownReason().orElse("the cache has no four axes"));
  }

  private static Work scaling(Call call, AttentionSizes sizes) {
    if (call.attributes().real("scale").orElse(0) == 1) {
      return Work.NONE;
    }
    Size queries = sizes.query().heads().times(sizes.query().positions());
    Size keys = sizes.keyHeads().times(sizes.keys());
    Size elements = queries.plus(keys).times(sizes.batch()).times(sizes.keySize());
    return Work.of(WorkKind.MULTIPLY, call.element(0), elements);
  }

  private static ElementType precision(Call call) {
    return ElementTypes.of(call.attributes(), "softmax_precision", call.element(0));
  }

  private static long hidingMasks(Call call) {
    long masks = call.attributes().integer("is_causal", 0) != 0 ? 1 : 0;
    if (call.attributes().integer("left_window_size", -1) >= 0
        || call.attributes().integer("right_window_size", -1) >= 0) {
      masks++;
    }
    if (call.hasInput(VALID_LENGTHS)) {
      masks++;
    }
    return call.hasInput(MASK) && call.element(MASK) == ElementType.BOOL ? masks + 1 : masks;
  }
}
