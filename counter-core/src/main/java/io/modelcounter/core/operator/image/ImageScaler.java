package io.modelcounter.core.operator.image;

import io.modelcounter.cost.Cost;
import io.modelcounter.cost.Formula;
import io.modelcounter.cost.Work;
import io.modelcounter.cost.WorkKind;
import io.modelcounter.model.ElementType;
import io.modelcounter.spi.Call;
import io.modelcounter.spi.Inferred;
import io.modelcounter.spi.support.NamedOperator;
import io.modelcounter.symbolic.Size;
import java.util.List;

/**
 * ImageScaler (ONNX 1.4, ImageScaler, an experimental operator that was removed): every element is
 * multiplied by a scale and shifted by the bias of its channel.
 */
final class ImageScaler extends NamedOperator {

  ImageScaler() {
    super("ImageScaler");
  }

  @Override
  public List<Inferred> outputs(Call call) {
    return List.of(Inferred.tensor(call.element(0), call.shape(0)));
  }

  @Override
  public Cost count(Call call) {
    Size elements = call.shape(0).elements();
    ElementType type = call.element(0);
    Work work = Work.of(WorkKind.MULTIPLY, type, elements).and(WorkKind.ADD, type, elements);
    Formula formula =
        Formula.of("elements + elements").where("elements", "elements of the input", elements);
    return Cost.of(work, formula);
  }
}
