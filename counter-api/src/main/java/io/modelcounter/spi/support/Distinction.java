package io.modelcounter.spi.support;

import io.modelcounter.cost.Cost;
import io.modelcounter.cost.Formula;
import io.modelcounter.cost.Work;
import io.modelcounter.cost.WorkKind;
import io.modelcounter.model.ElementType;
import io.modelcounter.model.Scalar;
import io.modelcounter.model.TensorValue;
import io.modelcounter.symbolic.Size;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;

/**
 * Finding the different ones among slices of a tensor (ONNX, Unique).
 *
 * <p>How many comparisons of n slices it takes depends on the data: n - 1 if they are all the same,
 * n (n - 1) / 2 if each is compared with each.
 */
public final class Distinction {
  /** Why the number of different slices is not known. */
  public static final String DATA_DECIDE = "the data decide how many elements are different";

  private Distinction() {}

  /**
   * Number of different elements.
   *
   * @param value the elements
   * @return the number, or empty if an element is not a known constant
   */
  public static Optional<Size> ofElements(TensorValue value) {
    return count(value, value.size(), 1);
  }

  /**
   * Number of different slices.
   *
   * @param value the elements of a small tensor
   * @param axis axis along which the slices lie, from 0
   * @return the number, or empty if an element is not a known constant
   */
  public static Optional<Size> ofSlices(TensorValue value, int axis) {
    return count(value, (int) value.dims()[axis], Elements.strides(value.dims())[axis]);
  }

  private static Optional<Size> count(TensorValue value, int length, int stride) {
    List<List<Scalar>> all = new ArrayList<>(length);
    for (int i = 0; i < length; i++) {
      all.add(new ArrayList<>());
    }
    for (int i = 0; i < value.size(); i++) {
      Scalar element = value.at(i);
      boolean constant = element.asDouble().isPresent() || element.asText().isPresent();
      if (!constant && element.asBoolean().isEmpty()) {
        return Optional.empty();
      }
      all.get(i / stride % length).add(element);
    }
    return Optional.of(Size.of(new HashSet<>(all).size()));
  }

  /**
   * Cost of finding the different slices.
   *
   * @param type element type
   * @param elements number of elements
   * @param slices number of slices
   * @return the cost
   */
  public static Cost cost(ElementType type, Size elements, Size slices) {
    Size others = slices.minus(Size.ONE).max(Size.ZERO);
    Size most = elements.times(others).ceilDiv(Size.of(2));
    Size least = slices.isZero() ? Size.ZERO : others;
    return Cost.between(
        Work.of(WorkKind.COMPARE, type, least),
        Work.of(WorkKind.COMPARE, type, most),
        Formula.of("elements * (slices - 1) / 2")
            .where("elements", "elements of the input", elements)
            .where("slices", "slices along the axis", slices),
        "the data decide how many comparisons it takes to sort them");
  }
}
