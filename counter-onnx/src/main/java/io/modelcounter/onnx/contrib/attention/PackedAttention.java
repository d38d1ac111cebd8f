package io.modelcounter.onnx.contrib.attention;

import io.modelcounter.cost.Cost;
import io.modelcounter.cost.InputRole;
import io.modelcounter.cost.Work;
import io.modelcounter.model.ElementType;
import io.modelcounter.model.Shape;
import io.modelcounter.onnx.contrib.Contrib;
import io.modelcounter.spi.Call;
import io.modelcounter.spi.Inferred;
import io.modelcounter.spi.support.AttentionProduct;
import io.modelcounter.spi.support.BiasWork;
import io.modelcounter.spi.support.NamedOperator;
import io.modelcounter.symbolic.Size;
import java.util.List;

/**
 * PackedAttention (ONNX Runtime, contrib operators): projection and attention of sequences without
 * padding, [positions of all sequences, input size].
 */
final class PackedAttention extends NamedOperator {
  private static final int ADDED = 5;

  PackedAttention() {
    super(Contrib.operator("PackedAttention"));
  }

  @Override
  public List<Inferred> outputs(Call call) {
    MergedProjection projection = MergedProjection.of(call, 2);
    return List.of(
        Inferred.tensor(
            call.element(0), Shape.of(projection.positions(), projection.valueHidden())));
  }

  @Override
  public Cost count(Call call) {
    MergedProjection projection = MergedProjection.of(call, 2);
    PackedSequences sequences = PackedSequences.of(call, 3);
    ElementType type = call.element(0);
    Size length = sequences.length();
    AttentionProduct attention = projection.attention(sequences.batch(), length, length);
    Work work =
        projection
            .product()
            .work(type)
            .plus(BiasWork.of(call, ProjectedAttention.BIAS, type, projection.product().sums()))
            .plus(ScoreSteps.of(call).adding(call.hasInput(ADDED)).work(attention, type));
    return Cost.of(work, projection.formula(attention)).assuming(PackedSequences.FULL_LENGTH);
  }

  @Override
  public InputRole role(Call call, int input) {
    return input == ProjectedAttention.WEIGHT || input == ProjectedAttention.BIAS
        ? InputRole.PARAMETER
        : InputRole.CONSTANT;
  }
}
