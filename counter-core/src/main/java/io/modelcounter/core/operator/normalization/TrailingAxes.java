package io.modelcounter.core.operator.normalization;

import io.modelcounter.model.ElementType;
import io.modelcounter.model.Shape;
import io.modelcounter.spi.Call;
import io.modelcounter.spi.Inferred;
import io.modelcounter.spi.InvalidNodeException;
import io.modelcounter.spi.support.Axes;
import io.modelcounter.spi.support.Broadcasting;
import io.modelcounter.spi.support.ElementTypes;
import io.modelcounter.symbolic.Size;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * What the normalizations over the axes from {@code axis} on have in common: the output has the
 * dimensions of X [d0 … dr-1], statistics have [d0 … d(axis-1), 1 … 1].
 */
final class TrailingAxes {
  /** Position of the scale, which stretches to the input. */
  static final int SCALE = 1;

  private TrailingAxes() {}

  /**
   * The normalized tensor and, where the node names them, the statistics.
   *
   * @param call the call
   * @param element element type of the normalized tensor
   * @return one entry for every output that the node names
   * @throws InvalidNodeException if the axis is out of range or the scale can never fit
   */
  static List<Inferred> outputs(Call call, ElementType element) {
    Shape input = call.shape(0);
    int axis = axis(call, input);
    requireFittingScale(call, input);
    List<Size> dims = new ArrayList<>(input.dims().subList(0, axis));
    dims.addAll(Collections.nCopies(input.rank() - axis, Size.ONE));
    return outputs(call, element, input, Shape.of(dims));
  }

  /**
   * The outputs where the dimensions are not known.
   *
   * @param call the call
   * @param element element type of the normalized tensor
   * @param reason why they are not known
   * @return one entry for every output that the node names
   */
  static List<Inferred> withoutShapes(Call call, ElementType element, String reason) {
    Shape unknown = Shape.unknownRank(reason);
    return outputs(call, element, unknown, unknown);
  }

  /** Number of groups that share their statistics. */
  static Size groups(Call call) {
    Shape input = call.shape(0);
    return input.elements(0, axis(call, input));
  }

  /** Type in which the statistics are computed. */
  static ElementType stash(Call call) {
    return ElementTypes.of(call.attributes(), "stash_type", ElementType.FLOAT32);
  }

  private static int axis(Call call, Shape input) {
    return Axes.normalize(call.attributes().integer("axis", -1), input.rank());
  }

  private static void requireFittingScale(Call call, Shape input) {
    Shape scale = call.shapeIfKnown(SCALE);
    if (scale.hasRank()) {
      if (scale.rank() > input.rank()) {
        throw new InvalidNodeException("scale " + scale + " does not stretch to input " + input);
      }
      Broadcasting.broadcast(input, scale);
    }
  }

  private static List<Inferred> outputs(
      Call call, ElementType element, Shape normalized, Shape statistics) {
    List<Inferred> outputs = new ArrayList<>();
    outputs.add(Inferred.tensor(element, normalized));
    for (int i = 1; i < call.outputCount(); i++) {
      outputs.add(Inferred.tensor(stash(call), statistics));
    }
    return outputs;
  }
}
