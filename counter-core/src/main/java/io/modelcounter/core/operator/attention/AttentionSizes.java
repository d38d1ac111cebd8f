package io.modelcounter.core.operator.attention;

import io.modelcounter.cost.Work;
import io.modelcounter.cost.WorkKind;
import io.modelcounter.model.ElementType;
import io.modelcounter.model.Shape;
import io.modelcounter.spi.Call;
import io.modelcounter.spi.InvalidNodeException;
import io.modelcounter.spi.support.AttentionProduct;
import io.modelcounter.spi.support.Dimensions;
import io.modelcounter.spi.support.Heads;
import io.modelcounter.symbolic.Size;

/**
 * The sizes of an attention over queries, keys and values.
 *
 * @param past positions of the cache, before those of the keys given
 */
record AttentionSizes(Heads query, Heads key, Heads value, Size past) {

  /** Sizes of inputs 0 to 2, checked against each other. */
  static AttentionSizes of(Call call, Size past) {
    Heads query = Heads.of(call, 0, "q_num_heads");
    Heads key = Heads.of(call, 1, "kv_num_heads");
    Heads value = Heads.of(call, 2, "kv_num_heads");
    if (key.heads().isConstant()
        && query.heads().isConstant()
        && (key.heads().isZero() || !query.heads().mod(key.heads()).isZero())) {
      throw new InvalidNodeException(
          query.heads() + " query heads are no multiple of " + key.heads() + " key heads");
    }
    return new AttentionSizes(query, key, value, past);
  }

  Size batch() {
    return Dimensions.agreed(query.batch(), key.batch(), "batch size");
  }

  Size keySize() {
    return Dimensions.agreed(query.size(), key.size(), "size of a key");
  }

  /** Heads of keys and values. */
  Size keyHeads() {
    return Dimensions.agreed(key.heads(), value.heads(), "number of key and value heads");
  }

  /** Positions that are asked, those of the cache included. */
  Size keys() {
    return past.plus(
        Dimensions.agreed(key.positions(), value.positions(), "number of keys and values"));
  }

  Shape output() {
    return query.packed()
        ? Shape.of(batch(), query.positions(), query.heads().times(value.size()))
        : Shape.of(batch(), query.heads(), query.positions(), value.size());
  }

  Shape presentKey() {
    return Shape.of(batch(), keyHeads(), keys(), keySize());
  }

  Shape presentValue() {
    return Shape.of(batch(), keyHeads(), keys(), value.size());
  }

  Shape scores() {
    return Shape.of(batch(), query.heads(), query.positions(), keys());
  }

  /**
   * Work of the softmax of scores, with their conversion there and back where it is computed in
   * another type.
   *
   * @param type element type of the scores
   * @param precision element type of the softmax
   */
  Work softmax(ElementType type, ElementType precision) {
    Work work = product().softmax(precision);
    Size scores = product().scores();
    return precision == type
        ? work
        : work.and(WorkKind.CONVERT, precision, scores).and(WorkKind.CONVERT, type, scores);
  }

  AttentionProduct product() {
    return new AttentionProduct(
        batch(), query.heads(), query.positions(), keys(), keySize(), value.size());
  }
}
