package io.modelcounter.core.operator.tensor;

import io.modelcounter.model.Scalar;
import io.modelcounter.model.Shape;
import io.modelcounter.spi.Call;
import io.modelcounter.spi.InvalidNodeException;
import io.modelcounter.symbolic.Comparison;
import io.modelcounter.symbolic.Size;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * The sizes that a Reshape asks for, put together with those of its data.
 *
 * <p>One size that is left open, by -1 or because the entry is not known, is what the others leave
 * of the number of elements. Sizes that data and target have in common are taken out before the
 * division, so that what remains is as simple as it can be and no size that may be 0 is divided by.
 */
final class ReshapeTarget {
  private final Call call;
  private final Shape data;
  private final List<Scalar> target;
  private final boolean zeroCopies;

  ReshapeTarget(Call call, List<Scalar> target) {
    this.call = call;
    this.data = call.shapeIfKnown(0);
    this.target = target;
    this.zeroCopies = call.attributes().integer("allowzero", 0) == 0;
  }

  /** The shape of the output. */
  Shape resolve() {
    List<Size> dims = new ArrayList<>(target.size());
    List<Integer> open = new ArrayList<>();
    int inferred = 0;
    for (int i = 0; i < target.size(); i++) {
      Optional<Size> entry = target.get(i).asSize();
      boolean infer = entry.isPresent() && isMinusOne(entry.get());
      inferred += infer ? 1 : 0;
      if (entry.isEmpty() || infer) {
        open.add(i);
        dims.add(Size.ONE);
      } else {
        dims.add(size(i, entry.get()));
      }
    }
    if (inferred > 1) {
      throw new InvalidNodeException("the shape " + target + " holds -1 more than once");
    }
    if (inferred == 1 && isEmptied(dims)) {
      throw new InvalidNodeException(
          "the shape " + target + " holds both -1 and, with allowzero, 0");
    }
    fill(dims, open);
    return Shape.of(dims);
  }

  private Size size(int axis, Size entry) {
    if (entry.isZero() && zeroCopies) {
      if (!data.hasRank()) {
        return ShapeEntries.unknownDim(call, axis, data.unknownReason().orElse(""));
      }
      if (axis >= data.rank()) {
        throw new InvalidNodeException(
            "entry "
                + axis
                + " of the shape "
                + target
                + " copies a size that the data "
                + data
                + " do not have");
      }
      return data.dim(axis);
    }
    if (Size.ZERO.isGreaterThan(entry)) {
      throw new InvalidNodeException(
          "entry " + axis + " of the shape " + target + " must be -1 or at least 0");
    }
    return entry;
  }

  private void fill(List<Size> dims, List<Integer> open) {
    if (!data.hasRank()) {
      for (int axis : open) {
        dims.set(axis, ShapeEntries.unknownDim(call, axis, data.unknownReason().orElse("")));
      }
    } else if (open.isEmpty()) {
      requireSameElements(dims);
    } else if (open.size() == 1) {
      int axis = open.get(0);
      dims.set(axis, rest(axis, dims));
    } else {
      for (int axis : open) {
        dims.set(axis, ShapeEntries.unknownDim(call, axis, ShapeEntries.ELEMENT_UNKNOWN));
      }
    }
  }

  /** Tells whether the shape itself asks for a tensor without elements. */
  private boolean isEmptied(List<Size> dims) {
    return !zeroCopies && dims.contains(Size.ZERO);
  }

  /** What the known sizes leave for the one that is open, which stands as 1 among them. */
  private Size rest(int axis, List<Size> dims) {
    if (isEmptied(dims)) {
      return ShapeEntries.unknownDim(call, axis, ShapeEntries.ELEMENT_UNKNOWN);
    }
    List<Size> have = new ArrayList<>(data.dims());
    List<Size> want = new ArrayList<>();
    for (Size dim : dims) {
      if (!have.remove(dim)) {
        want.add(dim);
      }
    }
    Size dividend = Size.product(have);
    Size divisor = Size.product(want);
    Optional<Size> exact = dividend.divideExactly(divisor);
    if (exact.isPresent()) {
      return exact.get();
    }
    if (dividend.isConstant() && divisor.isConstant()) {
      throw doesNotFit();
    }
    return divisor.isGreaterThan(Size.ZERO)
        ? dividend.floorDiv(divisor)
        : ShapeEntries.unknownDim(
            call, axis, "the known sizes of the new shape may be 0 and cannot be divided by");
  }

  private void requireSameElements(List<Size> dims) {
    if (data.dims().equals(dims)) {
      return;
    }
    if (data.elements().compare(Size.product(dims)) == Comparison.DIFFERENT) {
      throw doesNotFit();
    }
  }

  private InvalidNodeException doesNotFit() {
    return new InvalidNodeException(
        "data of shape " + data + " do not fit into the shape " + target);
  }

  private static boolean isMinusOne(Size entry) {
    OptionalLong constant = entry.asLong();
    return constant.isPresent() && constant.getAsLong() == -1;
  }
}
