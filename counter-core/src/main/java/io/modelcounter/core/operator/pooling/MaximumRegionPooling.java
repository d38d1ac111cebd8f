package io.modelcounter.core.operator.pooling;

import io.modelcounter.cost.Cost;
import io.modelcounter.cost.Formula;
import io.modelcounter.cost.Work;
import io.modelcounter.cost.WorkKind;
import io.modelcounter.model.Shape;
import io.modelcounter.spi.Call;
import io.modelcounter.spi.support.Rows;
import io.modelcounter.spi.support.Window;
import io.modelcounter.symbolic.Size;
import java.util.List;

/**
 * MaxRoiPool (ONNX, MaxRoiPool): X [N, C, H, W] and regions [R, 5] give Y [R, C, h, w], each
 * element the largest of one bin of a region.
 *
 * <p>How large the bins are is data: none is larger than the input, and each element of a bin but
 * the first needs one comparison.
 */
final class MaximumRegionPooling extends RegionPooling {

  MaximumRegionPooling() {
    super("MaxRoiPool", 5);
  }

  @Override
  List<Size> pooledSizes(Call call) {
    return Shape.of(Window.list(call.attributes(), "pooled_shape", 2, 1)).dims();
  }

  @Override
  public Cost count(Call call) {
    Size bins = call.outputShape(0).elements();
    Size largest = call.shape(0).elements(2, 4);
    Formula formula =
        Formula.of("bins * (largest - 1)")
            .where("bins", "output elements", bins)
            .where("largest", "elements of one channel of the input", largest);
    Work most = Work.of(WorkKind.COMPARE, call.element(0), new Rows(bins, largest).combinations());
    return Cost.between(Work.NONE, most, formula, "the sizes of the regions depend on the data");
  }
}
