package io.modelcounter.onnx.contrib.quantized;

import io.modelcounter.cost.Cost;
import io.modelcounter.cost.Formula;
import io.modelcounter.cost.Work;
import io.modelcounter.cost.WorkKind;
import io.modelcounter.model.ElementType;
import io.modelcounter.model.Shape;
import io.modelcounter.onnx.contrib.Contrib;
import io.modelcounter.spi.Call;
import io.modelcounter.spi.Inferred;
import io.modelcounter.spi.support.NamedOperator;
import io.modelcounter.spi.support.Rows;
import java.util.List;

/**
 * ReduceSumInteger (ONNX Runtime, contrib operators): sums of 8-bit integers as 32-bit integers of
 * the same signedness.
 *
 * <p>A group of n elements takes n − 1 additions.
 */
final class IntegerSum extends NamedOperator {

  IntegerSum() {
    super(Contrib.operator("ReduceSumInteger"));
  }

  @Override
  public List<Inferred> outputs(Call call) {
    return List.of(Inferred.tensor(sum(call), ReducedCall.of(call).output()));
  }

  @Override
  public List<Inferred> withoutShapes(Call call, String reason) {
    return List.of(Inferred.tensor(sum(call), Shape.unknownRank(reason)));
  }

  @Override
  public Cost count(Call call) {
    Rows rows = ReducedCall.of(call).rows();
    Formula formula =
        Formula.of("elements - outputs")
            .where("elements", "elements of the input", rows.elements())
            .where("outputs", "elements of the output", rows.count());
    return Cost.of(Work.of(WorkKind.ADD, sum(call), rows.combinations()), formula);
  }

  private static ElementType sum(Call call) {
    return switch (call.element(0)) {
      case UINT8 -> ElementType.UINT32;
      case UNKNOWN -> ElementType.UNKNOWN;
      default -> ElementType.INT32;
    };
  }
}
