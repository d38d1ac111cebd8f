package io.modelcounter.core.operator.image;

import io.modelcounter.model.Scalar;
import io.modelcounter.model.Shape;
import io.modelcounter.model.TensorValue;
import io.modelcounter.spi.Call;
import io.modelcounter.spi.InvalidNodeException;
import io.modelcounter.spi.support.Axes;
import io.modelcounter.symbolic.Size;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/**
 * The dimensions that Resize gives (ONNX, Resize): from the input {@code sizes}, whose meaning
 * {@code keep_aspect_ratio_policy} decides, or from the input {@code scales}. Both refer to the
 * attribute {@code axes}, by default all.
 *
 * <p>The input {@code roi} chooses what is sampled, not how much: runtimes leave the sizes alone.
 */
final class ResizeTarget {
  private static final int SIZES = 3;

  /** Version from which sizes may be given, and the scales stand behind the region of interest. */
  private static final int SIZES_ARE_INPUT = 11;

  private ResizeTarget() {}

  /**
   * Dimensions of the output.
   *
   * @param call the call
   * @return the dimensions, with new symbols where they are not known
   */
  static Shape of(Call call) {
    Shape input = call.shape(0);
    int[] axes = axes(call, input);
    List<Size> dims = new ArrayList<>(input.dims());
    if (hasSizes(call)) {
      List<Scalar> sizes = entries(call, SIZES, axes.length, "sizes");
      switch (policy(call)) {
        case "stretch" -> stretch(call, axes, sizes, dims);
        case "not_larger" -> KeptRatio.apply(call, axes, sizes, dims, false);
        case "not_smaller" -> KeptRatio.apply(call, axes, sizes, dims, true);
        default ->
            throw new InvalidNodeException(
                "keep_aspect_ratio_policy is \""
                    + policy(call)
                    + "\", expected stretch, not_larger or not_smaller");
      }
    } else {
      List<Scalar> scales =
          entries(call, call.version() < SIZES_ARE_INPUT ? 1 : 2, axes.length, "scales");
      for (int i = 0; i < axes.length; i++) {
        dims.set(axes[i], ScaledSize.of(call, axes[i], input.dim(axes[i]), scales.get(i)));
      }
    }
    return Shape.of(dims);
  }

  /**
   * Dimensions where the rank of the input is not known but all sizes are.
   *
   * @param call the call
   * @return the dimensions, or empty if they are not known
   */
  static Optional<Shape> withoutInput(Call call) {
    boolean decided =
        hasSizes(call) && !call.attributes().has("axes") && policy(call).equals("stretch");
    return decided ? call.sizes(SIZES).map(Shape::of) : Optional.empty();
  }

  private static boolean hasSizes(Call call) {
    if (call.version() < SIZES_ARE_INPUT || !call.hasInput(SIZES)) {
      return false;
    }
    Shape shape = call.shapeIfKnown(SIZES);
    return !(shape.hasRank() && shape.elements().isZero());
  }

  private static String policy(Call call) {
    return call.attributes().text("keep_aspect_ratio_policy", "stretch");
  }

  /** The axes that sizes, scales and the region of interest refer to. */
  static int[] axes(Call call, Shape input) {
    long[] axes = call.attributes().integers("axes").orElse(new long[0]);
    int count = axes.length == 0 ? input.rank() : axes.length;
    int[] normalized = new int[count];
    for (int i = 0; i < count; i++) {
      normalized[i] = axes.length == 0 ? i : Axes.normalize(axes[i], input.rank());
    }
    return normalized;
  }

  private static List<Scalar> entries(Call call, int input, int count, String meaning) {
    if (!call.hasInput(input)) {
      throw new InvalidNodeException("Resize has neither sizes nor scales");
    }
    Optional<TensorValue> value = call.value(input);
    if (value.isEmpty()) {
      return Collections.nCopies(count, Scalar.UNKNOWN);
    }
    if (value.get().size() != count) {
      throw new InvalidNodeException(
          meaning + " has " + value.get().size() + " elements, expected " + count);
    }
    return value.get().elements();
  }

  private static void stretch(Call call, int[] axes, List<Scalar> sizes, List<Size> dims) {
    for (int i = 0; i < axes.length; i++) {
      int axis = axes[i];
      Size size =
          sizes
              .get(i)
              .asSize()
              .orElseGet(
                  () ->
                      call.freshSize(
                          0, "dim" + axis, "the requested size of axis " + axis + " is not known"));
      if (Size.ZERO.isGreaterThan(size)) {
        throw new InvalidNodeException(
            "the requested size of axis " + axis + " is " + size + ", expected at least 0");
      }
      dims.set(axis, size);
    }
  }
}
