package io.modelcounter.spi.support;

import io.modelcounter.model.ElementType;
import io.modelcounter.model.Scalar;
import io.modelcounter.model.Shape;
import io.modelcounter.model.TensorValue;
import io.modelcounter.spi.InvalidNodeException;
import io.modelcounter.symbolic.Size;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Tensors joined along one axis: dimensions and elements. */
public final class Concatenation {
  private Concatenation() {}

  /**
   * Dimensions of the joined tensor.
   *
   * @param parts dimensions of the parts, at least one, all with the same rank
   * @param axis axis along which they are joined
   * @return the dimensions
   * @throws InvalidNodeException if the parts do not agree in another axis
   */
  public static Shape shape(List<Shape> parts, int axis) {
    Shape common = parts.get(0);
    List<Size> lengths = new ArrayList<>(parts.size());
    for (Shape part : parts) {
      common = Dimensions.agreed(common, part, axis);
      lengths.add(part.dim(axis));
    }
    return common.withDim(axis, Size.sum(lengths));
  }

  /**
   * Elements of the joined tensor.
   *
   * @param type element type
   * @param parts elements of the parts, all with the same rank
   * @param dims dimensions of the joined tensor
   * @param axis axis along which they are joined
   * @return the elements; empty if those of the parts do not fill the dimensions
   */
  public static Optional<TensorValue> value(
      ElementType type, List<TensorValue> parts, long[] dims, int axis) {
    int outer = 1;
    for (int i = 0; i < axis; i++) {
      outer *= (int) dims[i];
    }
    List<Scalar> elements = new ArrayList<>(Elements.count(dims));
    for (int row = 0; row < outer; row++) {
      for (TensorValue part : parts) {
        int length = part.size() / outer;
        elements.addAll(part.elements().subList(row * length, (row + 1) * length));
      }
    }
    return elements.size() == Elements.count(dims)
        ? Optional.of(TensorValue.of(type, dims, elements))
        : Optional.empty();
  }
}
