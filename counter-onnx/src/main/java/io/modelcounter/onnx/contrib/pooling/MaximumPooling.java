package io.modelcounter.onnx.contrib.pooling;

import io.modelcounter.cost.Cost;
import io.modelcounter.cost.Formula;
import io.modelcounter.cost.Work;
import io.modelcounter.cost.WorkKind;
import io.modelcounter.model.ElementType;
import io.modelcounter.onnx.contrib.Contrib;
import io.modelcounter.spi.Call;
import io.modelcounter.spi.Inferred;
import io.modelcounter.spi.support.NamedOperator;
import io.modelcounter.spi.support.Rows;
import io.modelcounter.spi.support.TensorLayout;
import java.util.List;

/**
 * NhwcMaxPool and MaxpoolWithMask (ONNX Runtime, contrib operators): MaxPool of ONNX over images
 * with their channels last, or with a mask that hides elements.
 *
 * <p>A window of n elements takes n − 1 comparisons, and n choices by the mask if there is one.
 */
final class MaximumPooling extends NamedOperator {
  private static final int MASK = 1;

  private final TensorLayout layout;

  MaximumPooling(String name, TensorLayout layout) {
    super(Contrib.operator(name));
    this.layout = layout;
  }

  @Override
  public List<Inferred> outputs(Call call) {
    return List.of(Inferred.tensor(call.element(0), window(call).output(call.shape(0))));
  }

  @Override
  public Cost count(Call call) {
    Rows windows = window(call).windows(call.outputShape(0));
    ElementType type = call.element(0);
    Work work = Work.of(WorkKind.COMPARE, type, windows.combinations());
    boolean masked = call.hasInput(MASK);
    if (masked) {
      work = work.and(WorkKind.SELECT, type, windows.elements());
    }
    Formula formula =
        Formula.of("windows * (covered - 1)" + (masked ? " + windows * covered" : ""))
            .where("windows", "output elements", windows.count())
            .where("covered", "elements of a window", windows.length());
    return Cost.of(work, formula);
  }

  private PoolingWindow window(Call call) {
    return new PoolingWindow(call.attributes(), layout);
  }
}
