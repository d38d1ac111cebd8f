package io.modelcounter.spi.operator;

import io.modelcounter.cost.Cost;
import io.modelcounter.model.Shape;
import io.modelcounter.spi.Call;
import io.modelcounter.spi.Inferred;
import io.modelcounter.spi.InvalidNodeException;
import io.modelcounter.spi.OperatorRange;
import io.modelcounter.spi.support.Dimensions;
import io.modelcounter.spi.support.Interpolation;
import io.modelcounter.spi.support.InterpolationMode;
import io.modelcounter.spi.support.NamedOperator;
import io.modelcounter.symbolic.Comparison;
import io.modelcounter.symbolic.Size;
import java.util.ArrayList;
import java.util.List;

/**
 * GridSample (ONNX, GridSample; Jaderberg et al., "Spatial Transformer Networks", 2015): X [N, C,
 * D1 … Dr] and grid [N, E1 … Er, r] give Y [N, C, E1 … Er].
 *
 * <p>Every output element is a weighted sum of {@code 2^r} neighbours for linear, {@code 4^r} for
 * cubic interpolation; the nearest element is only copied.
 */
public final class GridSample extends NamedOperator {

  /**
   * Serves an operator of this meaning.
   *
   * @param operator the operator
   */
  public GridSample(OperatorRange operator) {
    super(operator);
  }

  @Override
  public List<Inferred> outputs(Call call) {
    Shape input = call.shape(0);
    Shape grid = call.shape(1);
    int axes = input.rank() - 2;
    if (axes < 1
        || grid.rank() != input.rank()
        || grid.dim(-1).compare(Size.of(axes)) == Comparison.DIFFERENT) {
      throw new InvalidNodeException(
          "input is "
              + input
              + " and grid "
              + grid
              + ", expected [N, C, D1 ... Dr] and [N, E1 ... Er, r]");
    }
    List<Size> dims = new ArrayList<>(input.rank());
    dims.add(Dimensions.agreed(input.dim(0), grid.dim(0), "the batch size"));
    dims.add(input.dim(1));
    dims.addAll(grid.dims().subList(1, axes + 1));
    return List.of(Inferred.tensor(call.element(0), Shape.of(dims)));
  }

  @Override
  public Cost count(Call call) {
    InterpolationMode mode = InterpolationMode.named(call.attributes().text("mode", "linear"));
    if (mode == InterpolationMode.NEAREST) {
      return Interpolation.COPY;
    }
    Shape output = call.outputShape(0);
    return Interpolation.of(mode.neighbours(), output.rank() - 2)
        .cost(call.element(0), output.elements());
  }
}
