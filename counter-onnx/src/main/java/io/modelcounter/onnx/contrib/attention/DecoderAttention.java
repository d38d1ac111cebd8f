package io.modelcounter.onnx.contrib.attention;

import io.modelcounter.cost.Cost;
import io.modelcounter.cost.Formula;
import io.modelcounter.cost.InputRole;
import io.modelcounter.cost.Work;
import io.modelcounter.cost.WorkKind;
import io.modelcounter.model.ElementType;
import io.modelcounter.model.Scalar;
import io.modelcounter.model.Shape;
import io.modelcounter.onnx.contrib.Contrib;
import io.modelcounter.spi.Call;
import io.modelcounter.spi.Inferred;
import io.modelcounter.spi.InvalidNodeException;
import io.modelcounter.spi.UnknownInputException;
import io.modelcounter.spi.support.AttentionProduct;
import io.modelcounter.spi.support.Dimensions;
import io.modelcounter.spi.support.MatrixProduct;
import io.modelcounter.spi.support.NamedOperator;
import io.modelcounter.symbolic.Size;
import java.util.List;
import java.util.Optional;

/**
 * DecoderAttention (ONNX Runtime, contrib operators): queries [positions, batch, hidden] are
 * projected and meet keys and values that are projected from themselves, from another sequence, or
 * stand in a cache.
 *
 * <p>Inputs that are truth values say which: keys of another sequence (static) are either projected
 * or all in the cache; those of its own are projected and put behind the cache.
 */
final class DecoderAttention extends NamedOperator {
  private static final int KEY = 1;
  private static final int QUERY_WEIGHT = 2;
  private static final int BIAS = 4;
  private static final int PADDING_MASK = 5;
  private static final int KEY_CACHE = 6;
  private static final int STATIC_KEYS = 8;
  private static final int USE_PAST = 9;
  private static final int HAS_LAYER_STATE = 10;
  private static final int HAS_PADDING_MASK = 11;
  private static final String MODE =
      "whether keys come from the cache is an input whose value is not known";

  DecoderAttention() {
    super(Contrib.operator("DecoderAttention"));
  }

  @Override
  public List<Inferred> outputs(Call call) {
    Shape query = query(call);
    ElementType type = call.element(0);
    long heads = call.attributes().requiredInteger("num_heads");
    Shape cache =
        Shape.of(
            query.dim(1),
            Size.of(heads),
            keysOfCache(call),
            Dimensions.part(query.dim(2), heads, "heads"));
    return List.of(
        Inferred.tensor(type, query), Inferred.tensor(type, cache), Inferred.tensor(type, cache));
  }

  @Override
  public Cost count(Call call) {
    Shape query = query(call);
    long heads = call.attributes().requiredInteger("num_heads");
    Size hidden = query.dim(2);
    Size size = Dimensions.part(hidden, heads, "heads");
    AttentionProduct attention =
        new AttentionProduct(query.dim(1), Size.of(heads), query.dim(0), keys(call), size, size);
    MatrixProduct queries = new MatrixProduct(Size.ONE, query.elements(0, 2), hidden, hidden);
    MatrixProduct keys =
        new MatrixProduct(
            Size.ONE, query.dim(1).times(projectedKeys(call)), hidden, hidden.times(2));
    ElementType type = call.element(0);
    ScoreSteps steps =
        ScoreSteps.of(call)
            .hiding(call.hasInput(PADDING_MASK) && truth(call, HAS_PADDING_MASK).orElse(true));
    Work work =
        queries
            .work(type)
            .plus(keys.work(type))
            .and(WorkKind.BIAS_ADD, type, queries.sums().plus(keys.sums()))
            .plus(steps.work(attention, type));
    return steps.assuming(Cost.of(work, formula(queries, keys, attention)));
  }

  @Override
  public InputRole role(Call call, int input) {
    return input >= QUERY_WEIGHT && input <= BIAS ? InputRole.PARAMETER : InputRole.CONSTANT;
  }

  private static Formula formula(
      MatrixProduct queries, MatrixProduct keys, AttentionProduct attention) {
    return Formula.of("(projected_queries + 2 * projected_keys) * hidden * hidden")
        .where("projected_queries", "queries that are projected", queries.rows())
        .where("projected_keys", "keys that are projected", keys.rows())
        .where("hidden", "elements of a position", queries.inner())
        .plus(attention.formula());
  }

  private static Shape query(Call call) {
    Shape query = call.shape(0);
    if (query.rank() != 3) {
      throw new InvalidNodeException(
          "input 0 is " + query + ", expected [positions, batch, hidden]");
    }
    return query;
  }

  private static Size keysOfCache(Call call) {
    try {
      return keys(call);
    } catch (UnknownInputException unknown) {
      return call.freshSize(1, "keys", unknown.reason());
    }
  }

  /** Keys that a query meets. */
  private static Size keys(Call call) {
    Size projected = projectedKeys(call);
    return isCached(call) ? projected.plus(dim(call, KEY_CACHE, 4, 2)) : projected;
  }

  private static Size projectedKeys(Call call) {
    if (!known(call, STATIC_KEYS)) {
      return dim(call, 0, 3, 0);
    }
    return isCached(call) ? Size.ZERO : dim(call, KEY, 3, 0);
  }

  private static boolean isCached(Call call) {
    Optional<Boolean> past = truth(call, USE_PAST);
    Optional<Boolean> state = truth(call, HAS_LAYER_STATE);
    if (past.equals(Optional.of(false)) || state.equals(Optional.of(false))) {
      return false;
    }
    return known(call, USE_PAST) && known(call, HAS_LAYER_STATE);
  }

  private static boolean known(Call call, int input) {
    return truth(call, input).orElseThrow(() -> new UnknownInputException(MODE));
  }

  private static Optional<Boolean> truth(Call call, int input) {
    return call.value(input)
        .filter(value -> value.size() == 1)
        .map(value -> value.at(0))
        .flatMap(Scalar::asBoolean);
  }

  private static Size dim(Call call, int input, int rank, int axis) {
    Shape shape = call.shape(input);
    if (shape.rank() != rank) {
      throw new InvalidNodeException("input " + input + " is " + shape + ", expected rank " + rank);
    }
    return shape.dim(axis);
  }
}
