package io.modelcounter.core.operator.tensor;

import io.modelcounter.cost.InputRole;
import io.modelcounter.model.Shape;
import io.modelcounter.model.TensorValue;
import io.modelcounter.spi.Call;
import io.modelcounter.spi.Inferred;
import io.modelcounter.spi.InvalidNodeException;
import io.modelcounter.spi.UnknownInputException;
import io.modelcounter.spi.support.Axes;
import io.modelcounter.spi.support.Concatenation;
import io.modelcounter.spi.support.DataMovement;
import io.modelcounter.spi.support.Elements;
import io.modelcounter.spi.support.OperandType;
import io.modelcounter.symbolic.Size;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Concat (ONNX, Concat): joins tensors that agree in all sizes but that of one axis. */
final class Concat extends DataMovement {
  private static final int AXIS_IS_REQUIRED = 4;

  Concat() {
    super("the elements are only copied", "Concat");
  }

  @Override
  public List<Inferred> outputs(Call call) {
    int rank = rank(call);
    long given =
        call.version() < AXIS_IS_REQUIRED
            ? call.attributes().integer("axis", 1)
            : call.attributes().requiredInteger("axis");
    int axis = Axes.normalize(given, rank);
    List<Integer> joined = joinedInputs(call, rank);
    Shape shape = shape(call, joined, rank, axis);
    Inferred output = Inferred.tensor(OperandType.of(call), shape);
    if (Elements.followedDims(shape).isPresent() && anyMayHaveValue(call, joined)) {
      output = output.withValue(() -> value(call, joined, shape, axis));
    }
    return List.of(output);
  }

  /**
   * A tensor of rank above 1 that is joined to others may be learned, as the class token of a
   * transformer is.
   */
  @Override
  public InputRole role(Call call, int input) {
    Shape shape = call.shapeIfKnown(input);
    return shape.hasRank() && shape.rank() > 1 ? InputRole.OPERAND : InputRole.CONSTANT;
  }

  /** The rank that the known inputs have in common. */
  private static int rank(Call call) {
    int rank = -1;
    for (int i = 0; i < call.inputCount(); i++) {
      Shape shape = call.hasInput(i) ? call.shapeIfKnown(i) : Shape.scalar();
      if (shape.hasRank()) {
        rank = Math.max(rank, shape.rank());
      }
    }
    if (rank < 0) {
      throw new UnknownInputException("the rank of no input is known");
    }
    return rank;
  }

  /** The inputs that count: an empty vector may stand beside tensors of another rank. */
  private static List<Integer> joinedInputs(Call call, int rank) {
    List<Integer> joined = new ArrayList<>(call.inputCount());
    for (int i = 0; i < call.inputCount(); i++) {
      if (!call.hasInput(i)) {
        continue;
      }
      Shape shape = call.shapeIfKnown(i);
      boolean emptyVector = shape.hasRank() && shape.rank() == 1 && shape.dim(0).isZero();
      if (shape.hasRank() && shape.rank() != rank && !emptyVector) {
        throw new InvalidNodeException(
            "input " + i + " is " + shape + ", expected rank " + rank + " as the others have");
      }
      if (!emptyVector || rank == 1) {
        joined.add(i);
      }
    }
    return joined;
  }

  private static Shape shape(Call call, List<Integer> joined, int rank, int axis) {
    List<Shape> shapes = new ArrayList<>(joined.size());
    List<Size> unknown = new ArrayList<>();
    for (int input : joined) {
      Shape shape = call.shapeIfKnown(input);
      if (shape.hasRank()) {
        shapes.add(shape);
      } else {
        unknown.add(call.freshSize(0, "part" + input, shape.unknownReason().orElse("")));
      }
    }
    if (shapes.isEmpty()) {
      throw new InvalidNodeException("Concat has no input of rank " + rank);
    }
    Shape known = Concatenation.shape(shapes, axis);
    return known.withDim(axis, known.dim(axis).plus(Size.sum(unknown)));
  }

  private static boolean anyMayHaveValue(Call call, List<Integer> joined) {
    for (int input : joined) {
      if (call.input(input).mayHaveValue()) {
        return true;
      }
    }
    return false;
  }

  private static Optional<TensorValue> value(
      Call call, List<Integer> joined, Shape shape, int axis) {
    long[] dims = Elements.followedDims(shape).orElseThrow();
    List<TensorValue> parts = new ArrayList<>(joined.size());
    for (int input : joined) {
      Optional<TensorValue> part = Elements.orUnknown(call, input);
      if (part.isEmpty() || part.get().rank() != dims.length) {
        return Optional.empty();
      }
      parts.add(part.get());
    }
    return Concatenation.value(OperandType.of(call), parts, dims, axis);
  }

  @Override
  public List<Inferred> withoutShapes(Call call, String reason) {
    return unknownRank(call, OperandType.of(call), reason);
  }
}
