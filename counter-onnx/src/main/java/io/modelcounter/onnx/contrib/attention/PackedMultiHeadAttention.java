package io.modelcounter.onnx.contrib.attention;

import io.modelcounter.cost.Cost;
import io.modelcounter.cost.InputRole;
import io.modelcounter.cost.Work;
import io.modelcounter.model.ElementType;
import io.modelcounter.model.Shape;
import io.modelcounter.onnx.contrib.Contrib;
import io.modelcounter.spi.Call;
import io.modelcounter.spi.Inferred;
import io.modelcounter.spi.InvalidNodeException;
import io.modelcounter.spi.support.AttentionProduct;
import io.modelcounter.spi.support.BiasWork;
import io.modelcounter.spi.support.Dimensions;
import io.modelcounter.spi.support.NamedOperator;
import io.modelcounter.symbolic.Size;
import java.util.List;

/**
 * PackedMultiHeadAttention (ONNX Runtime, contrib operators): attention of sequences without
 * padding, [positions of all sequences, hidden], or [positions, heads, 3, size] for queries, keys
 * and values in one.
 */
final class PackedMultiHeadAttention extends NamedOperator {
  private static final int KEY = 1;
  private static final int VALUE = 2;
  private static final int BIAS = 3;
  private static final int OFFSETS = 4;
  private static final int ADDED = 6;

  /**
   * Sizes of the inputs.
   *
   * @param positions positions of all sequences
   * @param hidden elements of a query or key
   * @param valueHidden elements of a value
   */
  private record Sizes(Size positions, Size hidden, Size valueHidden) {

    static Sizes of(Call call) {
      Shape query = call.shape(0);
      if (query.rank() == 4) {
        Size hidden = query.dim(1).times(query.dim(3));
        return new Sizes(query.dim(0), hidden, hidden);
      }
      Shape key = call.shape(KEY);
      Shape value = call.shape(VALUE);
      if (query.rank() != 2 || key.rank() != 2 || value.rank() != 2) {
        throw new InvalidNodeException(
            "queries, keys and values are "
                + List.of(query, key, value)
                + ", expected [positions, hidden] each");
      }
      return new Sizes(
          query.dim(0), Dimensions.agreed(query.dim(1), key.dim(1), "hidden size"), value.dim(1));
    }
  }

  PackedMultiHeadAttention() {
    super(Contrib.operator("PackedMultiHeadAttention"));
  }

  @Override
  public List<Inferred> outputs(Call call) {
    Sizes sizes = Sizes.of(call);
    return List.of(
        Inferred.tensor(call.element(0), Shape.of(sizes.positions(), sizes.valueHidden())));
  }

  @Override
  public Cost count(Call call) {
    Sizes sizes = Sizes.of(call);
    PackedSequences sequences = PackedSequences.of(call, OFFSETS);
    long heads = call.attributes().requiredInteger("num_heads");
    ElementType type = call.element(0);
    AttentionProduct product =
        new AttentionProduct(
            sequences.batch(),
            Size.of(heads),
            sequences.length(),
            sequences.length(),
            Dimensions.part(sizes.hidden(), heads, "heads"),
            Dimensions.part(sizes.valueHidden(), heads, "heads"));
    Size columns = sizes.hidden().times(2).plus(sizes.valueHidden());
    Work work =
        ScoreSteps.of(call)
            .adding(call.hasInput(ADDED))
            .work(product, type)
            .plus(BiasWork.of(call, BIAS, type, sizes.positions().times(columns)));
    return Cost.of(work, product.formula()).assuming(PackedSequences.FULL_LENGTH);
  }

  @Override
  public InputRole role(Call call, int input) {
    return input == BIAS ? InputRole.PARAMETER : InputRole.CONSTANT;
  }
}
