package io.modelcounter.onnx.contrib.attention;

import io.modelcounter.cost.Cost;
import io.modelcounter.cost.InputRole;
import io.modelcounter.cost.Traffic;
import io.modelcounter.cost.Work;
import io.modelcounter.model.ElementType;
import io.modelcounter.model.Shape;
import io.modelcounter.onnx.contrib.Contrib;
import io.modelcounter.spi.Call;
import io.modelcounter.spi.Inferred;
import io.modelcounter.spi.InvalidNodeException;
import io.modelcounter.spi.support.AttentionProduct;
import io.modelcounter.spi.support.NamedOperator;
import io.modelcounter.spi.support.PartialReads;
import io.modelcounter.symbolic.Amount;
import io.modelcounter.symbolic.Size;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * PagedAttention (ONNX Runtime, contrib operators; Kwon and others, "PagedAttention", 2023):
 * queries [positions of all sequences, heads * size] meet keys in a cache of blocks [blocks, block
 * size, key heads, size], of which a table [batch, blocks a sequence] says which belong to a
 * sequence.
 *
 * <p>How long a sequence is hangs on elements of tensors: a query meets at least itself and at most
 * all blocks of the table.
 */
final class PagedAttention extends NamedOperator {
  private static final int KEY_CACHE = 3;
  private static final int VALUE_CACHE = 4;
  private static final int BLOCK_TABLE = 7;
  private static final int COSINES = 8;
  private static final int SINES = 9;
  private static final int SINK = 11;
  private static final int QUERY_NORM = 12;
  private static final int KEY_NORM = 13;
  private static final String LENGTHS =
      "how long the sequences in the cache are is known only at run time";

  PagedAttention() {
    super(Contrib.operator("PagedAttention"));
  }

  @Override
  public List<Inferred> outputs(Call call) {
    GroupedHeads heads = GroupedHeads.of(call, 2);
    Size hidden = heads.heads().times(valueSize(call, heads));
    List<Inferred> outputs = caches(call);
    outputs.add(0, Inferred.tensor(call.element(0), Shape.of(heads.positions(), hidden)));
    return outputs;
  }

  @Override
  public List<Inferred> withoutShapes(Call call, String reason) {
    List<Inferred> outputs = caches(call);
    outputs.add(0, Inferred.tensor(call.element(0), Shape.unknownRank(reason)));
    return outputs;
  }

  @Override
  public Cost count(Call call) {
    GroupedHeads heads = GroupedHeads.of(call, 2);
    ElementType type = call.element(0);
    KeyRange keys = new KeyRange(Size.ONE, mostKeys(call), LENGTHS);
    ScoreSteps steps =
        ScoreSteps.of(call)
            .hiding(call.attributes().integer("is_causal", 1) != 0)
            .hiding(call.attributes().integer("local_window_size", -1) > 0)
            .withSink(call.hasInput(SINK));
    Work before =
        heads.rotation(call, COSINES, type).plus(heads.normalization(call, QUERY_NORM, type));
    Size batch = call.shape(BLOCK_TABLE).dim(0);
    Size keyRow = Size.product(List.of(batch, heads.keyHeads(), heads.size()));
    Cost cost =
        keys.cost(
            number ->
                before
                    .plus(
                        QuantizedCache.work(
                            call, KEY_CACHE, type, heads.keyElements(), keyRow.times(number)))
                    .plus(steps.work(product(call, heads, number), type)),
            product(call, heads, keys.most()).formula());
    return steps.assuming(cost);
  }

  @Override
  public InputRole role(Call call, int input) {
    return input == SINK || input == QUERY_NORM || input == KEY_NORM
        ? InputRole.PARAMETER
        : InputRole.CONSTANT;
  }

  @Override
  public Traffic traffic(Call call) {
    return PartialReads.traffic(
        call,
        input ->
            input == KEY_CACHE || input == VALUE_CACHE
                ? Optional.of(bytesMet(call, input))
                : GroupedHeads.rowsRead(call, input, COSINES, SINES));
  }

  /** Bytes of the blocks of a cache that belong to a sequence. */
  private static Amount bytesMet(Call call, int cache) {
    Shape blocks = call.shapeIfKnown(cache);
    Shape table = call.shapeIfKnown(BLOCK_TABLE);
    if (!blocks.hasRank() || blocks.rank() == 0 || !table.hasRank()) {
      return Amount.unknown(LENGTHS);
    }
    Size most = table.elements().min(blocks.dim(0));
    Amount all = call.element(cache).bytes(most.times(blocks.elements(1, blocks.rank())));
    return Amount.zero().hull(all, LENGTHS);
  }

  private static List<Inferred> caches(Call call) {
    List<Inferred> caches = new ArrayList<>();
    for (int cache = KEY_CACHE; cache <= VALUE_CACHE; cache++) {
      int like = call.hasInput(cache) ? cache : KEY_CACHE;
      caches.add(Inferred.tensor(call.element(like), call.shapeIfKnown(like)));
    }
    return caches;
  }

  private static AttentionProduct product(Call call, GroupedHeads heads, Size keys) {
    return new AttentionProduct(
        Size.ONE, heads.heads(), heads.positions(), keys, heads.size(), valueSize(call, heads));
  }

  private static Size valueSize(Call call, GroupedHeads heads) {
    long size = call.attributes().integer("v_head_size", 0);
    return size > 0 ? Size.of(size) : heads.size();
  }

  private static Size mostKeys(Call call) {
    Shape cache = call.shape(KEY_CACHE);
    Shape table = call.shape(BLOCK_TABLE);
    if (cache.rank() != 4 || table.rank() != 2) {
      throw new InvalidNodeException(
          "the cache is "
              + cache
              + " and the table of blocks "
              + table
              + ", expected ranks 4 and 2");
    }
    return table.dim(1).times(cache.dim(1));
  }
}
