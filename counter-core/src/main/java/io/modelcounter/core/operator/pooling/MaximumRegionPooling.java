package io.modelcounter.core.operator.pooling;

import io.modelcounter.core.operator.Operator;
import io.modelcounter.cost.Cost;
import io.modelcounter.cost.Formula;
import io.modelcounter.cost.Work;
import io.modelcounter.cost.WorkKind;
import io.modelcounter.model.Shape;
import io.modelcounter.spi.Call;
import io.modelcounter.spi.Inferred;
import io.modelcounter.spi.InvalidNodeException;
import io.modelcounter.spi.OperatorRange;
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
final class MaximumRegionPooling implements Operator {

  @Override
  public List<OperatorRange> operators() {
    return List.of(OperatorRange.onnx("MaxRoiPool"));
  }

  @Override
  public List<Inferred> outputs(Call call) {
    Shape input = call.shape(0);
    Shape regions = call.shape(1);
    if (input.rank() != 4 || regions.rank() != 2) {
      throw new InvalidNodeException(
          "input is " + input + " and regions " + regions + ", expected [N, C, H, W] and [R, 5]");
    }
    long[] pooled = Window.list(call.attributes(), "pooled_shape", 2, 1);
    Shape output = Shape.of(regions.dim(0), input.dim(1), Size.of(pooled[0]), Size.of(pooled[1]));
    return List.of(Inferred.tensor(call.element(0), output));
  }

  @Override
  public Cost count(Call call) {
    Size bins = call.outputShape(0).elements();
    Size largest = call.shape(0).elements(2, 4);
    Formula formula =
        Formula.of("bins * largest")
            .where("bins", "output elements", bins)
            .where("largest", "elements of one channel of the input", largest);
    Work most = Work.of(WorkKind.COMPARE, call.element(0), bins.times(largest));
    return Cost.between(Work.NONE, most, formula, "the sizes of the regions depend on the data");
  }
}
