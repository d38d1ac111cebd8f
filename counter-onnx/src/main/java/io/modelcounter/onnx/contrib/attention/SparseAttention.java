package io.modelcounter.onnx.contrib.attention;

import io.modelcounter.cost.Cost;
import io.modelcounter.cost.Traffic;
import io.modelcounter.cost.Work;
import io.modelcounter.model.ElementType;
import io.modelcounter.model.Shape;
import io.modelcounter.onnx.contrib.Contrib;
import io.modelcounter.spi.Call;
import io.modelcounter.spi.Inferred;
import io.modelcounter.spi.InvalidNodeException;
import io.modelcounter.spi.support.AttentionProduct;
import io.modelcounter.spi.support.Dimensions;
import io.modelcounter.spi.support.NamedOperator;
import io.modelcounter.symbolic.Size;
import java.util.List;

/**
 * SparseAttention (ONNX Runtime, contrib operators): a query meets some blocks of {@code
 * sparse_block_size} keys, which tensors name; keys and values stand in buffers [batch, key heads,
 * longest length, size].
 *
 * <p>How many keys a query meets hangs on the elements of these tensors: at least itself, at most
 * all.
 */
final class SparseAttention extends NamedOperator {
  private static final int PAST_KEY = 3;
  private static final int PAST_VALUE = 4;
  private static final int TOTAL_LENGTH = 7;
  private static final int COSINES = 9;
  private static final int SINES = 10;
  private static final String BLOCKS =
      "which blocks of keys a query meets is given by the elements of a tensor";

  SparseAttention() {
    super(Contrib.operator("SparseAttention"));
  }

  @Override
  public List<Inferred> outputs(Call call) {
    GroupedHeads heads = GroupedHeads.of(call, 3);
    Size hidden = heads.heads().times(heads.size());
    return List.of(
        Inferred.tensor(call.element(0), call.shape(0).withDim(2, hidden)),
        Inferred.tensor(call.element(PAST_KEY), call.shapeIfKnown(PAST_KEY)),
        Inferred.tensor(call.element(PAST_VALUE), call.shapeIfKnown(PAST_VALUE)));
  }

  @Override
  public Cost count(Call call) {
    Shape query = call.shape(0);
    GroupedHeads heads = GroupedHeads.of(call, 3);
    ElementType type = call.element(0);
    KeyRange keys = keys(call);
    ScoreSteps steps = ScoreSteps.of(call).hiding(true);
    Work rotated = heads.rotation(call, COSINES, type);
    Cost cost =
        keys.cost(
            number -> rotated.plus(steps.work(product(query, heads, number), type)),
            product(query, heads, keys.most()).formula());
    return steps.assuming(cost);
  }

  @Override
  public Traffic traffic(Call call) {
    return GroupedHeads.traffic(call, COSINES, SINES);
  }

  private static AttentionProduct product(Shape query, GroupedHeads heads, Size keys) {
    return new AttentionProduct(
        query.dim(0), heads.heads(), query.dim(1), keys, heads.size(), heads.size());
  }

  private static KeyRange keys(Call call) {
    long block = call.attributes().requiredInteger("sparse_block_size");
    if (block < 1) {
      throw new InvalidNodeException("sparse_block_size is " + block + ", expected at least 1");
    }
    Size most =
        Dimensions.given(call, TOTAL_LENGTH).orElseGet(() -> bufferLength(call.shape(PAST_KEY)));
    return new KeyRange(Size.ONE, most, BLOCKS);
  }

  private static Size bufferLength(Shape past) {
    if (past.rank() != 4) {
      throw new InvalidNodeException(
          "the cache is " + past + ", expected [batch, key heads, positions, size]");
    }
    return past.dim(2);
  }
}
