package io.modelcounter.core.operator.attention;

import io.modelcounter.cost.Cost;
import io.modelcounter.cost.Formula;
import io.modelcounter.cost.Work;
import io.modelcounter.cost.WorkKind;
import io.modelcounter.model.ElementType;
import io.modelcounter.spi.Call;
import io.modelcounter.spi.Inferred;
import io.modelcounter.spi.InvalidNodeException;
import io.modelcounter.spi.OperatorRange;
import io.modelcounter.spi.support.AttentionProduct;
import io.modelcounter.spi.support.ElementTypes;
import io.modelcounter.spi.support.NamedOperator;
import io.modelcounter.symbolic.Size;
import java.util.List;

/**
 * FlexAttention (ONNX preview, FlexAttention): attention over tensors of rank 4 whose scores and
 * probabilities may pass through graphs of the model.
 *
 * <p>What such a graph computes is not counted, so the work is then a lower bound.
 */
final class FlexibleAttention extends NamedOperator {

  FlexibleAttention() {
    super(OperatorRange.of("ai.onnx.preview", "FlexAttention"));
  }

  @Override
  public List<Inferred> outputs(Call call) {
    return List.of(Inferred.tensor(call.element(0), sizes(call).output()));
  }

  @Override
  public Cost count(Call call) {
    AttentionSizes sizes = sizes(call);
    AttentionProduct product = sizes.product();
    ElementType type = call.element(0);
    ElementType precision = precision(call);
    Work work = product.products(type).plus(sizes.softmax(type, precision));
    if (call.attributes().real("scale").orElse(0) != 1) {
      work = work.and(WorkKind.MULTIPLY, precision, product.scores());
    }
    Formula formula = product.formula();
    return call.attributes().has("score_mod") || call.attributes().has("prob_mod")
        ? Cost.atLeast(
            work, formula, "the graphs that change scores or probabilities are not counted")
        : Cost.of(work, formula);
  }

  private static AttentionSizes sizes(Call call) {
    for (int i = 0; i < 3; i++) {
      if (call.shape(i).rank() != 4) {
        throw new InvalidNodeException("input " + i + " is " + call.shape(i) + ", expected rank 4");
      }
    }
    return AttentionSizes.of(call, Size.ZERO);
  }

  private static ElementType precision(Call call) {
    ElementType otherwise =
        call.element(0) == ElementType.FLOAT64 ? ElementType.FLOAT64 : ElementType.FLOAT32;
    return ElementTypes.of(call.attributes(), "softmax_precision", otherwise);
  }
}
