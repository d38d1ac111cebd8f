package io.modelcounter.spi.support;

import io.modelcounter.model.ElementType;
import io.modelcounter.model.Scalar;
import io.modelcounter.model.Shape;
import io.modelcounter.model.TensorType;
import io.modelcounter.model.TensorValue;
import io.modelcounter.spi.Call;
import io.modelcounter.spi.Inferred;
import io.modelcounter.symbolic.Size;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Function;

/** The elements of the small tensors that shape arithmetic works with. */
public final class Elements {
  private static final Scalar INTEGER_ZERO = Scalar.of(0);
  private static final Scalar INTEGER_ONE = Scalar.of(1);
  private static final Scalar REAL_ZERO = Scalar.real(0);
  private static final Scalar REAL_ONE = Scalar.real(1);
  private static final Scalar EMPTY_TEXT = Scalar.text("");

  private Elements() {}

  /**
   * Dimensions of a tensor small enough for its elements to be followed.
   *
   * @param shape the shape
   * @return the dimensions; empty if one is not a constant or they have too many elements
   */
  public static Optional<long[]> followedDims(Shape shape) {
    return shape.asLongs().filter(ElementwiseValues::isSmall);
  }

  /**
   * Number of elements.
   *
   * @param dims dimensions that {@link #followedDims} gave
   * @return their product
   */
  public static int count(long[] dims) {
    int count = 1;
    for (long dim : dims) {
      count *= (int) dim;
    }
    return count;
  }

