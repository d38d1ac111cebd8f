package io.modelcounter.core.operator.pooling;

import io.modelcounter.core.operator.Operator;
import io.modelcounter.cost.Cost;
import io.modelcounter.model.ElementType;
import io.modelcounter.model.Shape;
import io.modelcounter.spi.Call;
import io.modelcounter.spi.Inferred;
import io.modelcounter.spi.InvalidNodeException;
import io.modelcounter.spi.OperatorRange;
import io.modelcounter.spi.support.Window;
import io.modelcounter.symbolic.Size;
import java.util.ArrayList;
import java.util.List;

/**
 * AveragePool, MaxPool and LpPool (ONNX): a window slides over X [N, C, D1 … Dn] and gives Y [N, C,
 * E1 … En]; MaxPool also gives the indices of the largest elements.
 *
 * <p>Every window counts with all its elements, also those in the padding.
 */
final class WindowPooling implements Operator {
  private final String name;
  private final PoolingKind kind;

  WindowPooling(String name, PoolingKind kind) {
    this.name = name;
    this.kind = kind;
  }

  @Override
  public List<OperatorRange> operators() {
    return List.of(OperatorRange.onnx(name));
  }

  @Override
  public List<Inferred> outputs(Call call) {
    Shape input = call.shape(0);
    if (input.rank() < 3) {
      throw new InvalidNodeException("input is " + input + ", expected a rank of at least 3");
    }
    List<Size> kernel = Window.kernelShape(call.attributes(), input.rank() - 2);
    Window window = Window.of(call.attributes(), kernel);
    List<Size> dims = new ArrayList<>(input.dims().subList(0, 2));
    dims.addAll(window.outputSizes(input.dims().subList(2, input.rank())));
    return withIndices(call, Shape.of(dims));
  }

  @Override
  public List<Inferred> withoutShapes(Call call, String reason) {
    return withIndices(call, Shape.unknownRank(reason));
  }

  private static List<Inferred> withIndices(Call call, Shape output) {
    Inferred pooled = Inferred.tensor(call.element(0), output);
    return call.outputCount() > 1
        ? List.of(pooled, Inferred.tensor(ElementType.INT64, output))
        : List.of(pooled);
  }

  @Override
  public Cost count(Call call) {
    Shape output = call.outputShape(0);
    List<Size> kernel = Window.kernelShape(call.attributes(), output.rank() - 2);
    return kind.cost(call, output.elements(), Size.product(kernel));
  }
}
