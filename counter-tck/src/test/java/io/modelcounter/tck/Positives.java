package io.modelcounter.tck;

import io.modelcounter.cost.Cost;
import io.modelcounter.cost.Formula;
import io.modelcounter.cost.Work;
import io.modelcounter.cost.WorkKind;
import io.modelcounter.model.ElementType;
import io.modelcounter.model.Shape;
import io.modelcounter.spi.Call;
import io.modelcounter.spi.Inferred;
import io.modelcounter.spi.LayerCounter;
import io.modelcounter.spi.OperatorRange;
import io.modelcounter.spi.ShapeRule;
import io.modelcounter.symbolic.Size;
import java.util.List;

/** Sample operator that gives the positions of positive elements: their number lies in the data. */
final class Positives implements ShapeRule, LayerCounter {

  @Override
  public List<OperatorRange> operators() {
    return List.of(OperatorRange.of("test", "Positives"));
  }

  @Override
  public List<Inferred> outputs(Call call) {
    Size elements = call.shape(0).elements();
    Size count = call.freshSize(0, "count", "it depends on the signs of the elements", elements);
    return List.of(Inferred.tensor(ElementType.INT64, Shape.of(count)));
  }

  @Override
  public List<Inferred> withoutShapes(Call call, String reason) {
    Size count = call.freshSize(0, "count", reason);
    return List.of(Inferred.tensor(ElementType.INT64, Shape.of(count)));
  }

  @Override
  public Cost count(Call call) {
    Size elements = call.shape(0).elements();
    Work work = Work.of(WorkKind.COMPARE, call.element(0), elements);
    return Cost.of(work, Formula.of("N").where("N", "elements", elements));
  }
}
