package io.modelcounter.core.operator.tensor;

import io.modelcounter.model.ElementType;
import io.modelcounter.model.Scalar;
import io.modelcounter.model.Shape;
import io.modelcounter.model.TensorType;
import io.modelcounter.model.TensorValue;
import io.modelcounter.spi.Call;
import io.modelcounter.spi.Inferred;
import io.modelcounter.spi.support.ElementwiseValues;
import io.modelcounter.symbolic.Size;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Function;

/** The elements of the small tensors that shape arithmetic works with. */
final class Elements {
  private static final Scalar INTEGER_ZERO = Scalar.of(0);
  private static final Scalar INTEGER_ONE = Scalar.of(1);
  private static final Scalar REAL_ZERO = Scalar.real(0);
  private static final Scalar REAL_ONE = Scalar.real(1);
  private static final Scalar EMPTY_TEXT = Scalar.text("");

  private Elements() {}

  /** Dimensions of a tensor small enough to be followed, empty for any other. */
  static Optional<long[]> followedDims(Shape shape) {
    return shape.asLongs().filter(ElementwiseValues::isSmall);
  }

  /** Number of elements of dimensions that {@link #followedDims} gave. */
  static int count(long[] dims) {
    int count = 1;
    for (long dim : dims) {
      count *= (int) dim;
    }
    return count;
  }

  /** Distance in row-major order from one element to the next along each axis. */
  static int[] strides(long[] dims) {
    int[] strides = new int[dims.length];
    int stride = 1;
    for (int i = dims.length - 1; i >= 0; i--) {
      strides[i] = stride;
      stride *= (int) dims[i];
    }
    return strides;
  }

  /**
   * An output whose elements follow from those of input 0, if these may be known and there are few
   * enough.
   *
   * @param rule makes the output's elements from those of input 0, or nothing
   */
  static Inferred following(
      Call call, Shape shape, Function<TensorValue, Optional<TensorValue>> rule) {
    Inferred input = call.input(0);
    Inferred output = Inferred.tensor(call.element(0), shape);
    return input.mayHaveValue() && followedDims(shape).isPresent()
        ? output.withValue(() -> input.value().flatMap(rule))
        : output;
  }

  /**
   * Picks elements: the place of an output element in the source is the sum of one offset for each
   * of its coordinates.
   *
   * @param source elements in row-major order
   * @param offsets an array for each output axis, as long as the axis; a negative offset means that
   *     the element does not come from the source
   * @param outside what stands where the element does not come from the source
   * @return the elements, with the lengths of the arrays as dimensions
   */
  static TensorValue pick(TensorValue source, int[][] offsets, Scalar outside) {
    long[] dims = new long[offsets.length];
    for (int i = 0; i < dims.length; i++) {
      dims[i] = offsets[i].length;
    }
    int[] places = places(offsets);
    List<Scalar> picked = new ArrayList<>(places.length);
    for (int place : places) {
      picked.add(place < 0 ? outside : source.at(place));
    }
    return TensorValue.of(source.elementType(), dims, picked);
  }

  /** The sum of offsets for every combination of coordinates, negative if one of them is. */
  static int[] places(int[][] offsets) {
    int[] places = {0};
    for (int[] along : offsets) {
      int[] next = new int[places.length * along.length];
      int i = 0;
      for (int place : places) {
        for (int offset : along) {
          next[i++] = place < 0 || offset < 0 ? -1 : place + offset;
        }
      }
      places = next;
    }
    return places;
  }

  /** Offsets of {@code count} elements from {@code start}, {@code step} apart. */
  static int[] offsets(int count, int start, int step) {
    int[] offsets = new int[count];
    for (int i = 0; i < count; i++) {
      offsets[i] = start + i * step;
    }
    return offsets;
  }

  /** Offsets that take a whole tensor as it is, axis by axis. */
  static int[][] allOffsets(long[] dims) {
    int[] strides = strides(dims);
    int[][] offsets = new int[dims.length][];
    for (int i = 0; i < dims.length; i++) {
      offsets[i] = offsets((int) dims[i], 0, strides[i]);
    }
    return offsets;
  }

  /**
   * Entries of an input that holds sizes, axes or the like.
   *
   * @return the entries, {@link Scalar#UNKNOWN} where one is not known; empty if not even their
   *     number is known
   */
  static Optional<List<Scalar>> entries(Call call, int input) {
    return orUnknown(call, input).map(TensorValue::elements);
  }

  /** Elements of an input, all of them unknown if it is small but nothing is known of them. */
  static Optional<TensorValue> orUnknown(Call call, int input) {
    Optional<TensorValue> value = call.value(input);
    if (value.isPresent() || !(call.type(input) instanceof TensorType type)) {
      return value;
    }
    return followedDims(type.shape())
        .map(
            dims ->
                TensorValue.of(
                    type.element(), dims, Collections.nCopies(count(dims), Scalar.UNKNOWN)));
  }

  /** Entries of a list attribute. */
  static List<Scalar> entries(long[] values) {
    return Arrays.stream(values).mapToObj(Scalar::of).toList();
  }

  /** A constant integer that an element holds, empty for anything else. */
  static OptionalLong constant(Scalar element) {
    return constant(element.asSize());
  }

  /** The constant that a size is, empty if it is symbolic or not known. */
  static OptionalLong constant(Optional<Size> size) {
    return size.isPresent() ? size.get().asLong() : OptionalLong.empty();
  }

  /** The element 0 of a type. */
  static Scalar zero(ElementType type) {
    if (type.isInteger()) {
      return INTEGER_ZERO;
    }
    return switch (type) {
      case BOOL -> Scalar.of(false);
      case STRING -> EMPTY_TEXT;
      case UNKNOWN, COMPLEX64, COMPLEX128 -> Scalar.UNKNOWN;
      default -> REAL_ZERO;
    };
  }

  /** The element 1 of a type. */
  static Scalar one(ElementType type) {
    if (type.isInteger()) {
      return INTEGER_ONE;
    }
    return switch (type) {
      case BOOL -> Scalar.of(true);
      case STRING, UNKNOWN, COMPLEX64, COMPLEX128 -> Scalar.UNKNOWN;
      default -> REAL_ONE;
    };
  }
}
