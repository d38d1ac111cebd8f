package io.modelcounter.core.operator.tensor;

import io.modelcounter.spi.InvalidNodeException;
import io.modelcounter.spi.support.Elements;
import io.modelcounter.symbolic.Size;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * Bounds of a slice along one axis (ONNX, Slice).
 *
 * <p>A negative bound counts from the end of the axis; then a bound is clamped to the axis. Where
 * the sign of a symbolic bound is not known, the length of the axis is added {@code min(1, max(0,
 * -bound))} times, which is 1 for a negative bound and 0 for any other.
 *
 * <p>If both bounds are formulas in symbols of the file and the axis has a constant length, the
 * slice is a window into a table, such as a causal mask or a table of positions, and is taken to
 * lie inside it: a model that looks beyond its table does not run.
 *
 * @param start first position, empty if it is not known
 * @param end position before which the slice ends, empty if it is not known
 * @param step distance of the positions, negative to go backwards, empty if it is not known
 */
record SliceBounds(Optional<Size> start, Optional<Size> end, Optional<Size> step) {
  /** Bounds that take a whole axis. */
  static final SliceBounds WHOLE =
      new SliceBounds(
          Optional.of(Size.ZERO), Optional.of(Size.of(Long.MAX_VALUE)), Optional.of(Size.ONE));

  private static final Size MINUS_ONE = Size.of(-1);

  /**
   * How many positions of an axis the slice takes.
   *
   * <pre>
   * max(0, ceil((end - start) / step))
   * </pre>
   *
   * @return the number, empty if a bound or the sign of the step is not known
   */
  Optional<Size> length(Size dim) {
    if (equals(WHOLE)) {
      return Optional.of(dim);
    }
    Optional<Size> first = first(dim);
    if (first.isEmpty() || end.isEmpty()) {
      return Optional.empty();
    }
    Size by = step.orElseThrow();
    if (isWindow(dim)) {
      return Optional.of(end.get().minus(first.get()).ceilDiv(by).max(Size.ZERO));
    }
    if (by.isGreaterThan(Size.ZERO)) {
      Size span = fromFront(end.get(), dim, Size.ZERO).min(dim).minus(first.get());
      return Optional.of(span.ceilDiv(by).max(Size.ZERO));
    }
    Size last = dim.minus(Size.ONE);
    Size span = first.get().minus(fromFront(end.get(), dim, MINUS_ONE).min(last));
    return Optional.of(span.ceilDiv(by.negate()).max(Size.ZERO));
  }

  /**
   * The first position that is taken, if any is.
   *
   * @return the position, empty if the start or the sign of the step is not known
   */
  Optional<Size> first(Size dim) {
    if (step.isEmpty() || start.isEmpty()) {
      return Optional.empty();
    }
    if (step.get().isZero()) {
      throw new InvalidNodeException("the step of a slice is 0");
    }
    if (step.get().isGreaterThan(Size.ZERO)) {
      // A start beyond the end leaves nothing, whether it is clamped or not.
      return isWindow(dim) ? start : Optional.of(fromFront(start.get(), dim, Size.ZERO));
    }
    return Size.ZERO.isGreaterThan(step.get())
        ? Optional.of(fromFront(start.get(), dim, Size.ZERO).min(dim.minus(Size.ONE)))
        : Optional.empty();
  }

  private boolean isWindow(Size dim) {
    return dim.isConstant()
        && isFormula(start)
        && isFormula(end)
        && step.isPresent()
        && step.get().isGreaterThan(Size.ZERO);
  }

  /** Tells whether a bound is a formula in symbols of the file that may be a position. */
  private static boolean isFormula(Optional<Size> bound) {
    return bound.isPresent()
        && !bound.get().isConstant()
        && !bound.get().isDataDependent()
        && !Size.ZERO.isGreaterThan(bound.get());
  }

  /**
   * The positions of a short axis that the slice takes.
   *
   * @param dim length of the axis
   * @return the positions in order, empty if they are not all known
   */
  Optional<int[]> positions(Size dim) {
    OptionalLong count = Elements.constant(length(dim));
    if (count.isEmpty()) {
      return Optional.empty();
    }
    int[] positions = new int[(int) count.getAsLong()];
    if (positions.length == 0) {
      return Optional.of(positions);
    }
    OptionalLong from = Elements.constant(first(dim));
    OptionalLong by = positions.length == 1 ? OptionalLong.of(0) : Elements.constant(step);
    if (from.isEmpty() || by.isEmpty()) {
      return Optional.empty();
    }
    for (int i = 0; i < positions.length; i++) {
      positions[i] = (int) (from.getAsLong() + i * by.getAsLong());
    }
    return Optional.of(positions);
  }

  /** A bound counted from the front of the axis, not below {@code low}. */
  private static Size fromFront(Size bound, Size dim, Size low) {
    OptionalLong constant = bound.asLong();
    if (constant.isPresent() && constant.getAsLong() >= Integer.MAX_VALUE) {
      // Exporters write a very large number for "to the end".
      return dim;
    }
    if (constant.isPresent() && constant.getAsLong() <= -Integer.MAX_VALUE) {
      return low;
    }
    if (bound.isAtLeast(Size.ZERO)) {
      return bound;
    }
    if (Size.ZERO.isGreaterThan(bound)) {
      return bound.plus(dim).max(low);
    }
    Size isNegative = bound.negate().max(Size.ZERO).min(Size.ONE);
    return bound.plus(dim.times(isNegative)).max(low);
  }
}
