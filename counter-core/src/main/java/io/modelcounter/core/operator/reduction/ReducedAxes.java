package io.modelcounter.core.operator.reduction;

import io.modelcounter.model.Shape;
import io.modelcounter.model.TensorValue;
import io.modelcounter.spi.Call;
import io.modelcounter.spi.InvalidNodeException;
import io.modelcounter.spi.support.Axes;
import io.modelcounter.symbolic.Size;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.IntStream;

/**
 * The axes that a reduction takes away or leaves with size 1.
 *
 * <p>They are an attribute before version 18 (13 for ReduceSum) and an input from then on; none at
 * all stands for every axis, unless {@code noop_with_empty_axes} says otherwise.
 */
final class ReducedAxes {
  private static final String UNKNOWN_AXES = "the axes of the reduction are computed at run time";

  private ReducedAxes() {}

  /** Sorted axes from the front; empty if they are not known. */
  static Optional<int[]> of(Call call, int rank) {
    Optional<long[]> listed = listed(call);
    if (listed.isEmpty()) {
      return Optional.empty();
    }
    if (listed.get().length > 0) {
      return listed.map(axes -> Axes.normalize(axes, rank));
    }
    return Optional.of(isIdentity(call) ? new int[0] : IntStream.range(0, rank).toArray());
  }

  /** True if reduced axes stay with size 1. */
  static boolean keepsAxes(Call call) {
    return call.attributes().integer("keepdims", 1) != 0;
  }

  /** Shape of the output. */
  static Shape outputShape(Call call) {
    boolean keep = keepsAxes(call);
    if (!keep && reducesAll(call)) {
      return Shape.scalar();
    }
    Shape input = call.shape(0);
    Optional<int[]> axes = of(call, input.rank());
    return axes.isPresent()
        ? Axes.reduced(input, axes.get(), keep)
        : withoutUnknown(call, input, keep);
  }

  private static Shape withoutUnknown(Call call, Shape input, boolean keep) {
    List<Size> dims = new ArrayList<>(input.rank());
    if (keep) {
      for (int i = 0; i < input.rank(); i++) {
        dims.add(call.freshSize(0, "dim" + i, UNKNOWN_AXES, input.dim(i).max(Size.ONE)));
      }
      return Shape.of(dims);
    }
    Shape axes = call.shapeIfKnown(1);
    OptionalLong count =
        axes.hasRank() && axes.rank() == 1 ? axes.dim(0).asLong() : OptionalLong.empty();
    if (count.isEmpty()) {
      return Shape.unknownRank(UNKNOWN_AXES);
    }
    if (count.getAsLong() > input.rank()) {
      throw new InvalidNodeException(
          count.getAsLong() + " axes are to be reduced, but the input is " + input);
    }
    for (int i = 0; i < input.rank() - count.getAsLong(); i++) {
      dims.add(call.freshSize(0, "dim" + i, UNKNOWN_AXES));
    }
    return Shape.of(dims);
  }

  /** True if it is certain that no axis is reduced. */
  static boolean isNone(Call call) {
    return isIdentity(call) && listsNone(call);
  }

  private static boolean reducesAll(Call call) {
    return !isIdentity(call) && listsNone(call);
  }

  private static boolean listsNone(Call call) {
    return listed(call).filter(axes -> axes.length == 0).isPresent();
  }

  private static boolean isIdentity(Call call) {
    return call.attributes().integer("noop_with_empty_axes", 0) != 0;
  }

  /** The axes as the node gives them, none if it gives none; empty if they are not known. */
  private static Optional<long[]> listed(Call call) {
    if (!call.hasInput(1)) {
      return Optional.of(call.attributes().integers("axes").orElseGet(() -> new long[0]));
    }
    Shape shape = call.shapeIfKnown(1);
    if (shape.hasRank() && shape.elements().isZero()) {
      return Optional.of(new long[0]);
    }
    return call.value(1).flatMap(TensorValue::asLongs);
  }
}
