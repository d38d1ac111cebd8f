package io.modelcounter.core.operator.attention;

import io.modelcounter.cost.Cost;
import io.modelcounter.cost.Traffic;
import io.modelcounter.cost.WorkKind;
import io.modelcounter.model.Shape;
import io.modelcounter.spi.Call;
import io.modelcounter.spi.Inferred;
import io.modelcounter.spi.InvalidNodeException;
import io.modelcounter.spi.LayerCounter;
import io.modelcounter.spi.support.ElementWork;
import io.modelcounter.spi.support.NamedOperator;
import io.modelcounter.symbolic.Amount;
import io.modelcounter.symbolic.Size;
import java.util.List;

/**
 * RotaryEmbedding (ONNX, RotaryEmbedding): pairs of elements are rotated by the angle of their
 * position, [batch, heads, positions, size] or [batch, positions, heads * size].
 *
 * <p>A rotated element is two multiplications and an addition (Su and others, "RoFormer", 2021).
 */
final class RotaryEmbedding extends NamedOperator {
  private static final ElementWork ROTATED =
      ElementWork.of(WorkKind.MULTIPLY, WorkKind.MULTIPLY, WorkKind.ADD);
  private static final int COSINES = 1;
  private static final int SINES = 2;
  private static final int POSITIONS = 3;

  RotaryEmbedding() {
    super("RotaryEmbedding");
  }

  @Override
  public List<Inferred> outputs(Call call) {
    return List.of(Inferred.tensor(call.element(0), call.shapeIfKnown(0)));
  }

  @Override
  public Cost count(Call call) {
    return ROTATED.cost(call.element(0), rotatedElements(call));
  }

  @Override
  public Traffic traffic(Call call) {
    if (!call.hasInput(POSITIONS)) {
      return super.traffic(call);
    }
    Amount read =
        LayerCounter.bytes(call.type(0))
            .plus(LayerCounter.bytes(call.type(POSITIONS)))
            .plus(rowsTaken(call, COSINES))
            .plus(rowsTaken(call, SINES));
    return new Traffic(read, LayerCounter.bytes(call.outputType(0)));
  }

  /** Bytes of the rows of a table that the positions take. */
  private static Amount rowsTaken(Call call, int table) {
    Shape positions = call.shapeIfKnown(POSITIONS);
    Shape rows = call.shapeIfKnown(table);
    if (rows.hasRank() && rows.rank() == 0) {
      throw new InvalidNodeException("input " + table + " is a scalar, expected a table");
    }
    return positions.hasRank() && rows.hasRank()
        ? call.element(table).bytes(positions.elements().times(rows.dim(-1)))
        : Amount.unknown("how many rows of a position table are read is not known");
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
