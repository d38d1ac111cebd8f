package io.modelcounter.core.operator.tensor;

import io.modelcounter.cost.Traffic;
import io.modelcounter.model.Shape;
import io.modelcounter.spi.Call;
import io.modelcounter.spi.Inferred;
import io.modelcounter.spi.support.Axes;
import io.modelcounter.spi.support.DataMovement;
import io.modelcounter.symbolic.Size;
import java.util.ArrayList;
import java.util.List;

/**
 * LoopIndexTensor (ONNX 1.2, LoopIndexTensor, which was removed): the part of a tensor at the
 * iteration number of the loop, along the attribute {@code axis}.
 */
final class LoopIndexTensor extends DataMovement {

  LoopIndexTensor() {
    super("the elements are only copied", "LoopIndexTensor");
  }

  @Override
  public List<Inferred> outputs(Call call) {
    Shape shape = call.shape(0);
    List<Size> dims = new ArrayList<>(shape.dims());
    dims.remove(Axes.normalize(call.attributes().integer("axis", 0), shape.rank()));
    return List.of(withFillOf(call.input(0), Inferred.tensor(call.element(0), Shape.of(dims))));
  }

  @Override
  public Traffic traffic(Call call) {
    return readingWhatItWrites(call);
  }
}
