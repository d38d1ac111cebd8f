package io.modelcounter.core.operator.tensor;

import io.modelcounter.model.Attributes;
import io.modelcounter.model.ElementType;
import io.modelcounter.model.Scalar;
import io.modelcounter.model.Shape;
import io.modelcounter.model.TensorValue;
import io.modelcounter.spi.Call;
import io.modelcounter.spi.Inferred;
import io.modelcounter.spi.support.Elements;
import io.modelcounter.symbolic.Size;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/** Tensors that are filled with given elements. */
final class FilledTensor {
  private FilledTensor() {}

  /** A tensor whose elements are all the same; the element may be unknown. */
  static Inferred of(ElementType type, Shape shape, Scalar fill) {
    Inferred output = Inferred.tensor(type, shape);
    if (!fill.isKnown()) {
      return output;
    }
    Optional<long[]> dims = Elements.followedDims(shape);
    if (dims.isPresent()) {
      int count = Elements.count(dims.get());
      output =
          output.withValue(
              () ->
                  Optional.of(TensorValue.of(type, dims.get(), Collections.nCopies(count, fill))));
    }
    return output.filledWith(fill);
  }

  /**
   * The shape that ConstantFill and GivenTensorFill have in common: the attribute {@code shape}, or
   * with an input its shape or, with {@code input_as_shape}, its elements; {@code extra_shape}
   * follows.
   */
  static Shape attributedShape(Call call) {
    Attributes attributes = call.attributes();
    if (!call.hasInput(0)) {
      return listed(attributes, "shape");
    }
    Shape shape = call.shape(0);
    if (attributes.integer("input_as_shape", 0) != 0) {
      Optional<List<Scalar>> entries = Elements.entries(call, 0);
      if (entries.isEmpty()) {
        return Shape.unknownRank(ShapeEntries.NUMBER_UNKNOWN);
      }
      shape = ShapeEntries.shape(call, entries.get());
    }
    List<Size> dims = new ArrayList<>(shape.dims());
    dims.addAll(listed(attributes, "extra_shape").dims());
    return Shape.of(dims);
  }

  private static Shape listed(Attributes attributes, String name) {
    return Shape.of(attributes.integers(name).orElseGet(() -> new long[0]));
  }
}
