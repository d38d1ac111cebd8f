package io.modelcounter.onnx.contrib.attention;

import io.modelcounter.cost.Traffic;
import io.modelcounter.cost.Work;
import io.modelcounter.model.ElementType;
import io.modelcounter.model.Shape;
import io.modelcounter.spi.Call;
import io.modelcounter.spi.InvalidNodeException;
import io.modelcounter.spi.operator.RotaryEmbedding;
import io.modelcounter.spi.support.Dimensions;
import io.modelcounter.spi.support.NormalizationWork;
import io.modelcounter.spi.support.PartialReads;
import io.modelcounter.spi.support.TableRows;
import io.modelcounter.symbolic.Amount;
import io.modelcounter.symbolic.Size;
import java.util.List;
import java.util.Optional;

/**
 * Queries and keys of an attention in which several query heads share a head of keys and values:
 * input 0 holds the queries, or queries, keys and values if there is no input 1.
 *
 * @param positions positions of all queries
 * @param heads query heads
 * @param keyPositions positions of all keys that are given, those of a cache not among them
 * @param keyHeads heads of keys and values
 * @param size size of a query or key of one head
 */
record GroupedHeads(Size positions, Size heads, Size keyPositions, Size keyHeads, Size size) {
  private static final int KEY = 1;

  /**
   * Reads inputs 0 and 1 and the attributes {@code num_heads} and {@code kv_num_heads}.
   *
   * @param call the call
   * @param rank rank that both inputs must have; the last axis holds the heads
   */
  static GroupedHeads of(Call call, int rank) {
    long heads = call.attributes().requiredInteger("num_heads");
    long keyHeads = call.attributes().requiredInteger("kv_num_heads");
    if (keyHeads < 1 || heads % keyHeads != 0) {
      throw new InvalidNodeException(
          heads + " query heads are no multiple of " + keyHeads + " key heads");
    }
    Shape query = shape(call, 0, rank);
    boolean together = !call.hasInput(KEY);
    Shape key = together ? query : shape(call, KEY, rank);
    long parts = together ? heads + 2 * keyHeads : heads;
    Size size = Dimensions.part(query.dim(-1), parts, "heads");
    return new GroupedHeads(
        query.elements(0, rank - 1),
        Size.of(heads),
        key.elements(0, rank - 1),
        Size.of(keyHeads),
        size);
  }

  /** Elements of the queries. */
  Size queryElements() {
    return Size.product(List.of(positions, heads, size));
  }

  /** Elements of the keys that are given, and of as many values. */
  Size keyElements() {
    return Size.product(List.of(keyPositions, keyHeads, size));
  }

  /**
   * Work of rotating queries and keys by their positions, if {@code do_rotary} says so.
   *
   * @param cosines position of the table of cosines, whose rows are half as long as the part of a
   *     head that is rotated
   */
  Work rotation(Call call, int cosines, ElementType type) {
    if (call.attributes().integer("do_rotary", 0) == 0) {
      return Work.NONE;
    }
    Size ofHead = call.hasInput(cosines) ? rowLength(call, cosines).times(2) : size;
    Size rotated = ofHead.times(positions.times(heads).plus(keyPositions.times(keyHeads)));
    return RotaryEmbedding.ROTATED.times(type, rotated);
  }

  /**
   * Traffic of an attention that reads of the tables of cosines and sines a row for every query.
   *
   * @param cosines position of the table of cosines
   * @param sines position of the table of sines
   */
  static Traffic traffic(Call call, int cosines, int sines) {
    return PartialReads.traffic(call, input -> rowsRead(call, input, cosines, sines));
  }

  /** Bytes that {@link #traffic} reads of an input, if it is one of the tables. */
  static Optional<Amount> rowsRead(Call call, int input, int cosines, int sines) {
    Shape query = call.shapeIfKnown(0);
    if ((input != cosines && input != sines) || !query.hasRank() || query.rank() == 0) {
      return Optional.empty();
    }
    return Optional.of(TableRows.bytes(call, input, query.elements(0, query.rank() - 1)));
  }

  /**
   * Work of normalizing every head of queries and keys by its root mean square, if there is a
   * weight for it.
   *
   * @param weight position of the weight
   */
  Work normalization(Call call, int weight, ElementType type) {
    if (!call.hasInput(weight)) {
      return Work.NONE;
    }
    Size groups = positions.times(heads).plus(keyPositions.times(keyHeads));
    return new NormalizationWork(groups.times(size), groups)
        .deviation(type)
        .divide(type)
        .scale(type, false)
        .work();
  }

  private static Size rowLength(Call call, int table) {
    Shape shape = call.shape(table);
    if (shape.rank() == 0) {
      throw new InvalidNodeException("input " + table + " is a scalar, expected a table");
    }
    return shape.dim(-1);
  }

  private static Shape shape(Call call, int input, int rank) {
    Shape shape = call.shape(input);
    if (shape.rank() != rank) {
      throw new InvalidNodeException("input " + input + " is " + shape + ", expected rank " + rank);
    }
    return shape;
  }
}
