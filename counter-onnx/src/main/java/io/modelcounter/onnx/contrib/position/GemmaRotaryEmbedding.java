package io.modelcounter.onnx.contrib.position;

import io.modelcounter.cost.Cost;
import io.modelcounter.cost.Formula;
import io.modelcounter.cost.Work;
import io.modelcounter.cost.WorkKind;
import io.modelcounter.model.ElementType;
import io.modelcounter.model.Shape;
import io.modelcounter.onnx.contrib.Contrib;
import io.modelcounter.spi.Call;
import io.modelcounter.spi.Inferred;
import io.modelcounter.spi.operator.RotaryEmbedding;
import io.modelcounter.spi.support.NamedOperator;
import io.modelcounter.symbolic.Size;
import java.util.List;

/**
 * GemmaRotaryEmbedding (ONNX Runtime, contrib operators): queries and keys are rotated by angles;
 * their elements with halves exchanged are inputs as well.
 *
 * <p>An angle takes a sine and a cosine, each converted to the type of the queries; an element of
 * queries and keys two multiplications and an addition.
 */
final class GemmaRotaryEmbedding extends NamedOperator {
  private static final int QUERIES = 1;
  private static final int KEYS = 3;

  GemmaRotaryEmbedding() {
    super(Contrib.operator("GemmaRotaryEmbedding"));
  }

  @Override
  public List<Inferred> outputs(Call call) {
    return List.of(
        Inferred.tensor(call.element(QUERIES), call.shapeIfKnown(QUERIES)),
        Inferred.tensor(call.element(KEYS), call.shapeIfKnown(KEYS)));
  }

  @Override
  public List<Inferred> withoutShapes(Call call, String reason) {
    Shape unknown = Shape.unknownRank(reason);
    return List.of(
        Inferred.tensor(call.element(QUERIES), unknown),
        Inferred.tensor(call.element(KEYS), unknown));
  }

  @Override
  public Cost count(Call call) {
    Size angles = call.shape(0).elements();
    Size rotated = call.shape(QUERIES).elements().plus(call.shape(KEYS).elements());
    ElementType type = call.element(QUERIES);
    Work work =
        RotaryEmbedding.ROTATED
            .times(type, rotated)
            .and(WorkKind.TRIGONOMETRIC, call.element(0), angles.times(2))
            .and(WorkKind.CONVERT, type, angles.times(2));
    Formula formula =
        Formula.of("3 * rotated + 4 * angles")
            .where("rotated", "elements of queries and keys", rotated)
            .where("angles", "angles of all positions", angles);
    return Cost.of(work, formula);
  }
}
