package io.modelcounter.spi.operator;

import io.modelcounter.cost.Cost;
import io.modelcounter.cost.Traffic;
import io.modelcounter.cost.WorkKind;
import io.modelcounter.model.Shape;
import io.modelcounter.spi.Call;
import io.modelcounter.spi.Inferred;
import io.modelcounter.spi.OperatorRange;
import io.modelcounter.spi.support.ElementWork;
import io.modelcounter.spi.support.Heads;
import io.modelcounter.spi.support.NamedOperator;
import io.modelcounter.spi.support.PartialReads;
import io.modelcounter.spi.support.TableRows;
import io.modelcounter.symbolic.Amount;
import io.modelcounter.symbolic.Size;
import java.util.List;
import java.util.Optional;

/**
 * RotaryEmbedding (ONNX, RotaryEmbedding, and the operators of other domains that mean the same):
 * pairs of elements are rotated by the angle of their position, [batch, heads, positions, size] or
 * [batch, positions, heads * size].
 *
 * <p>A rotated element is two multiplications and an addition (Su and others, "RoFormer", 2021).
 */
public final class RotaryEmbedding extends NamedOperator {
  /** Work of a rotated element: two multiplications and an addition. */
  public static final ElementWork ROTATED =
      ElementWork.of(WorkKind.MULTIPLY, WorkKind.MULTIPLY, WorkKind.ADD);

  private final int positions;
  private final int streams;
  private final int cosines;
  private final int sines;

  private RotaryEmbedding(
      OperatorRange operator, int positions, int streams, int cosines, int sines) {
    super(operator);
    this.positions = positions;
    this.streams = streams;
    this.cosines = cosines;
    this.sines = sines;
  }

  /**
   * The operator of the standard: X, cosines, sines and, where there is one, the positions.
   *
   * @param operator the operator
   * @return rule and counter
   */
  public static RotaryEmbedding withPositionsLast(OperatorRange operator) {
    return new RotaryEmbedding(operator, 3, 1, 1, 2);
  }

  /**
   * The operator with other inputs: X, positions, cosines and sines.
   *
   * @param operator the operator
   * @param streams positions that a token has, each for a part of the pairs
   * @return rule and counter
   */
  public static RotaryEmbedding withPositionsFirst(OperatorRange operator, int streams) {
    return new RotaryEmbedding(operator, 1, streams, 2, 3);
  }

  @Override
  public List<Inferred> outputs(Call call) {
    return List.of(Inferred.tensor(call.element(0), call.shapeIfKnown(0)));
  }

  @Override
  public Cost count(Call call) {
    ElementWork work =
        call.attributes().real("scale").orElse(1) == 1
            ? ROTATED
            : ROTATED.and(WorkKind.MULTIPLY, 1);
    return work.cost(call.element(0), rotatedElements(call));
  }

  @Override
  public Traffic traffic(Call call) {
    if (!call.hasInput(positions)) {
      return super.traffic(call);
    }
    return PartialReads.traffic(
        call,
        input ->
            input == cosines || input == sines
                ? Optional.of(rowsTaken(call, input))
                : Optional.empty());
  }

  /**
   * Bytes of the rows of a table that the positions take; streams share a row, and a vector of
   * positions holds only the first of a sequence.
   */
  private Amount rowsTaken(Call call, int table) {
    Shape taken = call.shapeIfKnown(positions);
    Shape input = call.shapeIfKnown(0);
    if (!taken.hasRank() || !input.hasRank()) {
      return Amount.unknown("how many rows of a position table are read is not known");
    }
    Size rows =
        taken.rank() == 1 && input.rank() > 2
            ? input.dim(-2)
            : taken.elements().floorDiv(Size.of(streams));
    return TableRows.bytes(call, table, rows);
  }

  private static Size rotatedElements(Call call) {
    Shape input = call.shape(0);
    long rotated = call.attributes().integer("rotary_embedding_dim", 0);
    if (rotated == 0) {
      return input.elements();
    }
    Heads heads = Heads.of(call, 0, "num_heads");
    return Size.product(List.of(heads.batch(), heads.heads(), heads.positions(), Size.of(rotated)));
  }
}
