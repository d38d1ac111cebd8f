package io.modelcounter.core.operator.spectral;

import io.modelcounter.spi.Call;
import io.modelcounter.symbolic.Size;
import java.util.Optional;

/** Reads lengths that are given as inputs of one element. */
final class Scalars {
  private static final Size TWO = Size.of(2);

  private Scalars() {}

  /** The integer that an input holds, or empty if it is absent or not known. */
  static Optional<Size> integer(Call call, int input) {
    return call.sizes(input).filter(values -> values.size() == 1).map(values -> values.get(0));
  }

  /** The integer that an input holds, or a data-dependent size. */
  static Size integerOrFresh(Call call, int input, String label) {
    return integer(call, input)
        .orElseGet(() -> call.freshSize(0, label, "input " + input + " is not known"));
  }

  /** Distinct values of a transform of real numbers: floor(length / 2) + 1. */
  static Size bins(Size length) {
    return length.floorDiv(TWO).plus(Size.ONE);
  }
}
