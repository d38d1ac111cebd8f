package io.modelcounter.spi.operator;

import io.modelcounter.model.Scalar;
import io.modelcounter.model.Shape;
import io.modelcounter.model.TensorValue;
import io.modelcounter.spi.Call;
import io.modelcounter.spi.Inferred;
import io.modelcounter.spi.InvalidNodeException;
import io.modelcounter.spi.OperatorRange;
import io.modelcounter.spi.support.Axes;
import io.modelcounter.spi.support.DataMovement;
import io.modelcounter.spi.support.Elements;
import io.modelcounter.symbolic.Size;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * Pad (ONNX, Pad): adds positions before and after each axis; a negative pad takes them away.
 *
 * <p>Version 1 names the pads {@code paddings}, version 2 {@code pads}, later ones have inputs.
 */
public final class Pad extends DataMovement {
  private static final String PADS_UNKNOWN = "the pads are not known";

  /** Version from which the attribute is named pads. */
  private static final int PADS = 2;

  /**
   * Serves an operator of this meaning.
   *
   * @param operator the operator
   */
  public Pad(OperatorRange operator) {
    super("the elements are only copied", operator);
  }

  @Override
  public List<Inferred> outputs(Call call) {
    Shape data = call.shape(0);
    int rank = data.rank();
    List<Scalar> pads = pads(call, rank);
    List<Size> dims = new ArrayList<>(rank);
    for (int i = 0; i < rank; i++) {
      dims.add(size(call, i, data.dim(i), pads.get(i), pads.get(i + rank)));
    }
    Shape shape = Shape.of(dims);
    return List.of(Elements.following(call, shape, value -> value(call, value, shape, pads)));
  }

  /** The pads before every axis, then those after every axis. */
  private static List<Scalar> pads(Call call, int rank) {
    Optional<List<Scalar>> given =
        call.hasInput(1) ? Elements.entries(call, 1) : Optional.of(attribute(call));
    List<Scalar> unknown = Collections.nCopies(2 * rank, Scalar.UNKNOWN);
    if (!call.hasInput(3)) {
      requireCount(given, rank);
      return given.orElse(unknown);
    }
    Optional<List<Scalar>> axes = Elements.entries(call, 3);
    if (axes.isEmpty()) {
      return unknown;
    }
    int count = axes.get().size();
    requireCount(given, count);
    List<Scalar> pads = new ArrayList<>(Collections.nCopies(2 * rank, Scalar.of(Size.ZERO)));
    for (int i = 0; i < count; i++) {
      OptionalLong axis = Elements.constant(axes.get().get(i));
      if (axis.isEmpty()) {
        return unknown;
      }
      int padded = Axes.normalize(axis.getAsLong(), rank);
      pads.set(padded, given.isPresent() ? given.get().get(i) : Scalar.UNKNOWN);
      pads.set(padded + rank, given.isPresent() ? given.get().get(i + count) : Scalar.UNKNOWN);
    }
    return pads;
  }

  private static List<Scalar> attribute(Call call) {
    String name = call.version() < PADS ? "paddings" : "pads";
    return Elements.entries(
        call.attributes()
            .integers(name)
            .orElseThrow(
                () -> new InvalidNodeException("Pad has neither pads nor the attribute " + name)));
  }

  private static void requireCount(Optional<List<Scalar>> pads, int axes) {
    if (pads.isPresent() && pads.get().size() != 2 * axes) {
      throw new InvalidNodeException(
          "pads has " + pads.get().size() + " entries, expected two for each of " + axes + " axes");
    }
  }

  private static Size size(Call call, int axis, Size dim, Scalar before, Scalar after) {
    Optional<Size> begin = before.asSize();
    Optional<Size> end = after.asSize();
    if (begin.isEmpty() || end.isEmpty()) {
      return call.freshSize(0, "dim" + axis, PADS_UNKNOWN);
    }
    Size padded = dim.plus(begin.get()).plus(end.get());
    if (Size.ZERO.isGreaterThan(padded)) {
      throw new InvalidNodeException(
          "the pads "
              + begin.get()
              + " and "
              + end.get()
              + " take more from axis "
              + axis
              + " than its length "
              + dim);
    }
    return padded;
  }

  private static Optional<TensorValue> value(
      Call call, TensorValue value, Shape shape, List<Scalar> pads) {
    String mode = call.attributes().text("mode", "constant");
    int[][] source = Elements.allOffsets(value.dims());
    int[][] offsets = new int[source.length][];
    for (int i = 0; i < source.length; i++) {
      OptionalLong begin = Elements.constant(pads.get(i));
      if (begin.isEmpty()) {
        return Optional.empty();
      }
      offsets[i] = new int[(int) shape.dim(i).asLong().orElseThrow()];
      for (int k = 0; k < offsets[i].length; k++) {
        int place = place(mode, k - begin.getAsLong(), source[i].length);
        offsets[i][k] = place < 0 ? -1 : source[i][place];
      }
    }
    return Optional.of(Elements.pick(value, offsets, padding(call, value)));
  }

  /** Position that the padded position shows, -1 for none. */
  private static int place(String mode, long position, int length) {
    if (position >= 0 && position < length) {
      return (int) position;
    }
    if (length == 0) {
      return -1;
    }
    return switch (mode) {
      case "edge" -> position < 0 ? 0 : length - 1;
      case "wrap" -> (int) Math.floorMod(position, (long) length);
      case "reflect" -> reflected(position, length);
      default -> -1;
    };
  }

  private static int reflected(long position, int length) {
    long period = Math.max(1, 2L * (length - 1));
    long phase = Math.floorMod(position, period);
    return (int) Math.min(phase, period - phase);
  }

  private static Scalar padding(Call call, TensorValue value) {
    if (call.hasInput(2)) {
      return call.value(2)
          .filter(constant -> constant.size() == 1)
          .map(constant -> constant.at(0))
          .orElse(Scalar.UNKNOWN);
    }
    double constant = call.attributes().real("value").orElse(0);
    return constant == 0 ? Elements.zero(value.elementType()) : Scalar.real(constant);
  }
}
