package io.modelcounter.core.operator.tensor;

import io.modelcounter.model.Shape;
import io.modelcounter.spi.Call;
import io.modelcounter.spi.Inferred;
import io.modelcounter.spi.support.Axes;
import io.modelcounter.spi.support.DataMovement;
import io.modelcounter.spi.support.Elements;
import io.modelcounter.symbolic.Size;
import java.util.ArrayList;
import java.util.List;

/**
 * Split (ONNX, Split): cuts a tensor along one axis, into parts of given lengths or of equal ones.
 */
final class Split extends DataMovement {

  Split() {
    super("the elements are only copied", "Split");
  }

  @Override
  public List<Inferred> outputs(Call call) {
    Shape data = call.shape(0);
    int axis = Axes.normalize(call.attributes().integer("axis", 0), data.rank());
    List<Size> lengths = new SplitLengths(call, data.dim(axis)).lengths();
    List<Inferred> outputs = new ArrayList<>(lengths.size());
    Size start = Size.ZERO;
    for (Size length : lengths) {
      Size from = start;
      outputs.add(
          Elements.following(
              call,
              data.withDim(axis, length),
              value -> Elements.range(value, axis, from, length)));
      start = start.plus(length);
    }
    return outputs;
  }
}
