package io.modelcounter.model;

import io.modelcounter.symbolic.Size;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The elements of a small tensor that shape arithmetic needs, in row-major order.
 *
 * <p>Dimensions are constants, elements may be symbolic or unknown one by one.
 */
public final class TensorValue {
  /** No tensor with more elements than this is followed. */
  public static final int MAX_ELEMENTS = 65_536;

  private final ElementType type;
  private final long[] dims;
  private final List<Scalar> elements;

  private TensorValue(ElementType type, long[] dims, List<Scalar> elements) {
    long count = 1;
    for (long dim : dims) {
      count = Math.multiplyExact(count, dim);
    }
    if (count != elements.size()) {
      throw new IllegalArgumentException(
          elements.size() + " elements do not fill " + Arrays.toString(dims));
    }
    this.type = type;
    this.dims = dims;
    this.elements = elements;
  }

  /**
   * Tensor of any rank.
   *
   * @param type element type
   * @param dims dimensions
   * @param elements elements in row-major order, as many as the dimensions say
   * @return the value
   */
  public static TensorValue of(ElementType type, long[] dims, List<Scalar> elements) {
    return new TensorValue(type, dims.clone(), List.copyOf(elements));
  }

  /**
   * Tensor of rank 0.
   *
   * @param type element type
   * @param element its only element
   * @return the value
   */
  public static TensorValue scalar(ElementType type, Scalar element) {
    return new TensorValue(type, new long[0], List.of(element));
  }

  /**
   * Tensor of rank 1.
   *
   * @param type element type
   * @param elements elements
   * @return the value
   */
  public static TensorValue vector(ElementType type, List<Scalar> elements) {
    return new TensorValue(type, new long[] {elements.size()}, List.copyOf(elements));
  }

  /**
   * Vector of int64, as shape arithmetic uses.
   *
   * @param sizes elements
   * @return the value
   */
  public static TensorValue sizes(List<Size> sizes) {
    return vector(ElementType.INT64, sizes.stream().map(Scalar::of).toList());
  }

  /**
   * Type of the elements.
   *
   * @return the type
   */
  public ElementType elementType() {
    return type;
  }

  /**
   * The dimensions.
   *
   * @return a copy
   */
  public long[] dims() {
    return dims.clone();
  }

  /**
   * Number of dimensions.
   *
   * @return the rank
   */
  public int rank() {
    return dims.length;
  }

  /**
   * Number of elements.
   *
   * @return the number
   */
  public int size() {
    return elements.size();
  }

  /**
   * One element.
   *
   * @param index position in row-major order
   * @return the element
   */
  public Scalar at(int index) {
    return elements.get(index);
  }

  /**
   * All elements in row-major order.
   *
   * @return unmodifiable list
   */
  public List<Scalar> elements() {
    return elements;
  }

  /**
   * Type of this value, with constant dimensions.
   *
   * @return the type
   */
  public TensorType tensorType() {
    return new TensorType(type, Shape.of(dims));
  }

  /**
   * The same elements under other dimensions.
   *
   * @param newDims dimensions with the same product
   * @return the reshaped value
   */
  public TensorValue reshaped(long... newDims) {
    return new TensorValue(type, newDims.clone(), elements);
  }

  /**
   * The elements as integers.
   *
   * @return the integers, or empty if one of them is not a known integer
   */
  public Optional<List<Size>> asSizes() {
    List<Size> sizes = new ArrayList<>(elements.size());
    for (Scalar element : elements) {
      Optional<Size> size = element.asSize();
      if (size.isEmpty()) {
        return Optional.empty();
      }
      sizes.add(size.get());
    }
    return Optional.of(sizes);
  }

  /**
   * The elements as constant integers.
   *
   * @return the integers, or empty if one of them is not a constant that fits a long
   */
  public Optional<long[]> asLongs() {
    long[] values = new long[elements.size()];
    for (int i = 0; i < values.length; i++) {
      Optional<Size> size = elements.get(i).asSize();
      if (size.isEmpty() || size.get().asLong().isEmpty()) {
        return Optional.empty();
      }
      values[i] = size.get().asLong().getAsLong();
    }
    return Optional.of(values);
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof TensorValue that
        && type == that.type
        && Arrays.equals(dims, that.dims)
        && elements.equals(that.elements);
  }

  @Override
  public int hashCode() {
    return elements.hashCode() * 31 + Arrays.hashCode(dims);
  }

  @Override
  public String toString() {
    return type + Arrays.toString(dims) + elements;
  }
}
