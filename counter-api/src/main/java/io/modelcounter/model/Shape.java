package io.modelcounter.model;

import io.modelcounter.symbolic.Bindings;
import io.modelcounter.symbolic.Size;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The sizes of a tensor's dimensions, or the reason why not even their number is known.
 *
 * <p>A dimension is a {@link Size}: an integer, an expression in symbols, or a data-dependent
 * symbol that carries its reason.
 */
public final class Shape {
  private static final Shape SCALAR = new Shape(List.of(), null);

  private final List<Size> dims;
  private final @Nullable String unknownReason;
  private @Nullable Size elements;

  private Shape(List<Size> dims, @Nullable String unknownReason) {
    this.dims = dims;
    this.unknownReason = unknownReason;
  }

  /**
   * Shape of rank 0.
   *
   * @return the shape of a scalar
   */
  public static Shape scalar() {
    return SCALAR;
  }

  /**
   * Shape with given dimensions.
   *
   * @param dims sizes, outermost first
   * @return the shape
   */
  public static Shape of(List<Size> dims) {
    return dims.isEmpty() ? SCALAR : new Shape(List.copyOf(dims), null);
  }

  /**
   * Shape with given dimensions.
   *
   * @param dims sizes, outermost first
   * @return the shape
   */
  public static Shape of(Size... dims) {
    return of(Arrays.asList(dims));
  }

  /**
   * Shape with constant dimensions.
   *
   * @param dims sizes, outermost first
   * @return the shape
   */
  public static Shape of(long... dims) {
    return of(Arrays.stream(dims).mapToObj(Size::of).toList());
  }

  /**
   * Shape of which nothing is known.
   *
   * @param reason why, as a clause that can follow "because"
   * @return the shape
   */
  public static Shape unknownRank(String reason) {
    return new Shape(List.of(), Objects.requireNonNull(reason));
  }

  /**
   * Tells whether the number of dimensions is known.
   *
   * @return false for {@link #unknownRank}
   */
  public boolean hasRank() {
    return unknownReason == null;
  }

  /**
   * Why the rank is unknown.
   *
   * @return the reason, or empty if the rank is known
   */
  public Optional<String> unknownReason() {
    return Optional.ofNullable(unknownReason);
  }

  /**
   * Number of dimensions.
   *
   * @return the rank
   * @throws IllegalStateException if the rank is unknown
   */
  public int rank() {
    return dims().size();
  }

  /**
   * The dimensions, outermost first.
   *
   * @return unmodifiable list
   * @throws IllegalStateException if the rank is unknown
   */
  public List<Size> dims() {
    if (unknownReason != null) {
      throw new IllegalStateException("rank unknown: " + unknownReason);
    }
    return dims;
  }

  /**
   * One dimension.
   *
   * @param axis index; a negative one counts from the end
   * @return its size
   * @throws IndexOutOfBoundsException if there is no such axis
   */
  public Size dim(int axis) {
    List<Size> all = dims();
    return all.get(axis < 0 ? axis + all.size() : axis);
  }

  /**
   * Number of elements: the product of all dimensions, 1 for a scalar.
   *
   * @return the product
   * @throws IllegalStateException if the rank is unknown
   */
  public Size elements() {
    Size known = elements;
    if (known == null) {
      known = Size.product(dims());
      elements = known; // the same whoever works it out, so no lock is needed
    }
    return known;
  }

  /**
   * Product of a range of dimensions.
   *
   * @param from first axis, inclusive
   * @param to last axis, exclusive
   * @return the product, 1 for an empty range
   */
  public Size elements(int from, int to) {
    return Size.product(dims().subList(from, to));
  }

  /**
   * This shape with one dimension replaced.
   *
   * @param axis index; a negative one counts from the end
   * @param size the new size
   * @return the new shape
   */
  public Shape withDim(int axis, Size size) {
    List<Size> changed = new ArrayList<>(dims());
    changed.set(axis < 0 ? axis + changed.size() : axis, size);
    return of(changed);
  }

  /**
   * The dimensions as integers.
   *
   * @return the integers, or empty if the rank is unknown or a dimension is not a constant that
   *     fits a long
   */
  public Optional<long[]> asLongs() {
    if (unknownReason != null) {
      return Optional.empty();
    }
    long[] values = new long[dims.size()];
    for (int i = 0; i < values.length; i++) {
      var value = dims.get(i).asLong();
      if (value.isEmpty()) {
        return Optional.empty();
      }
      values[i] = value.getAsLong();
    }
    return Optional.of(values);
  }

  /**
   * This shape with symbols replaced by values.
   *
   * @param bindings values of symbols
   * @return the bound shape
   */
  public Shape bind(Bindings bindings) {
    if (dims.isEmpty() || bindings.isEmpty() || dims.stream().allMatch(Size::isConstant)) {
      return this;
    }
    return of(dims.stream().map(dim -> dim.bind(bindings)).toList());
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Shape that
        && dims.equals(that.dims)
        && Objects.equals(unknownReason, that.unknownReason);
  }

  @Override
  public int hashCode() {
    return Objects.hash(dims, unknownReason);
  }

  /** Text such as {@code [batch, 3, 224, 224]}, or {@code [?]} for an unknown rank. */
  @Override
  public String toString() {
    return unknownReason == null ? dims.toString() : "[?]";
  }
}
