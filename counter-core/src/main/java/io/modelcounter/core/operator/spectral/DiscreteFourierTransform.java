package io.modelcounter.core.operator.spectral;

import io.modelcounter.cost.Cost;
import io.modelcounter.cost.Work;
import io.modelcounter.cost.WorkKind;
import io.modelcounter.model.ElementType;
import io.modelcounter.model.Shape;
import io.modelcounter.spi.Call;
import io.modelcounter.spi.Inferred;
import io.modelcounter.spi.InvalidNodeException;
import io.modelcounter.spi.UnknownInputException;
import io.modelcounter.spi.support.Axes;
import io.modelcounter.spi.support.FastFourierTransform;
import io.modelcounter.spi.support.NamedOperator;
import io.modelcounter.symbolic.Size;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * DFT (ONNX, DFT): transforms one axis of a tensor whose last axis holds real and imaginary part.
 *
 * <p>The axis is an attribute (1 by default) in version 17 and an input (−2 by default) since 20.
 */
final class DiscreteFourierTransform extends NamedOperator {
  private static final int LENGTH = 1;
  private static final int AXIS = 2;
  private static final int AXIS_IS_INPUT = 20;
  private static final Size TWO = Size.of(2);

  DiscreteFourierTransform() {
    super("DFT");
  }

  @Override
  public List<Inferred> outputs(Call call) {
    Shape input = call.shape(0);
    OptionalInt axis = axis(call, input.rank());
    List<Size> dims = new ArrayList<>(input.dims());
    if (axis.isPresent()) {
      dims.set(axis.getAsInt(), outputLength(call, length(call, input, axis.getAsInt())));
    } else {
      for (int i = 0; i < dims.size() - 1; i++) {
        dims.set(i, call.freshSize(0, "dim" + i, "the axis of the transform is not known"));
      }
    }
    dims.set(dims.size() - 1, isOneSided(call) && isInverse(call) ? Size.ONE : TWO);
    return List.of(Inferred.tensor(call.element(0), Shape.of(dims)));
  }

  @Override
  public Cost count(Call call) {
    Shape input = call.shape(0);
    int axis =
        axis(call, input.rank())
            .orElseThrow(() -> new UnknownInputException("the axis of the transform is not known"));
    Size length = length(call, input, axis);
    Size transforms = input.elements(0, axis).times(input.elements(axis + 1, input.rank() - 1));
    boolean real = input.dim(-1).isOne() || (isOneSided(call) && isInverse(call));
    Work scaling =
        isInverse(call)
            ? Work.of(WorkKind.MULTIPLY, call.element(0), call.outputShape(0).elements())
            : Work.NONE;
    ElementType type = call.element(0);
    return new FastFourierTransform(transforms, length, real).cost(type, scaling);
  }

  private static OptionalInt axis(Call call, int rank) {
    if (rank < 2) {
      throw new InvalidNodeException("DFT needs rank 2 at least, found " + rank);
    }
    if (call.version() < AXIS_IS_INPUT) {
      return OptionalInt.of(signalAxis(call.attributes().integer("axis", 1), rank));
    }
    if (!call.hasInput(AXIS)) {
      return OptionalInt.of(rank - 2);
    }
    return Scalars.integer(call, AXIS)
        .flatMap(axis -> axis.asLong().stream().boxed().findFirst())
        .map(axis -> OptionalInt.of(signalAxis(axis, rank)))
        .orElse(OptionalInt.empty());
  }

  private static int signalAxis(long axis, int rank) {
    int normalized = Axes.normalize(axis, rank);
    if (normalized == rank - 1) {
      throw new InvalidNodeException(
          "axis "
              + axis
              + " is the last of rank "
              + rank
              + ", which holds real and imaginary part");
    }
    return normalized;
  }

  /** Length of the transform: the input {@code dft_length}, or what the axis has. */
  private static Size length(Call call, Shape input, int axis) {
    if (call.hasInput(LENGTH)) {
      Optional<Size> given = Scalars.integer(call, LENGTH);
      return given.orElseGet(
          () -> call.freshSize(0, "length", "the length of the transform is not known"));
    }
    Size size = input.dim(axis);
    return isOneSided(call) && isInverse(call) ? size.minus(Size.ONE).times(2) : size;
  }

  private static Size outputLength(Call call, Size length) {
    return isOneSided(call) && !isInverse(call) ? Scalars.bins(length) : length;
  }

  private static boolean isOneSided(Call call) {
    return call.attributes().integer("onesided", 0) != 0;
  }

  private static boolean isInverse(Call call) {
    return call.attributes().integer("inverse", 0) != 0;
  }
}
