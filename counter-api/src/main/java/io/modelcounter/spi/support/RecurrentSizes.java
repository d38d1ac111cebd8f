package io.modelcounter.spi.support;

import io.modelcounter.model.Shape;
import io.modelcounter.spi.Call;
import io.modelcounter.spi.InvalidNodeException;
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
 * @param steps steps of the sequence
 * @param batch number of sequences
 * @param directions 1 or 2
 * @param input input size
 * @param hidden hidden size
 * @param batchFirst whether sequences and states begin with the batch
 * @param directionAxis whether weights and sequence have an axis of directions
 */
public record RecurrentSizes(
    Size steps,
    Size batch,
    int directions,
    Size input,
    Size hidden,
    boolean batchFirst,
    boolean directionAxis) {
  private static final int WEIGHT = 1;
  private static final int RECURRENT_WEIGHT = 2;

  /**
   * Sizes of a call; those of an input of unknown rank are data-dependent symbols.
   *
   * @param call the call
   * @param gates gates of a cell
   * @return the sizes
   * @throws InvalidNodeException if tensors and attributes do not fit
   */
  public static RecurrentSizes of(Call call, int gates) {
    return of(call, gates, false);
  }

  /**
   * Sizes of a call whose weights may be transposed, W [directions, input, gates * hidden] and R
   * [directions, hidden, gates * hidden]; those of an input of unknown rank are data-dependent
   * symbols.
   *
   * @param call the call
   * @param gates gates of a cell
   * @param transposed whether the gates are the last axis of the weights
   * @return the sizes
   * @throws InvalidNodeException if tensors and attributes do not fit
   */
  public static RecurrentSizes of(Call call, int gates, boolean transposed) {
    boolean batchFirst = call.attributes().integer("layout", 0) == 1;
    Shape input = call.shapeIfKnown(0);
    requireRank(input, "X", 3);
    Shape weight = oriented(call.shapeIfKnown(WEIGHT), transposed);
    boolean directionAxis = !weight.hasRank() || weight.rank() != 2;
    requireRank(weight, "W", directionAxis ? 3 : 2);
    int directions = directions(call);
    Shape recurrent = oriented(call.shapeIfKnown(RECURRENT_WEIGHT), transposed);
    Size hidden = hidden(call, recurrent, directionAxis ? 3 : 2);
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

  /**
   * Units of one gate over all steps, sequences and directions.
   *
   * @return their number
   */
  public Size units() {
    return unitsOfDirection().times(directions);
  }

  /**
   * Units of one gate over all steps and sequences of one direction.
   *
   * @return their number
   */
  public Size unitsOfDirection() {
    return steps.times(batch).times(hidden);
  }

  /**
   * Dimensions of the sequence of hidden states.
   *
   * @return [steps, directions, batch, hidden] or as layout and weights ask for
   */
  public Shape sequence() {
    Size outer = batchFirst ? batch : steps;
    Size inner = batchFirst ? steps : batch;
    if (!directionAxis) {
      return Shape.of(outer, inner, hidden);
    }
    return batchFirst
        ? Shape.of(outer, inner, Size.of(directions), hidden)
        : Shape.of(outer, Size.of(directions), inner, hidden);
  }

  /**
   * Number of directions that the attribute {@code direction} asks for.
   *
   * @param call the call
   * @return 1 or 2
   * @throws InvalidNodeException if there is no such direction
   */
  public static int directions(Call call) {
    String direction = call.attributes().text("direction", "forward");
    return switch (direction.toLowerCase(Locale.ROOT)) {
      case "forward", "reverse" -> 1;
      case "bidirectional" -> 2;
      default ->
          throw new InvalidNodeException(
              "direction is \"" + direction + "\", expected forward, reverse or bidirectional");
    };
  }

  private static Shape oriented(Shape weight, boolean transposed) {
    if (!transposed || !weight.hasRank() || weight.rank() < 2) {
      return weight;
    }
    int rank = weight.rank();
    return weight.withDim(rank - 2, weight.dim(-1)).withDim(rank - 1, weight.dim(-2));
  }

  private static Size hidden(Call call, Shape weight, int weightRank) {
    OptionalLong attribute = call.attributes().integer("hidden_size");
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
