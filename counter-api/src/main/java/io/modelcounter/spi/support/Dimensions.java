package io.modelcounter.spi.support;

import io.modelcounter.model.Shape;
import io.modelcounter.spi.Call;
import io.modelcounter.spi.InvalidNodeException;
import io.modelcounter.symbolic.Comparison;
import io.modelcounter.symbolic.Size;
import java.util.Optional;
import java.util.function.Supplier;

/** Dimensions that must be equal because two tensors share them. */
public final class Dimensions {
  private Dimensions() {}

  /**
   * The one size of two dimensions that must be equal: where they are written differently, the one
   * that says more.
   *
   * @param first one of them
   * @param second the other
   * @param contradiction what to say if they can never be equal
   * @return a constant if one is a constant, otherwise the one without data-dependent symbols,
   *     otherwise the shorter one
   * @throws InvalidNodeException if they can never be equal
   */
  public static Size agreed(Size first, Size second, Supplier<String> contradiction) {
    if (first.equals(second)) {
      return first;
    }
    if (first.compare(second) == Comparison.DIFFERENT) {
      throw new InvalidNodeException(contradiction.get());
    }
    if (first.isConstant() || second.isConstant()) {
      return first.isConstant() ? first : second;
    }
    if (first.isDataDependent() != second.isDataDependent()) {
      return first.isDataDependent() ? second : first;
    }
    return second.toString().length() < first.toString().length() ? second : first;
  }

  /**
   * The one size of two dimensions that must be equal.
   *
   * @param first one of them
   * @param second the other
   * @param meaning what they are, for the message, for example {@code hidden size}
   * @return a constant if one is a constant, otherwise the one without data-dependent symbols,
   *     otherwise the shorter one
   * @throws InvalidNodeException if they can never be equal
   */
  public static Size agreed(Size first, Size second, String meaning) {
    return agreed(
        first,
        second,
        () -> meaning + " is " + first + " in one place and " + second + " in another");
  }

  /**
   * The one shape of two tensors that must agree in all axes but one, as those that Concat joins.
   *
   * @param left shape with known rank
   * @param right shape of the same rank
   * @param axis the axis that may differ, from 0 to rank − 1
   * @return the shape, in that axis as on the left
   * @throws InvalidNodeException if the shapes can never agree
   */
  public static Shape agreed(Shape left, Shape right, int axis) {
    Shape result = left;
    for (int i = 0; i < left.rank(); i++) {
      if (i != axis && !left.dim(i).equals(right.dim(i))) {
        int differing = i;
        Size common =
            agreed(
                left.dim(i),
                right.dim(i),
                () ->
                    "shapes "
                        + left
                        + " and "
                        + right
                        + " do not agree in axis "
                        + differing
                        + ", only axis "
                        + axis
                        + " may differ");
        result = result.withDim(i, common);
      }
    }
    return result;
  }

  /**
   * A tensor with what a vector along one of its axes says about that axis: a scale of channels, a
   * bias.
   *
   * @param tensor shape with known rank
   * @param axis axis of the tensor; negative values count from the end
   * @param vector shape of the vector; it says nothing if it has not one axis
   * @param contradiction what to say if both can never be equal
   * @return the tensor, with the size that both agree on
   * @throws InvalidNodeException if they can never be equal, or if there is no such axis
   */
  public static Shape agreed(Shape tensor, int axis, Shape vector, Supplier<String> contradiction) {
    if (!vector.hasRank() || vector.rank() != 1) {
      return tensor;
    }
    int along = Axes.normalize(axis, tensor.rank());
    Size size = agreed(tensor.dim(along), vector.dim(0), contradiction);
    return size.equals(tensor.dim(along)) ? tensor : tensor.withDim(along, size);
  }

  /**
   * A part of a dimension that is cut into equal parts.
   *
   * @param whole the dimension
   * @param parts number of parts
   * @param meaning what the parts are, for the message, for example {@code heads}
   * @return the size of a part
   * @throws InvalidNodeException if there are no parts or the dimension does not divide by them
   */
  public static Size part(Size whole, long parts, String meaning) {
    if (parts < 1) {
      throw new InvalidNodeException(
          "the number of " + meaning + " is " + parts + ", expected at least 1");
    }
    Size count = Size.of(parts);
    if (whole.isConstant() && !whole.mod(count).isZero()) {
      throw new InvalidNodeException(
          "an axis of " + whole + " does not divide by " + parts + " " + meaning);
    }
    return whole.divideExactly(count).orElseGet(() -> whole.floorDiv(count));
  }

  /**
   * A length that an input gives as its one element.
   *
   * @param call the call
   * @param input position of the input
   * @return the length, or empty if the input is absent, has other than one element or its element
   *     is not known
   */
  public static Optional<Size> given(Call call, int input) {
    return call.sizes(input).filter(sizes -> sizes.size() == 1).map(sizes -> sizes.get(0));
  }
}
