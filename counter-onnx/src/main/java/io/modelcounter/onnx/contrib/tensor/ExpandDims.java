package io.modelcounter.onnx.contrib.tensor;

import io.modelcounter.cost.Traffic;
import io.modelcounter.model.Shape;
import io.modelcounter.onnx.contrib.Contrib;
import io.modelcounter.spi.Call;
import io.modelcounter.spi.Inferred;
import io.modelcounter.spi.support.Axes;
import io.modelcounter.spi.support.DataMovement;
import io.modelcounter.spi.support.Elements;
import io.modelcounter.symbolic.Size;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;

/** ExpandDims (com.microsoft, ExpandDims): inserts an axis of size 1. */
final class ExpandDims extends DataMovement {

  ExpandDims() {
    super("only the shape changes", Contrib.operator("ExpandDims"));
  }

  @Override
  public List<Inferred> outputs(Call call) {
    Shape input = call.shape(0);
    OptionalLong axis =
        Elements.constant(call.sizes(1).filter(axes -> axes.size() == 1).map(axes -> axes.get(0)));
    List<Size> dims = new ArrayList<>(input.dims());
    if (axis.isPresent()) {
      dims.add(Axes.normalize(axis.getAsLong(), input.rank() + 1), Size.ONE);
    } else {
      dims.clear();
      for (int i = 0; i <= input.rank(); i++) {
        dims.add(call.freshSize(0, "dim" + i, "the axis to insert is not known"));
      }
    }
    return List.of(reshaped(call, Shape.of(dims)));
  }

  @Override
  public Traffic traffic(Call call) {
    return Traffic.NONE;
  }
}
