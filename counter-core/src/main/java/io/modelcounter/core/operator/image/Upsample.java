package io.modelcounter.core.operator.image;

import io.modelcounter.cost.Cost;
import io.modelcounter.model.Scalar;
import io.modelcounter.model.Shape;
import io.modelcounter.model.TensorValue;
import io.modelcounter.spi.Call;
import io.modelcounter.spi.Inferred;
import io.modelcounter.spi.InvalidNodeException;
import io.modelcounter.spi.support.InterpolationMode;
import io.modelcounter.spi.support.NamedOperator;
import io.modelcounter.symbolic.Size;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;

/**
 * Upsample (ONNX, Upsample): Resize by scales that are attributes up to version 8 and an input
 * since; version 1 has one for the height and one for the width.
 */
final class Upsample extends NamedOperator {
  private static final int SCALES = 1;

  Upsample() {
    super("Upsample");
  }

  @Override
  public List<Inferred> outputs(Call call) {
    Shape input = call.shape(0);
    List<Scalar> scales = scales(call, input.rank());
    if (scales.size() != input.rank()) {
      throw new InvalidNodeException(
          "input is " + input + ", but there are " + scales.size() + " scales");
    }
    List<Size> dims = new ArrayList<>(input.rank());
    for (int axis = 0; axis < input.rank(); axis++) {
      dims.add(ScaledSize.of(call, axis, input.dim(axis), scales.get(axis)));
    }
    return List.of(Inferred.tensor(call.element(0), Shape.of(dims)));
  }

  private static List<Scalar> scales(Call call, int rank) {
    if (call.hasInput(SCALES)) {
      return call.value(SCALES)
          .map(TensorValue::elements)
          .orElseGet(() -> Collections.nCopies(rank, Scalar.UNKNOWN));
    }
    if (call.attributes().has("scales")) {
      return Arrays.stream(call.attributes().reals("scales").orElseThrow())
          .mapToObj(Scalar::real)
          .toList();
    }
    Scalar one = Scalar.real(1);
    return List.of(one, one, scale(call, "height_scale"), scale(call, "width_scale"));
  }

  private static Scalar scale(Call call, String attribute) {
    return Scalar.real(
        call.attributes()
            .real(attribute)
            .orElseThrow(
                () -> new InvalidNodeException("attribute \"" + attribute + "\" is missing")));
  }

  @Override
  public Cost count(Call call) {
    InterpolationMode mode = InterpolationMode.named(call.attributes().text("mode", "nearest"));
    return Resampling.resized(call, mode, false);
  }
}
