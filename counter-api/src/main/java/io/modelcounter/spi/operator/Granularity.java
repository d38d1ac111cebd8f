package io.modelcounter.spi.operator;

import io.modelcounter.model.ElementType;
import io.modelcounter.model.Scalar;
import io.modelcounter.model.Shape;
import io.modelcounter.model.TensorValue;
import io.modelcounter.spi.Call;
import io.modelcounter.spi.InvalidNodeException;
import io.modelcounter.spi.support.Axes;
import io.modelcounter.symbolic.Comparison;
import io.modelcounter.symbolic.Size;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Which scale and zero point an element has: one for the whole tensor, one an index of an axis, or
 * one a block along an axis (ONNX, QuantizeLinear).
 */
final class Granularity {
  /** What becomes of one element. */
  interface Conversion {
    Scalar apply(Scalar element, Scalar scale, Scalar zeroPoint);
  }

  /** Position of the scale. */
  static final int SCALE = 1;

  /** Position of the zero point, which may be absent. */
  static final int ZERO_POINT = 2;

  private static final Scalar ZERO = Scalar.of(0);

  private final long[] dims;
  private final long[] strides;
  private final int axis;
  private final long block;

  private Granularity(long[] dims, long[] strides, int axis, long block) {
    this.dims = dims;
    this.strides = strides;
    this.axis = axis;
    this.block = block;
  }

  /**
   * Checks that a scale for each index of an axis is there as often as the axis has indices.
   *
   * @throws InvalidNodeException if it is certain that it is not
   */
  static void check(Call call) {
    Shape input = call.shapeIfKnown(0);
    Shape scale = call.shapeIfKnown(SCALE);
    if (!input.hasRank() || !scale.hasRank() || scale.rank() != 1 || input.rank() < 2) {
      return;
    }
    Size indices = input.dim(axis(call, input.rank()));
    if (scale.dim(0).compare(Size.ONE) == Comparison.DIFFERENT
        && block(call) == 0
        && scale.dim(0).compare(indices) == Comparison.DIFFERENT) {
      throw new InvalidNodeException(
          "there are " + scale.dim(0) + " scales for an axis of " + indices + " in " + input);
    }
  }

  /** Tells whether all that {@link #convert} needs may be known. */
  static boolean mayConvert(Call call) {
    return call.input(0).mayHaveValue()
        && call.input(SCALE).mayHaveValue()
        && (!call.hasInput(ZERO_POINT) || call.input(ZERO_POINT).mayHaveValue());
  }

  /** Converts all elements of input 0, or answers empty where its values are not known. */
  static Optional<TensorValue> convert(Call call, ElementType target, Conversion conversion) {
    Optional<TensorValue> input = call.value(0);
    Optional<TensorValue> scale = call.value(SCALE);
    Optional<TensorValue> zeroPoint = call.value(ZERO_POINT);
    if (input.isEmpty() || scale.isEmpty() || zeroPoint.isPresent() != call.hasInput(ZERO_POINT)) {
      return Optional.empty();
    }
    Optional<Granularity> granularity = of(call, input.get(), scale.get());
    if (granularity.isEmpty()) {
      return Optional.empty();
    }
    List<Scalar> elements = new ArrayList<>(input.get().size());
    for (int i = 0; i < input.get().size(); i++) {
      int index = granularity.get().scaleOf(i);
      Scalar zero = zeroPoint.isPresent() ? zeroPoint.get().at(index) : ZERO;
      elements.add(conversion.apply(input.get().at(i), scale.get().at(index), zero));
    }
    return Optional.of(TensorValue.of(target, input.get().dims(), elements));
  }

  private static Optional<Granularity> of(Call call, TensorValue input, TensorValue scale) {
    long[] dims = input.dims();
    long[] strides = new long[dims.length];
    if (scale.size() == 1) {
      return Optional.of(new Granularity(dims, strides, 0, 1));
    }
    if (dims.length == 0) {
      return Optional.empty();
    }
    int axis = dims.length == 1 ? 0 : axis(call, dims.length);
    if (scale.rank() == 1 && block(call) == 0) {
      strides[axis] = 1;
      return scale.size() == dims[axis]
          ? Optional.of(new Granularity(dims, strides, axis, 1))
          : Optional.empty();
    }
    long[] scaleDims = scale.dims();
    if (scaleDims.length != dims.length || block(call) < 1) {
      return Optional.empty();
    }
    long stride = 1;
    for (int i = dims.length - 1; i >= 0; i--) {
      long needed = i == axis ? -Math.floorDiv(-dims[i], block(call)) : dims[i];
      if (scaleDims[i] != needed) {
        return Optional.empty();
      }
      strides[i] = stride;
      stride *= scaleDims[i];
    }
    return Optional.of(new Granularity(dims, strides, axis, block(call)));
  }

  private int scaleOf(int element) {
    long index = 0;
    long rest = element;
    for (int i = dims.length - 1; i >= 0; i--) {
      long coordinate = rest % dims[i];
      rest /= dims[i];
      index += (i == axis ? coordinate / block : coordinate) * strides[i];
    }
    return (int) index;
  }

  private static int axis(Call call, int rank) {
    return Axes.normalize(call.attributes().integer("axis", 1), rank);
  }

  private static long block(Call call) {
    return call.attributes().integer("block_size", 0);
  }
}
