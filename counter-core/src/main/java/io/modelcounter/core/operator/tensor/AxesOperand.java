package io.modelcounter.core.operator.tensor;

import io.modelcounter.model.TensorValue;
import io.modelcounter.spi.Call;
import io.modelcounter.spi.support.Elements;
import java.util.Optional;
import java.util.OptionalInt;

/** Axes that a node names by its attribute {@code axes} or, in later versions, by an input. */
final class AxesOperand {
  private AxesOperand() {}

  /** Tells whether the node names axes at all. */
  static boolean isGiven(Call call, int input) {
    return call.hasInput(input) || call.attributes().has("axes");
  }

  /** The axes as the node writes them, empty if they are not given or not known. */
  static Optional<long[]> read(Call call, int input) {
    return call.hasInput(input)
        ? call.value(input).flatMap(TensorValue::asLongs)
        : call.attributes().integers("axes");
  }

  /** How many axes an input names, empty if that is not known. */
  static OptionalInt count(Call call, int input) {
    Optional<long[]> dims = Elements.followedDims(call.shapeIfKnown(input));
    return dims.isPresent() ? OptionalInt.of(Elements.count(dims.get())) : OptionalInt.empty();
  }
}
