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
import io.modelcounter.spi.support.Dimensions;
import io.modelcounter.spi.support.NamedOperator;
import io.modelcounter.symbolic.Size;
import java.util.List;
import java.util.Optional;

/**
 * GroupQueryAttention (ONNX Runtime, contrib operators; Ainslie and others, "GQA", 2023): attention
 * with fewer heads of keys and values than of queries and a cache [batch, key heads, positions,
 * size].
 *
 * <p>The cache that is given back is as long as the one given or as the greatest total length,
 * whichever is more; with {@code sliding_window_cache} it keeps its length. Queries and keys may be
 * normalized and rotated first, the cache may be quantized.
 */
final class GroupQueryAttention extends NamedOperator {
  private static final int PAST_KEY = 3;
  private static final int TOTAL_LENGTH = 6;
  private static final int COSINES = 7;
  private static final int SINES = 8;
  private static final int ADDED = 10;
  private static final int SINK = 11;
  private static final int QUERY_NORM = 14;
  private static final int KEY_NORM = 15;
  private static final String FILL = "the total length of the sequences is known only at run time";

  GroupQueryAttention() {
    super(Contrib.operator("GroupQueryAttention"));
  }

  @Override
  public List<Inferred> outputs(Call call) {
    Shape query = call.shape(0);
    GroupedHeads heads = GroupedHeads.of(call, 3);
    Size batch = query.dim(0);
    Size hidden = heads.heads().times(heads.size());
    Shape present = present(call, batch, heads);
    Shape scores = Shape.of(batch, heads.heads(), query.dim(1), keysOfScores(call));
    ElementType cached = cached(call);
    return List.of(
        Inferred.tensor(call.element(0), query.withDim(2, hidden)),
        Inferred.tensor(cached, present),
        Inferred.tensor(cached, present),
        Inferred.tensor(call.element(0), scores));
  }

  @Override
  public List<Inferred> withoutShapes(Call call, String reason) {
    Shape unknown = Shape.unknownRank(reason);
    return List.of(
        Inferred.tensor(call.element(0), unknown),
        Inferred.tensor(cached(call), unknown),
        Inferred.tensor(cached(call), unknown),
        Inferred.tensor(call.element(0), unknown));
  }

  @Override
  public Cost count(Call call) {
    Shape query = call.shape(0);
    GroupedHeads heads = GroupedHeads.of(call, 3);
    ElementType type = call.element(0);
    KeyRange keys = keys(call);
    ScoreSteps steps = steps(call);
    Work before =
        heads.rotation(call, COSINES, type).plus(heads.normalization(call, QUERY_NORM, type));
    Size keyRow = Size.product(List.of(query.dim(0), heads.keyHeads(), heads.size()));
    Cost cost =
        keys.cost(
            number ->
                before
                    .plus(
                        QuantizedCache.work(
                            call, PAST_KEY, type, heads.keyElements(), keyRow.times(number)))
                    .plus(steps.work(product(query, heads, number), type)),
            product(query, heads, keys.most()).formula());
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
    return GroupedHeads.traffic(call, COSINES, SINES);
  }

  private static ScoreSteps steps(Call call) {
    return ScoreSteps.of(call)
        .adding(call.hasInput(ADDED))
        .hiding(call.attributes().integer("causal", 1) != 0)
        .hiding(call.attributes().integer("local_window_size", -1) > 0)
        .withSink(call.hasInput(SINK) || call.attributes().integer("smooth_softmax", 0) != 0);
  }

  private static AttentionProduct product(Shape query, GroupedHeads heads, Size keys) {
    return new AttentionProduct(
        query.dim(0), heads.heads(), query.dim(1), keys, heads.size(), heads.size());
  }

  private static Shape present(Call call, Size batch, GroupedHeads heads) {
    Shape past = call.hasInput(PAST_KEY) ? call.shapeIfKnown(PAST_KEY) : Shape.scalar();
    Size size = past.hasRank() && past.rank() == 4 ? past.dim(3) : heads.size();
    return Shape.of(batch, heads.keyHeads(), presentLength(call), size);
  }

  private static Size presentLength(Call call) {
    Optional<Size> total = Dimensions.given(call, TOTAL_LENGTH);
    if (!call.hasInput(PAST_KEY)) {
      return newKeys(call);
    }
    Shape past = call.shapeIfKnown(PAST_KEY);
    if (!past.hasRank()) {
      return call.freshSize(1, "keys", past.unknownReason().orElse("the cache is not known"));
    }
    Size length = cacheLength(past);
    if (slides(call)) {
      return length;
    }
    return total
        .map(length::max)
        .orElseGet(() -> call.freshSize(1, "keys", FILL, length.plus(newKeys(call))));
  }

  private static Size keysOfScores(Call call) {
    boolean open = call.hasInput(PAST_KEY) && !call.shapeIfKnown(PAST_KEY).hasRank();
    return open ? call.freshSize(3, "keys", FILL) : keys(call).asSize(call, 3, "keys");
  }

  private static KeyRange keys(Call call) {
    Optional<Size> total = Dimensions.given(call, TOTAL_LENGTH);
    Size added = newKeys(call);
    if (!call.hasInput(PAST_KEY)) {
      return KeyRange.exactly(added);
    }
    Size room = cacheLength(call.shape(PAST_KEY)).plus(added);
    KeyRange all = total.map(KeyRange::exactly).orElseGet(() -> new KeyRange(added, room, FILL));
    return slides(call) ? all.upTo(room) : all;
  }

  private static Size newKeys(Call call) {
    return call.shape(call.hasInput(1) ? 1 : 0).dim(1);
  }

  private static boolean slides(Call call) {
    return call.attributes().integer("sliding_window_cache", 0) != 0;
  }

  private static ElementType cached(Call call) {
    return call.element(call.hasInput(PAST_KEY) ? PAST_KEY : 0);
  }

  private static Size cacheLength(Shape past) {
    if (past.rank() != 4) {
      throw new InvalidNodeException(
          "the cache is " + past + ", expected [batch, key heads, positions, size]");
    }
    return past.dim(2);
  }
}
