package io.modelcounter.core.operator.recurrent;

import io.modelcounter.model.Shape;
import io.modelcounter.spi.Call;
import io.modelcounter.spi.InvalidNodeException;
import io.modelcounter.spi.support.Dimensions;
import io.modelcounter.symbolic.Comparison;
import io.modelcounter.symbolic.Size;
import java.util.Locale;
import java.util.OptionalLong;

/**
 * The sizes of a recurrent layer: X [steps, batch, input] (or [batch, steps, input] with {@code
 * layout} 1), W [directions, gates * hidden, input], R [directions, gates * hidden, hidden].
 *
 * <p>The first exporters wrote the weights of one direction without the axis of directions; the
 * sequence that such a layer gives has none either.
 *
 * @param directionAxis whether weights and sequence have an axis of directions
 */
record RecurrentSizes(
    Size steps,
    Size batch,
    int directions,
    Size input,
    Size hidden,
    boolean batchFirst,
    boolean directionAxis) {
  private static final int WEIGHT = 1;
  private static final int RECURRENT_WEIGHT = 2;

  /** Sizes of a call; those of an input of unknown rank are data-dependent symbols. */
  static RecurrentSizes of(Call call, int gates) {
    boolean batchFirst = call.attributes().integer("layout", 0) == 1;
    Shape input = call.shapeIfKnown(0);
    requireRank(input, "X", 3);
    Shape weight = call.shapeIfKnown(WEIGHT);
    boolean directionAxis = !weight.hasRank() || weight.rank() != 2;
    requireRank(weight, "W", directionAxis ? 3 : 2);
    int directions = directions(call);
    Size hidden = hidden(call, directionAxis ? 3 : 2);
    if (weight.hasRank()) {
      requireWeight(weight, directions, hidden.times(gates));
    }
    return new RecurrentSizes(
        dim(call, input, batchFirst ? 1 : 0, "steps"),
        dim(call, input, batchFirst ? 0 : 1, "batch"),
        directions,
        inputSize(call, input, weight),
        hidden,
        batchFirst,
        directionAxis);
  }

  /** Units of one gate over all steps, sequences and directions. */
  Size units() {
    return unitsOfDirection().times(directions);
  }

  /** Units of one gate over all steps and sequences of one direction. */
  Size unitsOfDirection() {
    return steps.times(batch).times(hidden);
  }

  private static int directions(Call call) {
    String direction = call.attributes().text("direction", "forward");
    return switch (direction.toLowerCase(Locale.ROOT)) {
      case "forward", "reverse" -> 1;
      case "bidirectional" -> 2;
      default ->
          throw new InvalidNodeException(
              "direction is \"" + direction + "\", expected forward, reverse or bidirectional");
    };
  }

  private static Size hidden(Call call, int weightRank) {
    OptionalLong attribute = call.attributes().integer("hidden_size");
    Shape weight = call.shapeIfKnown(RECURRENT_WEIGHT);
    requireRank(weight, "R", weightRank);
    if (attribute.isEmpty()) {
      return dim(call, weight, -1, "hidden");
    }
    Size hidden = Size.of(attribute.getAsLong());
    return weight.hasRank() ? Dimensions.agreed(hidden, weight.dim(-1), "hidden_size") : hidden;
  }

  private static Size inputSize(Call call, Shape input, Shape weight) {
    Size size = dim(call, input, 2, "input");
    return weight.hasRank() ? Dimensions.agreed(size, weight.dim(-1), "input size") : size;
  }

  private static Size dim(Call call, Shape shape, int axis, String label) {
    return shape.hasRank()
        ? shape.dim(axis)
        : call.freshSize(0, label, shape.unknownReason().orElse("the shape is unknown"));
  }

  private static void requireRank(Shape shape, String name, int rank) {
    if (shape.hasRank() && shape.rank() != rank) {
      throw new InvalidNodeException(name + " is " + shape + ", expected rank " + rank);
    }
  }

  private static void requireWeight(Shape weight, int directions, Size rows) {
    Size stacked = weight.rank() == 2 ? Size.ONE : weight.dim(0);
    if (stacked.compare(Size.of(directions)) == Comparison.DIFFERENT
        || weight.dim(-2).compare(rows) == Comparison.DIFFERENT) {
      throw new InvalidNodeException(
          "W is " + weight + ", expected [" + directions + ", " + rows + ", input size]");
    }
  }
}
