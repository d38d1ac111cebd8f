package io.modelcounter.spi.support;

import io.modelcounter.cost.Formula;
import io.modelcounter.cost.Work;
import io.modelcounter.cost.WorkKind;
import io.modelcounter.model.ElementType;
import io.modelcounter.symbolic.Size;
import java.util.List;

/**
 * The two products of scaled dot-product attention and the softmax between them (Vaswani and
 * others, "Attention Is All You Need", 2017, section 3.2).
 *
 * <pre>
 * MACs = batch * heads * queries * keys * (key_size + value_size)
 * </pre>
 *
 * <p>Every query meets every key: positions that a mask hides count as work. Heads that share keys
 * and values (grouped queries) compute as much as heads that do not.
 *
 * @param batch number of sequences
 * @param heads number of query heads
 * @param queries positions that ask
 * @param keys positions that are asked, those of a cache included
 * @param keySize size of a query or key of one head
 * @param valueSize size of a value of one head
 */
public record AttentionProduct(
    Size batch, Size heads, Size queries, Size keys, Size keySize, Size valueSize) {
  /** What is assumed where a mask hides positions. */
  public static final String FULL_SQUARE =
      "Positions that a mask hides are computed as all others: every query meets every key.";

  private static final ElementWork CAPPED =
      ElementWork.of(WorkKind.DIVIDE, WorkKind.HYPERBOLIC, WorkKind.MULTIPLY);

  /**
   * Multiply-adds of both products.
   *
   * @return their number
   */
  public Size multiplyAdds() {
    return scores().times(keySize.plus(valueSize));
  }

  /**
   * Elements of the score matrix over all heads.
   *
   * @return their number
   */
  public Size scores() {
    return rows().times(keys);
  }

  /**
   * Work of both products.
   *
   * @param type element type
   * @return the work
   */
  public Work products(ElementType type) {
    Size products = multiplyAdds();
    Work work = Work.of(WorkKind.MULTIPLY_ADD, type, products);
    return products.isZero()
        ? work
        : work.and(WorkKind.SUM_START, type, scores().plus(rows().times(valueSize)));
  }

  /**
   * Work of the softmax over the keys, as {@link SoftmaxWork#softmax} counts it.
   *
   * @param type element type
   * @return the work
   */
  public Work softmax(ElementType type) {
    return SoftmaxWork.softmax(type, new Rows(rows(), keys));
  }

  /**
   * Work of capping the scores (attribute {@code softcap}): a division, a hyperbolic tangent and a
   * multiplication each.
   *
   * @param type element type
   * @return the work
   */
  public Work cap(ElementType type) {
    return CAPPED.times(type, scores());
  }

  /**
   * How the multiply-adds come about.
   *
   * @return the formula
   */
  public Formula formula() {
    return Formula.of("batch * heads * queries * keys * (key_size + value_size)")
        .where("batch", "sequences", batch)
        .where("heads", "query heads", heads)
        .where("queries", "positions that ask", queries)
        .where("keys", "positions that are asked, those of the cache included", keys)
        .where("key_size", "size of a query or key of one head", keySize)
        .where("value_size", "size of a value of one head", valueSize);
  }

  private Size rows() {
    return Size.product(List.of(batch, heads, queries));
  }
}
