package io.modelcounter.core.operator.tensor;

import io.modelcounter.model.Scalar;
import io.modelcounter.model.Shape;
import io.modelcounter.spi.Call;
import io.modelcounter.spi.InvalidNodeException;
import io.modelcounter.symbolic.Size;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Shapes that an input lists as elements. */
final class ShapeEntries {
  /** Why the rank of an output is not known whose shape another tensor lists. */
  static final String NUMBER_UNKNOWN =
      "how many elements the input that holds the shape has is not known";

  /** Why a size is not known that another tensor lists. */
  static final String ELEMENT_UNKNOWN = "an element of the input that holds the shape is not known";

  private ShapeEntries() {}

  /** The shape that the entries list, with a size that is new for each one that is not known. */
  static Shape shape(Call call, List<Scalar> entries) {
    List<Size> dims = new ArrayList<>(entries.size());
    for (Scalar entry : entries) {
      dims.add(size(call, dims.size(), entry));
    }
    return Shape.of(dims);
  }

  private static Size size(Call call, int axis, Scalar entry) {
    Optional<Size> size = entry.asSize();
    if (size.isEmpty()) {
      return unknownDim(call, axis, ELEMENT_UNKNOWN);
    }
    if (Size.ZERO.isGreaterThan(size.get())) {
      throw new InvalidNodeException(
          "the size of axis " + axis + " is " + size.get() + ", expected at least 0");
    }
    return size.get();
  }

  /** A size of output 0 that is not known. */
  static Size unknownDim(Call call, int axis, String reason) {
    return call.freshSize(0, "dim" + axis, reason);
  }

  /** A size of output 0 that is not known but has an upper bound. */
  static Size unknownDim(Call call, int axis, String reason, Size upperBound) {
    return call.freshSize(0, "dim" + axis, reason, upperBound);
  }
}
