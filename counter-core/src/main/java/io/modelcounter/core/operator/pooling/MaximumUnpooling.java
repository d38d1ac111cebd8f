package io.modelcounter.core.operator.pooling;

import io.modelcounter.core.operator.Operator;
import io.modelcounter.cost.Cost;
import io.modelcounter.model.Shape;
import io.modelcounter.spi.Call;
import io.modelcounter.spi.Inferred;
import io.modelcounter.spi.InvalidNodeException;
import io.modelcounter.spi.OperatorRange;
import io.modelcounter.spi.support.Window;
import io.modelcounter.symbolic.Size;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * MaxUnpool (ONNX, MaxUnpool): puts the elements of X [N, C, D1 … Dn] back to where MaxPool found
 * them, among zeros. The sizes are those of the input {@code output_shape} or those that MaxPool
 * started from.
 */
final class MaximumUnpooling implements Operator {
  private static final int OUTPUT_SHAPE = 2;
  private static final Cost COST = Cost.free("elements are only copied");

  @Override
  public List<OperatorRange> operators() {
    return List.of(OperatorRange.onnx("MaxUnpool"));
  }

  @Override
  public List<Inferred> outputs(Call call) {
    Shape input = call.shape(0);
    if (input.rank() < 3) {
      throw new InvalidNodeException("input is " + input + ", expected a rank of at least 3");
    }
    Shape output = call.hasInput(OUTPUT_SHAPE) ? declared(call, input) : inverted(call, input);
    return List.of(Inferred.tensor(call.element(0), output));
  }

  private static Shape declared(Call call, Shape input) {
    Optional<List<Size>> sizes = call.sizes(OUTPUT_SHAPE);
    if (sizes.isPresent()) {
      if (sizes.get().size() != input.rank()) {
        throw new InvalidNodeException(
            "output_shape is " + sizes.get() + ", expected as many sizes as input " + input);
      }
      return Shape.of(sizes.get());
    }
    List<Size> dims = new ArrayList<>(input.dims().subList(0, 2));
    for (int axis = 2; axis < input.rank(); axis++) {
      dims.add(call.freshSize(0, "dim" + axis, "the elements of output_shape are not known"));
    }
    return Shape.of(dims);
  }

  private static Shape inverted(Call call, Shape input) {
    int rank = input.rank() - 2;
    Window window = Window.of(call.attributes(), Window.kernelShape(call.attributes(), rank));
    List<Size> dims = new ArrayList<>(input.dims().subList(0, 2));
    dims.addAll(
        window.transposedOutputSizes(input.dims().subList(2, input.rank()), new long[rank]));
    return Shape.of(dims);
  }

  @Override
  public Cost count(Call call) {
    return COST;
  }
}
