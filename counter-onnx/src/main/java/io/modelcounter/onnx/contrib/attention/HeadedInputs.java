package io.modelcounter.onnx.contrib.attention;

import io.modelcounter.model.Shape;
import io.modelcounter.spi.Call;
import io.modelcounter.spi.InvalidNodeException;
import io.modelcounter.spi.support.AttentionProduct;
import io.modelcounter.spi.support.Dimensions;
import io.modelcounter.spi.support.Heads;
import io.modelcounter.symbolic.Size;

/**
 * Queries, keys and values of a multi-head attention, in any of the forms that inputs 0 to 2 may
 * have.
 *
 * @param query the queries
 * @param key the keys
 * @param value the values
 * @param cached whether keys and values come from the cache of a cross attention
 */
record HeadedInputs(Heads query, Heads key, Heads value, boolean cached) {
  private static final int KEY = 1;
  private static final int VALUE = 2;

  /**
   * Reads the inputs.
   *
   * <ul>
   *   <li>Queries [batch, positions, heads, 3, size], or [batch, positions, 3 * hidden] without
   *       keys, hold all three.
   *   <li>Keys [batch, positions, heads, 2, size] hold the values too.
   *   <li>Keys [batch, heads, positions, size] are those of a cache.
   *   <li>Otherwise each is [batch, positions, hidden].
   * </ul>
   *
   * @throws InvalidNodeException if they have other ranks, or sizes that do not fit
   */
  static HeadedInputs of(Call call) {
    long heads = call.attributes().requiredInteger("num_heads");
    Shape query = call.shape(0);
    if (query.rank() == 5) {
      Heads all = interleaved(query, 3);
      return new HeadedInputs(all, all, all, false);
    }
    requireRank(query, 3, 0);
    if (!call.hasInput(KEY)) {
      Size hidden = Dimensions.part(query.dim(2), 3, "equal parts");
      Heads all = Heads.packed(query.withDim(2, hidden), heads);
      return new HeadedInputs(all, all, all, false);
    }
    Heads queries = Heads.packed(query, heads);
    Shape key = call.shape(KEY);
    if (key.rank() == 5) {
      Heads both = interleaved(key, 2);
      return new HeadedInputs(queries, both, both, false);
    }
    return new HeadedInputs(
        queries,
        Heads.of(call, KEY, "num_heads"),
        Heads.of(call, VALUE, "num_heads"),
        key.rank() == 4);
  }

  /** Elements of queries, keys and values that the projection gave, to which a bias is added. */
  Size projected() {
    Size queries = elements(query);
    return cached ? queries : queries.plus(elements(key)).plus(elements(value));
  }

  /** Number of keys that are not in the cache. */
  Size newKeys() {
    return Dimensions.agreed(key.positions(), value.positions(), "number of keys and values");
  }

  /** [batch, queries, hidden size of the values]. */
  Shape output() {
    return Shape.of(query.batch(), query.positions(), query.heads().times(value.size()));
  }

  /** [batch, heads, keys, size of a key]. */
  Shape presentKey(Size keys) {
    return Shape.of(query.batch(), query.heads(), keys, key.size());
  }

  /** [batch, heads, keys, size of a value]. */
  Shape presentValue(Size keys) {
    return Shape.of(query.batch(), query.heads(), keys, value.size());
  }

  /** The attention over a number of keys. */
  AttentionProduct product(Size keys) {
    return new AttentionProduct(
        query.batch(),
        query.heads(),
        query.positions(),
        keys,
        Dimensions.agreed(query.size(), key.size(), "size of a key"),
        value.size());
  }

  private static Size elements(Heads heads) {
    return Shape.of(heads.batch(), heads.heads(), heads.positions(), heads.size()).elements();
  }

  private static Heads interleaved(Shape shape, long tensors) {
    if (!shape.dim(3).equals(Size.of(tensors))) {
      throw new InvalidNodeException(
          "a tensor of " + shape + " holds " + shape.dim(3) + " in one, expected " + tensors);
    }
    return new Heads(shape.dim(0), shape.dim(2), shape.dim(1), shape.dim(4), true);
  }

  private static void requireRank(Shape shape, int rank, int input) {
    if (shape.rank() != rank) {
      throw new InvalidNodeException("input " + input + " is " + shape + ", expected rank " + rank);
    }
  }
}
