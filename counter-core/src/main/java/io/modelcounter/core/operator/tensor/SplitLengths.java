package io.modelcounter.core.operator.tensor;

import io.modelcounter.model.Scalar;
import io.modelcounter.spi.Call;
import io.modelcounter.spi.InvalidNodeException;
import io.modelcounter.spi.support.Elements;
import io.modelcounter.symbolic.Comparison;
import io.modelcounter.symbolic.Size;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/** The lengths of the parts into which a Split cuts an axis. */
final class SplitLengths {
  private static final String LENGTH_UNKNOWN = "the lengths of the parts are not known";
  private static final int LAST_PART_MAY_BE_SHORTER = 18;

  private final Call call;
  private final Size whole;

  SplitLengths(Call call, Size whole) {
    this.call = call;
    this.whole = whole;
  }

  /** One length for each output. */
  List<Size> lengths() {
    if (call.hasInput(1)) {
      Optional<List<Scalar>> entries = Elements.entries(call, 1);
      return given(
          entries.orElseGet(() -> Collections.nCopies(call.outputCount(), Scalar.UNKNOWN)));
    }
    Optional<long[]> attribute =
        call.attributes().integers("split").filter(lengths -> lengths.length > 0);
    return attribute.isPresent() ? given(Elements.entries(attribute.get())) : equal();
  }

  private List<Size> given(List<Scalar> entries) {
    if (entries.size() != call.outputCount()) {
      throw new InvalidNodeException(
          "split lists " + entries.size() + " lengths for " + call.outputCount() + " outputs");
    }
    List<Size> lengths = new ArrayList<>(entries.size());
    List<Integer> open = new ArrayList<>();
    for (int i = 0; i < entries.size(); i++) {
      Optional<Size> length = entries.get(i).asSize();
      if (length.isEmpty()) {
        open.add(i);
      }
      lengths.add(length.orElse(Size.ZERO));
    }
    Size rest = whole.minus(Size.sum(lengths));
    if (open.size() == 1) {
      lengths.set(open.get(0), rest);
    } else if (open.isEmpty() && rest.compare(Size.ZERO) == Comparison.DIFFERENT) {
      throw new InvalidNodeException(
          "the parts " + lengths + " do not add up to the length " + whole + " of the axis");
    } else {
      for (int i : open) {
        lengths.set(i, call.freshSize(i, "part", LENGTH_UNKNOWN, whole));
      }
    }
    return requireNotNegative(lengths);
  }

  /** From version 18 on, the last part may be shorter than the others. */
  private List<Size> equal() {
    int parts = (int) call.attributes().integer("num_outputs", call.outputCount());
    if (parts < 1 || parts < call.outputCount()) {
      throw new InvalidNodeException(
          "num_outputs is " + parts + " for " + call.outputCount() + " outputs");
    }
    Size count = Size.of(parts);
    Optional<Size> exact = whole.divideExactly(count);
    if (exact.isPresent()) {
      return Collections.nCopies(parts, exact.get());
    }
    if (call.version() < LAST_PART_MAY_BE_SHORTER) {
      if (whole.isConstant()) {
        throw new InvalidNodeException(
            "an axis of length " + whole + " does not split into " + parts + " equal parts");
      }
      return Collections.nCopies(parts, whole.floorDiv(count));
    }
    Size length = whole.ceilDiv(count);
    List<Size> lengths = new ArrayList<>(Collections.nCopies(parts, length));
    lengths.set(parts - 1, whole.minus(length.times(parts - 1L)));
    return requireNotNegative(lengths);
  }

  private List<Size> requireNotNegative(List<Size> lengths) {
    for (Size length : lengths) {
      if (Size.ZERO.isGreaterThan(length)) {
        throw new InvalidNodeException(
            "an axis of length " + whole + " cannot be split into the parts " + lengths);
      }
    }
    return lengths;
  }
}