  /**
   * Distance in row-major order from one element to the next along each axis.
   *
   * @param dims dimensions of a small tensor
   * @return a distance for every axis
   */
  public static int[] strides(long[] dims) {
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
   * @param call the call
   * @param shape dimensions of the output, which has the element type of input 0
   * @param rule makes the output's elements from those of input 0, or nothing
   * @return the output
   */
  public static Inferred following(
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
  public static TensorValue pick(TensorValue source, int[][] offsets, Scalar outside) {
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

  /**
   * The sum of offsets for every combination of coordinates.
   *
   * @param offsets an array for each axis, as long as the axis
   * @return the sums in row-major order, negative where one of the offsets is
   */
  public static int[] places(int[][] offsets) {
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

  /**
   * Offsets of evenly spaced elements.
   *
   * @param count how many
   * @param start the first
   * @param step distance from one to the next
   * @return the offsets
   */
  public static int[] offsets(int count, int start, int step) {
    int[] offsets = new int[count];
    for (int i = 0; i < count; i++) {
      offsets[i] = start + i * step;
    }
    return offsets;
  }

  /**
   * Offsets that take a whole tensor as it is, axis by axis.
   *
   * @param dims dimensions of a small tensor
   * @return an array for each axis, for {@link #pick}
   */
  public static int[][] allOffsets(long[] dims) {
    int[] strides = strides(dims);
    int[][] offsets = new int[dims.length][];
    for (int i = 0; i < dims.length; i++) {
      offsets[i] = offsets((int) dims[i], 0, strides[i]);
    }
    return offsets;
  }

  /**
   * Where the line along an axis begins that each place of some indices belongs to.
   *
   * @param data elements in row-major order
   * @param indices dimensions of the indices, as many as of the data
   * @param axis the axis
   * @return a place in the data for every place of the indices
   */
  public static int[] linePlaces(TensorValue data, long[] indices, int axis) {
    int[] strides = strides(data.dims());
    int[][] offsets = new int[indices.length][];
    for (int i = 0; i < indices.length; i++) {
      offsets[i] = offsets((int) indices[i], 0, i == axis ? 0 : strides[i]);
    }
    return places(offsets);
  }

  /**
   * The elements that indices along an axis name, each in the line that it stands in itself.
   *
   * @param data elements in row-major order
   * @param indices indices, of the same rank
   * @param axis the axis
   * @return an element for every index, unknown where the index is or is out of range
   */
  public static TensorValue along(TensorValue data, TensorValue indices, int axis) {
    int[] places = linePlaces(data, indices.dims(), axis);
    int stride = strides(data.dims())[axis];
    List<Scalar> elements = new ArrayList<>(places.length);
    for (int i = 0; i < places.length; i++) {
      int index = index(indices.at(i), (int) data.dims()[axis]);
      int place = places[i] + index * stride;
      boolean inside = index >= 0 && place < data.size();
      elements.add(inside ? data.at(place) : Scalar.UNKNOWN);
    }
    return TensorValue.of(data.elementType(), indices.dims(), elements);
  }

  /**
   * The elements in a range of one axis.
   *
   * @param source elements in row-major order
   * @param axis the axis
   * @param start first place on the axis
   * @param length how many places
   * @return the elements; empty if start or length is no constant, or they go beyond the axis
   */
  public static Optional<TensorValue> range(TensorValue source, int axis, Size start, Size length) {
    if (!start.isConstant() || !length.isConstant()) {
      return Optional.empty();
    }
    long from = start.asLong().orElseThrow();
    long count = length.asLong().orElseThrow();
    if (from + count > source.dims()[axis]) {
      return Optional.empty();
    }
    int[][] offsets = allOffsets(source.dims());
    int stride = strides(source.dims())[axis];
    offsets[axis] = offsets((int) count, (int) from * stride, stride);
    return Optional.of(pick(source, offsets, Scalar.UNKNOWN));
  }

  /**
   * Entries of an input that holds sizes, axes or the like.
   *
   * @param call the call
   * @param input position of the input
   * @return the entries, {@link Scalar#UNKNOWN} where one is not known; empty if not even their
   *     number is known
   */
  public static Optional<List<Scalar>> entries(Call call, int input) {
    return orUnknown(call, input).map(TensorValue::elements);
  }

  /**
   * Elements of an input, all of them unknown if it is small but nothing is known of them.
   *
   * @param call the call
   * @param input position of the input
   * @return the elements; empty if not even their number is known
   */
  public static Optional<TensorValue> orUnknown(Call call, int input) {
    return orUnknown(call.input(input));
  }

  /**
   * Elements of a value, all of them unknown if it is small but nothing is known of them.
   *
   * @param known what is known of the value
   * @return the elements; empty if not even their number is known
   */
  public static Optional<TensorValue> orUnknown(Inferred known) {
    Optional<TensorValue> value = known.value();
    if (value.isPresent() || !(known.type() instanceof TensorType type)) {
      return value;
    }
    return followedDims(type.shape())
        .map(
            dims ->
                TensorValue.of(
                    type.element(), dims, Collections.nCopies(count(dims), Scalar.UNKNOWN)));
  }

  /**
   * Entries of a list attribute.
   *
   * @param values the list
   * @return the same integers
   */
  public static List<Scalar> entries(long[] values) {
    return Arrays.stream(values).mapToObj(Scalar::of).toList();
  }

  /**
   * A constant integer that an element holds.
   *
   * @param element the element
   * @return the integer, or empty for anything else
   */
  public static OptionalLong constant(Scalar element) {
    return constant(element.asSize());
  }

  /**
   * The constant that a size is.
   *
   * @param size a size, or empty if it is not known
   * @return the constant, or empty if it is symbolic or not known
   */
  public static OptionalLong constant(Optional<Size> size) {
    return size.isPresent() ? size.get().asLong() : OptionalLong.empty();
  }

  /**
   * An index counted from the front.
   *
   * @param element the index, which may count from the end
   * @param length number of places
   * @return the index; -1 if it is not known or out of range
   */
  public static int index(Scalar element, int length) {
    OptionalLong constant = constant(element);
    if (constant.isEmpty()) {
      return -1;
    }
    long index = constant.getAsLong() < 0 ? constant.getAsLong() + length : constant.getAsLong();
    return index < 0 || index >= length ? -1 : (int) index;
  }

  /**
   * The element 0 of a type.
   *
   * @param type element type
   * @return zero, false or the empty text; unknown for types without constants
   */
  public static Scalar zero(ElementType type) {
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

  /**
   * The element 1 of a type.
   *
   * @param type element type
   * @return one or true; unknown for types without constants
   */
  public static Scalar one(ElementType type) {
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
