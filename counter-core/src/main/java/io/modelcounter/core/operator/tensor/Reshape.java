package io.modelcounter.core.operator.tensor;

import io.modelcounter.model.Scalar;
import io.modelcounter.model.Shape;
import io.modelcounter.spi.Call;
import io.modelcounter.spi.Inferred;
import io.modelcounter.spi.InvalidNodeException;
import io.modelcounter.spi.support.Elements;
import java.util.List;
import java.util.Optional;

/**
 * Reshape (ONNX, Reshape): the same elements under the sizes that an input or, in version 1, an
 * attribute lists. There 0 copies a size of the data unless {@code allowzero} is set, and -1 takes
 * what is left.
 */
final class Reshape extends View {

  Reshape() {
    super("Reshape");
  }

  @Override
  public List<Inferred> outputs(Call call) {
    Optional<List<Scalar>> target =
        call.hasInput(1)
            ? Elements.entries(call, 1)
            : Optional.of(Elements.entries(attribute(call)));
    Shape shape =
        target.isPresent()
            ? new ReshapeTarget(call, target.get()).resolve()
            : Shape.unknownRank(ShapeEntries.NUMBER_UNKNOWN);
    return List.of(reshaped(call, shape));
  }

  private static long[] attribute(Call call) {
    return call.attributes()
        .integers("shape")
        .orElseThrow(
            () ->
                new InvalidNodeException(
                    "Reshape has neither a second input nor the attribute \"shape\""));
  }
}
