package io.modelcounter.core.operator.image;

import io.modelcounter.model.ElementType;
import io.modelcounter.model.Scalar;
import io.modelcounter.spi.Call;
import io.modelcounter.spi.InvalidNodeException;
import io.modelcounter.spi.support.ScalarArithmetic;
import io.modelcounter.symbolic.Size;
import java.util.Optional;
import java.util.OptionalDouble;

/** The size of a scaled axis: {@code floor(in * scale)}, computed in float32 as runtimes do. */
final class ScaledSize {
  /** Largest terms of a fraction that a scale is taken for. */
  private static final int MAX_TERM = 1024;

  private ScaledSize() {}

  /**
   * Scales an axis of the output 0.
   *
   * @param call the call
   * @param axis the axis
   * @param input size of the input
   * @param scale factor, possibly unknown
   * @return the scaled size, a new symbol if it is not known
   * @throws InvalidNodeException if the factor is not positive
   */
  static Size of(Call call, int axis, Size input, Scalar scale) {
    OptionalDouble factor = scale.asDouble();
    if (factor.isEmpty()) {
      return product(input, scale)
          .orElseGet(
              () -> call.freshSize(0, "dim" + axis, "the scale of axis " + axis + " is not known"));
    }
    double value = factor.getAsDouble();
    if (value == 1) {
      return input;
    }
    if (!(value > 0 && value < Float.MAX_VALUE)) {
      throw new InvalidNodeException(
          "the scale of axis " + axis + " is " + value + ", expected more than 0");
    }
    return product(input, scale)
        .or(() -> fraction(input, (float) value))
        .orElseGet(
            () ->
                call.freshSize(
                    0, "dim" + axis, "size " + input + " times " + (float) value + " is rounded"));
  }

  private static Optional<Size> product(Size input, Scalar scale) {
    ElementType type = ElementType.FLOAT32;
    Scalar size = ScalarArithmetic.cast(Scalar.of(input), ElementType.INT64, type);
    Scalar floor = ScalarArithmetic.floor(type, ScalarArithmetic.multiply(type, size, scale));
    return ScalarArithmetic.cast(floor, type, ElementType.INT64).asSize();
  }

  /**
   * Scales a symbolic size by the simplest fraction p/q that the factor is the float32 of.
   *
   * <p>With p and q up to {@value #MAX_TERM} the result is that of float32 arithmetic for all sizes
   * below 8192. A product that is no integer is further from the next one than rounding moves it.
   * One that is an integer is hit exactly unless the factor is too small by more than 2^-25 of it.
   */
  private static Optional<Size> fraction(Size input, float factor) {
    for (int q = 1; q <= MAX_TERM; q++) {
      long p = Math.round((double) factor * q);
      if (p > MAX_TERM) {
        return Optional.empty();
      }
      if (p > 0 && (float) ((double) p / q) == factor) {
        double missing = ((double) p / q - factor) / ((double) p / q);
        return missing <= 0x1p-25
            ? Optional.of(input.times(p).floorDiv(Size.of(q)))
            : Optional.empty();
      }
    }
    return Optional.empty();
  }
}
